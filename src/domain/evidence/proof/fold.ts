import type { TextItem } from '../layout/page-text.ts'

/** Text without white space, case, kinds of quotation marks, ligatures and hyphens. */
export interface FoldedText {
  text: string
  /** For each character, its item and its place in the item's text. */
  items: Int32Array
  offsets: Int32Array
  /** For each character, the hyphen before it. */
  hyphens: Uint8Array
}

/** The kinds of {@link FoldedText.hyphens}: one at a line's end may belong to no word. */
export const HYPHEN = { none: 0, word: 1, lineEnd: 2 } as const

/** Ends a cell or a block, so that no quote runs from one into the next. */
export const BOUNDARY = '\u0000'

const FOLDED: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
}
const IGNORED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/
const HYPHENS = new Set(['-', '\u2010', '\u2011'])

const foldCharacter = (character: string): string => FOLDED[character] ?? character.toLowerCase()

/** A piece to fold: an item's text, whether a line ends after it, or a boundary. */
interface Piece {
  text: string
  item: number
  endsLine: boolean
}

const fold = (pieces: readonly Piece[]): FoldedText => {
  const characters: string[] = []
  const items: number[] = []
  const offsets: number[] = []
  const hyphens: number[] = []
  let pending: number = HYPHEN.none
  for (const { text, item, endsLine } of pieces) {
    const end = text.trimEnd().length
    for (let at = 0; at < end; at++) {
      const character = text.charAt(at)
      if (IGNORED.test(character)) continue
      if (HYPHENS.has(character)) {
        pending = endsLine && at === end - 1 ? HYPHEN.lineEnd : HYPHEN.word
        continue
      }
      for (const folded of foldCharacter(character)) {
        characters.push(folded)
        items.push(item)
        offsets.push(at)
        hyphens.push(pending)
        pending = HYPHEN.none
      }
    }
  }
  return {
    text: characters.join(''),
    items: Int32Array.from(items),
    offsets: Int32Array.from(offsets),
    hyphens: Uint8Array.from(hyphens),
  }
}

const isNewLine = (item: TextItem, next: TextItem | undefined): boolean =>
  !next || Math.abs(next.y - item.y) > item.size * 0.5 || next.x < item.x

/**
 * Folds the items of a page.
 * @param flow items in reading order; null stands between texts that do not belong together
 */
export const foldItems = (flow: readonly (TextItem | null)[]): FoldedText =>
  fold(
    flow.map((item, at) =>
      item
        ? {
            text: item.text,
            item: item.index,
            endsLine: isNewLine(item, flow[at + 1] ?? undefined),
          }
        : { text: BOUNDARY, item: -1, endsLine: false },
    ),
  )

/** Folds the text of a quote. */
export const foldText = (text: string): FoldedText => fold([{ text, item: 0, endsLine: false }])
