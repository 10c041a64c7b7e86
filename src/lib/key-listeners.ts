import { type KeyTable, onKeys } from './keys.ts'

/** The dialog in front of all others and of the page, if one is open. */
export const frontDialog = (): Element | undefined =>
  // Dialogs are appended as they open, and the last one is painted over the others.
  [...document.querySelectorAll('[aria-modal="true"]')].at(-1)

/**
 * Listens to the keys of a page, wherever the focus is. A dialog in front keeps the keys from the
 * page, and the page keeps them from the browser all the same.
 * @returns the function that stops listening
 */
export const listenToPageKeys = (table: KeyTable): (() => void) => {
  const act = onKeys(
    Object.fromEntries(
      Object.entries(table).map(([chord, action]) => [
        chord,
        // A long page is searched for dialogs on these keys alone, and not on every letter.
        (event: KeyboardEvent) => (frontDialog() ? undefined : action?.(event)),
      ]),
    ),
  )
  const hear = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented) act(event)
  }
  document.addEventListener('keydown', hear)
  return () => document.removeEventListener('keydown', hear)
}

/**
 * Listens to the keys of a dialog, wherever the focus is, while no other dialog is in front of it.
 * @param element something inside the dialog
 * @returns the function that stops listening
 */
export const listenToDialogKeys = (
  element: () => Element | null,
  table: KeyTable,
): (() => void) => {
  const act = onKeys(table)
  const hear = (event: KeyboardEvent): void => {
    // The dialog behind hears the key as well, after this one has closed.
    if (!event.defaultPrevented && frontDialog()?.contains(element())) act(event)
  }
  // Before a field within hears it, and takes away what shows that the key is meant for the field.
  document.addEventListener('keydown', hear, { capture: true })
  return () => document.removeEventListener('keydown', hear, { capture: true })
}
