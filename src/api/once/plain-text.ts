const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** Folds the case of letters, including those whose case changes are not symmetric. */
export const inOneCase = (text: string): string => text.toUpperCase().toLowerCase()

/**
 * A text without the parts that services change and nobody sees: case, Unicode form, blanks and
 * invisible marks. Two texts count as the same if these are equal.
 */
export const plain = (text: string): string =>
  // Replace white space first: a line break would otherwise be removed as a control character.
  inOneCase(text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(INVISIBLE, ''))
    .replaceAll(/ +/g, ' ')
    .trim()
