/** All that shows: no space, no control, nothing of zero width, and no letter that is a blank. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * Text that can be seen: names of zero-width characters alone would leave headings and links empty.
 * @returns the text without space around it, or null where nothing of it would show
 */
export const visibleText = (text: string | null | undefined): string | null =>
  text && VISIBLE.test(text) ? text.trim() : null
