import { expect, it } from 'vitest'
import { reviewSchema } from '../../../domain/contract/review-with-form.ts'
import { requestFor, rowOf } from '../../../testing/creations.ts'
import { judgeCreation, traitsOf } from './review-lookup.ts'

const request = requestFor('SOC 2')
const review = (id: number, change: Record<string, unknown> = {}) =>
  reviewSchema.parse(rowOf(request, id, change))
const NONE = { ids: [], unreadable: 0 }

it('a review that another creation accounts for counts for no other', () => {
  const listing = { data: [review(12), review(13, { title: 'Other' })], unreadable: 0 }
  expect(judgeCreation(request, NONE, listing, () => true)).toEqual({ outcome: 'absent' })
  expect(judgeCreation(request, NONE, listing, (id) => id === 13)).toMatchObject({
    outcome: 'done',
    review: { id: 12 },
  })
  expect(judgeCreation(request, NONE, listing, (id) => id === 12)).toMatchObject({
    outcome: 'unsure',
    candidates: [{ id: 13 }],
  })
})

it('a few reviews are shown where nobody knows what was there before', () => {
  const data = Array.from({ length: 30 }, (_, index) => review(index + 1, { title: 'Other' }))
  const finding = judgeCreation(request, null, { data, unreadable: 0 }, () => false)
  expect(finding).toMatchObject({ outcome: 'unsure', candidates: { length: 5 } })
})

it.each(['SOC 2', ' soc  2 ', 'SOC\u00A02', 'SOC 2\u200B', '\u200ESOC\n2'])(
  'a title is known in the form %j',
  (title) => {
    expect(traitsOf({ ...request, title })).toBe(traitsOf(request))
  },
)
