import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './search-params.ts'

const name = fc.string({ minLength: 1, unit: 'grapheme' })
const text = fc.string({ minLength: 1, unit: 'grapheme' })

describe('the part of an address behind "?"', () => {
  it('stays readable', () => {
    const search = stringifySearch({ status: ['IN_PROGRESS', 'COMPLETED'], sort: 'createdAt' })
    expect(search).toBe('?status=IN_PROGRESS,COMPLETED&sort=createdAt')
  })

  it('leaves out what holds nothing', () => {
    expect(stringifySearch({ q: '', status: [], from: undefined })).toBe('')
  })

  it('brings every text back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(name, text, { noNullPrototype: true }), (values) => {
        expect(parseSearch(stringifySearch(values))).toEqual(values)
      }),
    )
  })

  it('brings a list back joined by commas', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (list) => {
        expect(parseSearch(stringifySearch({ list }))).toEqual({ list: list.join(',') })
      }),
    )
  })

  it('reads the last of a repeated parameter, with or without the "?"', () => {
    expect(parseSearch('?a=1&b=2&a=3')).toEqual({ a: '3', b: '2' })
    expect(parseSearch('a=%31')).toEqual({ a: '1' })
    expect(parseSearch('')).toEqual({})
  })

  it('can be any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        for (const value of Object.values(parseSearch(search))) expect(value).toBeTypeOf('string')
      }),
    )
  })
})
