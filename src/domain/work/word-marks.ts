import { keptInOrder } from './list-diff.ts'

/** A piece of a text, and whether it is new against the text before. */
export interface MarkedPiece {
  text: string
  isNew: boolean
}

/** Words and what is between them; joined again they are the text. */
const piecesOf = (text: string): string[] => text.match(/\s|\S+/g) ?? []

/**
 * Marks the words of a text that another text does not have at their place.
 * @param before the text that was started from
 * @returns pieces that joined are `after`; neighbours that are marked alike are one piece
 */
export const markWords = (before: string, after: string): MarkedPiece[] => {
  const pieces = piecesOf(after)
  const words = pieces.filter((piece) => piece.trim() !== '')
  const known = keptInOrder(piecesOf(before), words)
  const marked: MarkedPiece[] = []
  let word = 0
  for (const text of pieces) {
    const isSpace = text.trim() === ''
    const isNew = isSpace ? (marked.at(-1)?.isNew ?? false) : !known.has(word++)
    const last = marked.at(-1)
    if (last && last.isNew === isNew) last.text += text
    else marked.push({ text, isNew })
  }
  return marked
}
