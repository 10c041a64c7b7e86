/**
 * Widths of the fonts that every reader of PDF files has (ISO 32000, 9.6.2.2), in thousandths of the
 * em: the characters from space to tilde, as Adobe's metrics give them.
 */
const DIGITS = (width: number): string => `${width} `.repeat(10)

const rowOf = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number)

const ROWS = {
  'Times-Roman': rowOf(
    `250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 ${DIGITS(500)} 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541`,
  ),
  'Times-Bold': rowOf(
    `250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 ${DIGITS(500)} 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520`,
  ),
  'Times-Italic': rowOf(
    `250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 ${DIGITS(500)} 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 611 722 611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541`,
  ),
  Helvetica: rowOf(
    `278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 ${DIGITS(556)} 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584`,
  ),
  'Helvetica-Bold': rowOf(
    `278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 ${DIGITS(556)} 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584`,
  ),
}

/** The name of a font that a file need not hold. */
export type BaseFontName = keyof typeof ROWS

/** Widths of characters beyond ASCII that have no letter as their base. */
const OTHERS: Readonly<Record<string, number>> = {
  '‘': 278,
  '’': 278,
  '“': 444,
  '”': 444,
  '•': 350,
  '–': 528,
  '—': 1000,
  '…': 1000,
  '™': 990,
  '€': 528,
  '©': 748,
  '®': 748,
  '§': 528,
  ß: 556,
  ø: 556,
  Ø: 778,
  æ: 800,
  ﬁ: 528,
  ﬂ: 528,
  '\u00a0': 270,
  '\u00ad': 333,
  '\u200b': 0,
}

/** The codes of characters that Windows' encoding has elsewhere than Unicode. */
const CODES: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
  // These three stand at codes that the encoding leaves free; DIFFERENCES names their glyphs.
  ﬁ: 1,
  ﬂ: 2,
  '\u200b': 3,
}

/** What the encoding of a base font adds to Windows': ligatures, blanks without width, the soft hyphen. */
export const DIFFERENCES = '[1 /fi /fl /space 173 /hyphen]'

/** The code of a character. @throws for one that these fonts do not have */
export const codeOf = (character: string): number => {
  const code = CODES[character] ?? character.charCodeAt(0)
  const isKnown = character in CODES || (code >= 32 && code < 127) || (code >= 160 && code < 256)
  if (!isKnown) throw new Error(`No base font has the character "${character}".`)
  return code
}

/** The width of a character in thousandths of the em. */
export const baseWidthOf = (name: BaseFontName, character: string): number => {
  const row = ROWS[name]
  const base = OTHERS[character] === undefined ? character.normalize('NFD').charCodeAt(0) : 0
  return OTHERS[character] ?? row[base - 32] ?? 556
}
