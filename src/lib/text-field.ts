/** Types of inputs that text can be typed, pasted and dragged into. */
const TEXT_TYPES: readonly string[] = [
  'text',
  'search',
  'url',
  'tel',
  'email',
  'password',
  'number',
]

const takesText = (field: Element): boolean => {
  if (field instanceof HTMLTextAreaElement) return !field.disabled && !field.readOnly
  if (field instanceof HTMLInputElement)
    return TEXT_TYPES.includes(field.type) && !field.disabled && !field.readOnly
  return true
}

/**
 * The text field that an event is about, in which its user can write.
 * @param target the event's target; in Firefox it may be a text node
 * @returns null where nothing can be written
 */
export const textFieldAt = (target: EventTarget | null): Element | null => {
  const element =
    target instanceof Element ? target : target instanceof Node && target.parentElement
  const field = element
    ? element.closest('textarea, input, [contenteditable]:not([contenteditable="false"])')
    : null
  return field && takesText(field) ? field : null
}
