import { fieldAt } from '../../../domain/soc/form-fields.ts'
import type { Path } from '../../../domain/work/values.ts'
import { service } from '../../../lib/services.ts'
import { createStore } from '../../../lib/store.ts'

/** What was last done with a suggestion, for screen readers. */
export const evidenceAnnouncement = service(() => createStore(''))

export const announceEvidence = (said: string): void => evidenceAnnouncement().setState(said)

/** The path of the field around an element. The second day of a period belongs to the period. */
const pathAround = (element: Element | null): Path | undefined => {
  for (let at = element; at; at = at.parentElement) {
    const field = fieldAt(at.id.replace(/\.end$/, ''))
    if (field) return field.path
  }
  return undefined
}

/** Presses the button that a key stands for, of the suggestion for the field that has the focus. */
export const pressForFocus = (key: string): void => {
  const path = pathAround(document.activeElement)
  if (path === undefined) return
  document
    .querySelector<HTMLElement>(`[data-evidence="${path}"] [aria-keyshortcuts="${key}"]`)
    ?.click()
}
