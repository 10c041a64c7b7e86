/**
 * A visible character: no space, no control character, nothing of zero width, and no letter that
 * renders as a blank.
 */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * Returns text only if it is visible: a name of zero-width characters would leave a heading or link
 * empty.
 * @returns the text, trimmed, or null if nothing of it would show
 */
export const visibleText = (text: string | null | undefined): string | null =>
  text && VISIBLE.test(text) ? text.trim() : null
