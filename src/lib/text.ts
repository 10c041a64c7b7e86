/**
 * Text that can be seen: names of zero-width characters alone would leave headings and links empty.
 * @returns the text without space around it, or null where nothing of it would show
 */
export const visibleText = (text: string | null | undefined): string | null =>
  text && /[^\s\p{Cc}\p{Cf}]/u.test(text) ? text.trim() : null
