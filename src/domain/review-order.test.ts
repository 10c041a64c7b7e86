import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../testing/arbitraries.ts'
import { REVIEW_STATUSES } from './contract/enums.ts'
import { isClosed } from './deadline.ts'
import { byDeadline, countOpen, sortByDeadline } from './review-order.ts'

const deadline = fc.oneof(
  instant,
  fc.constantFrom('', 'soon', '2026-11-22T12:00:00Z', '2026-11-22T13:00:00+01:00'),
)
const review = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  reviewDeadlineAt: deadline,
  status: fc.constantFrom(...REVIEW_STATUSES, 'AWAITING_VENDOR'),
})

describe('the order by deadline', () => {
  it('is antisymmetric', () => {
    fc.assert(
      fc.property(review, review, (a, b) => {
        expect(Math.sign(byDeadline(a, b)) + Math.sign(byDeadline(b, a))).toBe(0)
        expect(byDeadline(a, a)).toBe(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is transitive', () => {
    fc.assert(
      fc.property(review, review, review, (a, b, c) => {
        fc.pre(byDeadline(a, b) <= 0 && byDeadline(b, c) <= 0)
        expect(byDeadline(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never takes two reviews for one', () => {
    fc.assert(
      fc.property(review, review, (a, b) => {
        fc.pre(a.id !== b.id)
        expect(byDeadline(a, b)).not.toBe(0)
      }),
    )
  })

  it('has the open before the closed, and gives the same list however it came', () => {
    const reviews = fc.uniqueArray(review, { selector: ({ id }) => id })
    fc.assert(
      fc.property(reviews, (list) => {
        const ordered = list.toSorted(byDeadline)
        expect(list.toReversed().toSorted(byDeadline)).toEqual(ordered)
        const closed = ordered.map(({ status }) => isClosed(status))
        expect(closed.lastIndexOf(false)).toBe(closed.filter((isIt) => !isIt).length - 1)
      }),
    )
  })

  it('is the earliest first while open, the latest first once closed, unknown ones last', () => {
    const of = (id: number, status: string, reviewDeadlineAt: string) => ({
      id,
      status,
      reviewDeadlineAt,
    })
    const list = [
      of(1, 'COMPLETED', 'soon'),
      of(2, 'COMPLETED', '2026-01-01T00:00:00Z'),
      of(3, 'NOT_REQUIRED', '2026-03-01T00:00:00Z'),
      of(4, 'IN_PROGRESS', 'soon'),
      of(5, 'AWAITING_VENDOR', '2026-11-22T13:00:00+02:00'),
      of(6, 'NOT_YET_STARTED', '2026-11-22T12:00:00Z'),
    ]
    expect(list.toSorted(byDeadline).map(({ id }) => id)).toEqual([5, 6, 4, 3, 2, 1])
  })
})

describe('a list that is sorted by deadline', () => {
  const reviews = fc.array(review, { maxLength: 30 })

  it('has the same reviews, each as often as before', () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const given = [...list]
        const sorted = new Set(sortByDeadline(list))
        expect(list).toEqual(given)
        expect(sorted.size).toBe(list.length)
        expect(list.every((one) => sorted.has(one))).toBe(true)
      }),
    )
  })

  it('has all open reviews before the first closed one, each in its order', () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const sorted = sortByDeadline(list)
        const open = countOpen(list)
        expect(sorted.slice(0, open).some(({ status }) => isClosed(status))).toBe(false)
        expect(sorted.slice(open).every(({ status }) => isClosed(status))).toBe(true)
        expect(sorted).toEqual(list.toSorted(byDeadline))
      }),
    )
  })
})
