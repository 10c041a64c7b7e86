const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** A letter in one form, whichever of its cases it came in. */
export const inOneCase = (text: string): string => text.toUpperCase().toLowerCase()

/**
 * What is left of a text when everything is taken away that services change and nobody sees: case,
 * Unicode form, blanks, and marks that do not show. Two texts are the same if this is.
 */
export const plain = (text: string): string =>
  // A line break is a blank before it is a control.
  inOneCase(text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(INVISIBLE, ''))
    .replaceAll(/ +/g, ' ')
    .trim()
