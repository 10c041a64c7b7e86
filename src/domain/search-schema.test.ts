import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice, choices, day, freeText, NO_ID, pathId } from './search-schema.ts'

const STATUSES = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_REQUIRED'] as const

/** Text from an address, and values that a link within the app may pass. */
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.string()),
  fc.jsonValue({ maxDepth: 1 }).filter((value) => typeof value !== 'object'),
  fc.constantFrom(undefined, null, {}),
)

describe('a piece of an address', () => {
  it('that is one of a set falls back to its default', () => {
    const sort = choice(['updated', 'name'], 'updated')
    expect(sort.parse('name')).toBe('name')
    for (const value of ['Name', '', undefined, null, ['name'], 3])
      expect(sort.parse(value)).toBe('updated')
  })

  it('that is some of a set keeps those that are in it, once each and in its order', () => {
    const status = choices(STATUSES)
    expect(status.parse('COMPLETED,OPEN,,IN_PROGRESS,COMPLETED')).toEqual([
      'IN_PROGRESS',
      'COMPLETED',
    ])
    expect(status.parse(['NOT_REQUIRED', 'OPEN', null])).toEqual(['NOT_REQUIRED'])
    expect(status.parse(undefined)).toEqual([])
  })

  it('that is a day is one that exists, or none', () => {
    expect(day().parse('2026-02-28')).toBe('2026-02-28')
    for (const value of ['2026-02-30', '28.2.2026', '', null, 3])
      expect(day().parse(value)).toBeUndefined()
  })

  it('that is free text is kept up to 200 characters', () => {
    expect(freeText().parse('x'.repeat(200))).toHaveLength(200)
    expect(freeText().parse('x'.repeat(201))).toBe('')
    expect(freeText().parse(undefined)).toBe('')
  })

  it('never fails, whatever it is given', () => {
    const pieces = [choice(['a', 'b'], 'a'), choices(['a', 'b']), day(), freeText(), pathId]
    fc.assert(
      fc.property(anything, (value) => {
        for (const piece of pieces) expect(piece.safeParse(value).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an id in a path', () => {
  it.each([
    ['1', 1],
    ['999999999999999', 999_999_999_999_999],
  ])('%s is %i', (text, id) => {
    expect(pathId.parse(text)).toBe(id)
  })

  it.each(['0', '-1', '01', '1.5', '1e3', ' 7', '7 ', 'new', '', '9999999999999999', '٧', 7, null])(
    '%j is none',
    (value) => {
      expect(pathId.parse(value)).toBe(NO_ID)
    },
  )
})
