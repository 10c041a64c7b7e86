import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gistOf, isAlike, isSameItem, keyOf, wordsOf } from './words.ts'

describe('the gist of a text', () => {
  it.each([
    ['plain text', 'Two of nine, kept!', 'Two of nine, kept!'],
    ['no text', '', ''],
    ['space around it', '  two words ', 'two words'],
    ['space before it', ' two', 'two'],
    ['more space', 'two   words', 'two words'],
    ['line ends', 'one\r\ntwo\n\nthree\tfour', 'one two three four'],
    ['accents in two parts', 'Cafe\u0301', 'Caf\u00e9'],
    ['a space that does not break', 'a\u00a0b', 'a b'],
    ['nothing but space', ' \n ', ''],
  ])('with %s', (_, text, gist) => {
    expect(gistOf(text)).toBe(gist)
  })

  it('is its own gist, and that of what a service makes of the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'e\u0301', '\u00e9') }),
    )
    fc.assert(
      fc.property(text, (text) => {
        const gist = gistOf(text)
        expect(gistOf(gist)).toBe(gist)
        for (const shown of [text.trim(), text.normalize('NFC'), text.replaceAll('\n', '\r\n')])
          expect(gistOf(shown)).toBe(gist)
      }),
    )
  })
})

describe('two values', () => {
  it('are alike where they are the same words', () => {
    expect(isAlike('a b', 'a  b')).toBe(true)
    expect(isAlike('a b', 'ab')).toBe(false)
    expect(isAlike('a', 'b')).toBe(false)
  })

  it('are alike where they are the same data', () => {
    expect(isAlike(null, null)).toBe(true)
    expect(isAlike({ start: '1' }, { start: '1' })).toBe(true)
    expect(isAlike({ start: '1' }, { start: '2' })).toBe(false)
    expect(isAlike(' ', null)).toBe(false)
    expect(isAlike(null, '')).toBe(false)
    expect(isAlike(true, false)).toBe(false)
    expect(isAlike(['a  b'], 'a  b')).toBe(false)
    expect(isAlike('a  b', ['a  b'])).toBe(false)
    expect(isAlike(['a  b'], ['a b'])).toBe(false)
  })
})

describe('an item', () => {
  it('is named by its known fields, whatever letters they are in', () => {
    const control = { description: 'Reviews  access ', inPlace: true }
    expect(keyOf('userControls', control)).toBe(
      keyOf('userControls', { description: 'Reviews access', inPlace: true, more: 1 }),
    )
    expect(keyOf('userControls', control)).not.toBe(
      keyOf('userControls', { ...control, inPlace: false }),
    )
    expect(keyOf('findings', { description: 'a' })).toBe('a')
  })

  it('is another one where its words stand in other fields', () => {
    expect(keyOf('locations', { city: 'a b', stateOrCountry: '' })).not.toBe(
      keyOf('locations', { city: 'a', stateOrCountry: 'b' }),
    )
    expect(keyOf('locations', { city: 'ab', stateOrCountry: 'c' })).not.toBe(
      keyOf('locations', { city: 'a', stateOrCountry: 'bc' }),
    )
  })

  it('has the words of its texts alone', () => {
    expect(wordsOf('userControls', { description: 'a', inPlace: true })).toBe('a')
    expect(wordsOf('locations', { city: 'a', stateOrCountry: 'b', more: 'c' })).toBe('a b')
  })

  it('is the same where its known fields are the same to the letter', () => {
    const item = { city: 'a', stateOrCountry: 'b' }
    expect(isSameItem('locations', item, item)).toBe(true)
    expect(isSameItem('locations', item, { ...item, more: 1 })).toBe(true)
    expect(isSameItem('locations', item, { ...item, city: 'a ' })).toBe(false)
    expect(isSameItem('locations', item, { ...item, stateOrCountry: 'c' })).toBe(false)
  })
})
