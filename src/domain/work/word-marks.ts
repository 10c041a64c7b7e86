import { keptInOrder } from './list-diff.ts'

/** A piece of a text, and whether the earlier text lacks it. */
export interface MarkedPiece {
  text: string
  isNew: boolean
}

/** Splits a text into words and the space between them; joined again, they are the text. */
const piecesOf = (text: string): string[] => text.match(/\s|\S+/g) ?? []

/**
 * Marks the words of a text that are new against an earlier text.
 * @param before the earlier text
 * @returns pieces that together make up `after`; neighbours with the same mark are joined
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
