const CONTROLS = 'textarea, input, button'

const rowAt = (list: HTMLElement | null, index: number): HTMLElement | null | undefined =>
  list?.querySelector<HTMLElement>(`[data-row="${index}"]`)

/** The first text of a row. */
export const textAt = (list: HTMLElement | null, index: number): HTMLElement | null | undefined =>
  rowAt(list, index)?.querySelector<HTMLElement>('textarea')

/**
 * Remembers which control of its row has the focus, and the cursor in it, since a row that comes
 * into another group is made anew.
 * @returns what finds the same control in the row's new place
 */
export const sameControl = (focused: HTMLElement) => {
  const row = focused.closest('[data-row]')
  const place = row ? [...row.querySelectorAll(CONTROLS)].indexOf(focused) : -1
  const [start, end] =
    focused instanceof HTMLTextAreaElement ? [focused.selectionStart, focused.selectionEnd] : []
  return (list: HTMLElement | null, index: number): HTMLElement | undefined => {
    const control = rowAt(list, index)?.querySelectorAll<HTMLElement>(CONTROLS)[place]
    if (control !== focused && control instanceof HTMLTextAreaElement)
      control.setSelectionRange(start ?? null, end ?? null)
    return control
  }
}
