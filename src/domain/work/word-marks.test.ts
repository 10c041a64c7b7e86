import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markWords } from './word-marks.ts'

/** The new text with the new words in brackets. */
const marked = (before: string, after: string): string =>
  markWords(before, after)
    .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
    .join('')

describe('the marks of new words', () => {
  it.each([
    ['nothing is new', 'two of nine', 'two of nine', 'two of nine'],
    ['a word is new', 'two of nine', 'two of ten', 'two of [ten]'],
    ['words in the middle are new', 'two nine', 'two of the nine', 'two [of the ]nine'],
    ['all is new', 'one', 'two three', '[two three]'],
    ['there was nothing', '', 'two three', '[two three]'],
    ['there is nothing', 'two', '', ''],
    ['words are gone', 'two of nine', 'two nine', 'two nine'],
    ['a word has moved', 'a b c', 'c a b', '[c ]a b'],
    ['a word is there once more', 'a b', 'a b a', 'a b [a]'],
    ['only space has changed', 'a b', ' a\n b ', ' a\n b '],
    ['space stands first', 'a', ' b', ' [b]'],
  ])('where %s', (_, before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('leave the text as it is, in as few pieces as there can be', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n') })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = markWords(before, after)
        expect(pieces.map((piece) => piece.text).join('')).toBe(after)
        for (const [index, { isNew }] of pieces.entries())
          expect(pieces[index + 1]?.isNew).not.toBe(isNew)
        for (const { text, isNew } of markWords(after, after)) {
          expect(text).toBe(after)
          expect(isNew).toBe(false)
        }
      }),
    )
  })
})
