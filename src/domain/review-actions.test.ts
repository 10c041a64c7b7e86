import { describe, expect, it } from 'vitest'
import { REVIEW_TYPES } from './contract/enums.ts'
import { type Review, reviewTitle, reviewVendorId } from './contract/review.ts'
import { reviewSchema } from './contract/review-with-form.ts'
import { availableActions, dialectSupports, whyNoAction } from './review-actions.ts'

const reviewOf = (status: string, type: string, readyToFinalize?: boolean): Review =>
  reviewSchema.parse({
    id: 7,
    status,
    type,
    ...(readyToFinalize !== undefined && { socReviewForm: { readyToFinalize } }),
  })

describe('the actions open to a review', () => {
  it.each([
    ['NOT_YET_STARTED', 'SECURITY', undefined, ['finalize']],
    ['IN_PROGRESS', 'SECURITY', undefined, ['finalize']],
    ['IN_PROGRESS', 'UPLOAD_REPORT', undefined, ['finalize']],
    ['COMPLETED', 'SECURITY', undefined, ['reopen']],
    ['NOT_REQUIRED', 'SECURITY', undefined, []],
    ['AWAITING_VENDOR', 'SECURITY', undefined, []],
    ['IN_PROGRESS', 'SOC_REPORT', true, ['finalize']],
    ['IN_PROGRESS', 'SOC_REPORT', false, []],
    ['IN_PROGRESS', 'SOC_REPORT', undefined, []],
    ['COMPLETED', 'SOC_REPORT', false, ['reopen']],
  ])('%s, %s, form ready %s: %j', (status, type, ready, actions) => {
    expect(availableActions(reviewOf(status, type, ready))).toEqual(actions)
  })

  it('of 2025 are those of SOC reports alone', () => {
    expect(REVIEW_TYPES.filter((type) => dialectSupports('2025', { type }))).toEqual(['SOC_REPORT'])
    expect(REVIEW_TYPES.filter((type) => dialectSupports('2026', { type }))).toEqual(REVIEW_TYPES)
  })
})

describe('why there is no action', () => {
  it('is said as far as the review tells', () => {
    expect(whyNoAction(reviewOf('NOT_REQUIRED', 'SECURITY'), 0)).toContain('not required')
    expect(whyNoAction(reviewOf('IN_PROGRESS', 'SOC_REPORT'), 1)).toContain('the missing field is')
    expect(whyNoAction(reviewOf('IN_PROGRESS', 'SOC_REPORT'), 3)).toContain('the 3 missing fields')
    for (const review of [
      reviewOf('IN_PROGRESS', 'SOC_REPORT', true),
      reviewOf('IN_PROGRESS', 'SECURITY'),
      reviewOf('COMPLETED', 'SOC_REPORT', false),
    ])
      expect(whyNoAction(review, 0)).toBe('Drata offers no action for this review at the moment.')
  })

  it('may be that the service finds a form unready where the page misses nothing (contract, point 15)', () => {
    for (const isReady of [undefined, false])
      expect(whyNoAction(reviewOf('IN_PROGRESS', 'SOC_REPORT', isReady), 0)).toContain(
        'Its check may not count the form as ready yet.',
      )
  })
})

describe('a review', () => {
  it('without a visible title is named by its number', () => {
    expect(reviewTitle({ id: 7, title: ' SOC 2 ' })).toBe('SOC 2')
    for (const title of [null, '', '  \n'])
      expect(reviewTitle({ id: 7, title })).toBe('Untitled review #7')
  })

  it('belongs to the vendor that it names, in either way', () => {
    expect(reviewVendorId({ vendorId: 3 })).toBe(3)
    expect(reviewVendorId({ vendor: { id: 4, name: 'Acme' } })).toBe(4)
    expect(reviewVendorId({})).toBeUndefined()
  })
})
