const CONTROLS = 'textarea, input, button'

const rowAt = (list: HTMLElement | null, index: number): HTMLElement | null | undefined =>
  list?.querySelector<HTMLElement>(`[data-row="${index}"]`)

/** The first text of a row. */
export const textAt = (list: HTMLElement | null, index: number): HTMLElement | null | undefined =>
  rowAt(list, index)?.querySelector<HTMLElement>('textarea')

/**
 * Remembers which control of a row has the focus, and its cursor. A row that moves to another group
 * is created anew.
 * @returns a function that finds the same control at the row's new index
 */
export const sameControl = (focused: HTMLElement) => {
  const row = focused.closest('[data-row]')
  const position = row ? [...row.querySelectorAll(CONTROLS)].indexOf(focused) : -1
  const [start, end] =
    focused instanceof HTMLTextAreaElement ? [focused.selectionStart, focused.selectionEnd] : []
  return (list: HTMLElement | null, index: number): HTMLElement | undefined => {
    const control = rowAt(list, index)?.querySelectorAll<HTMLElement>(CONTROLS)[position]
    if (control !== focused && control instanceof HTMLTextAreaElement)
      control.setSelectionRange(start ?? null, end ?? null)
    return control
  }
}
