import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valid } from '../../testing/arbitraries.ts'
import { mangled } from '../../testing/mangled.ts'
import { reviewsSchema } from './review.ts'
import { reviewContract, reviewsContract } from './review-with-form.ts'

const reviews = valid(reviewContract)
const readableRows = fc.array(fc.oneof(reviews, mangled(reviews)), { maxLength: 5 })
const unreadableRows = fc.array(
  fc.oneof(
    fc.constantFrom(null, 'a row', 42, [], {}, { title: 'No id' }),
    reviews.map((review) => ({ ...review, id: 0 })),
  ),
  { maxLength: 4 },
)

describe('a page of a list', () => {
  it('of the contract is read whole', () => {
    fc.assert(
      fc.property(valid(reviewsContract), (page) => {
        expect(reviewsContract.safeParse(page).success).toBe(true)
        const read = reviewsSchema.parse(page)
        expect(read.unreadable).toBe(0)
        expect(read.data.map(({ id }) => id)).toEqual(page.data.map(({ id }) => id))
        expect(read.cursor).toBe(page.pagination.cursor || null)
        expect(read.totalCount).toBe(page.pagination.totalCount ?? null)
      }),
    )
  })

  it('keeps the rows that can be read, in their order, and counts the others', () => {
    const rows = fc.tuple(readableRows, unreadableRows).chain(([good, bad]) =>
      fc.record({
        data: fc.shuffledSubarray([...good, ...bad], { minLength: good.length + bad.length }),
        good: fc.constant(good),
        bad: fc.constant(bad),
      }),
    )
    fc.assert(
      fc.property(rows, ({ data, good, bad }) => {
        const read = reviewsSchema.parse({ data, pagination: { cursor: null } })
        const wanted = data.filter((row) => (good as unknown[]).includes(row))
        expect(read.data.map(({ id }) => id)).toEqual(
          wanted.map((row) => Number((row as { id: unknown }).id)),
        )
        expect(read.unreadable).toBe(bad.length)
      }),
    )
  })

  it.each([undefined, null, 'none', 3, [], {}, { cursor: '' }, { cursor: null }])(
    'is the last one when its pagination is %j',
    (pagination) => {
      expect(reviewsSchema.parse({ data: [{ id: 1 }], pagination })).toMatchObject({
        cursor: null,
        totalCount: null,
        unreadable: 0,
      })
    },
  )

  it('takes a number in words for the total', () => {
    const pagination = { cursor: 'next', totalCount: '12' }
    expect(reviewsSchema.parse({ data: [], pagination })).toMatchObject({
      cursor: 'next',
      totalCount: 12,
    })
  })

  it.each([
    null,
    undefined,
    'a page',
    [],
    [{ id: 1 }],
    {},
    { data: null },
    { data: {} },
    { data: 'rows' },
    { items: [] },
  ])('cannot be read from %j', (answer) => {
    expect(reviewsSchema.safeParse(answer).success).toBe(false)
  })
})
