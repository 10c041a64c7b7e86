import { describe, expect, it } from 'vitest'
import { previousReview } from './previous-review.ts'

const review = (id: number, year: number | string, fields: object = {}) => ({
  id,
  requestedAt: typeof year === 'string' ? year : `${year}-03-01T09:30:00.000Z`,
  status: 'COMPLETED' as const,
  type: 'SOC_REPORT' as const,
  ...fields,
})
const current = review(9, 2026, { status: 'IN_PROGRESS' })

describe('the review before', () => {
  it('is the completed SOC review that was requested last before this one', () => {
    const reviews = [review(1, 2024), current, review(3, 2025), review(2, 2023)]
    expect(previousReview(reviews, current)?.id).toBe(3)
  })

  it('is neither the review itself nor one that came later', () => {
    const completed = review(9, 2026)
    expect(previousReview([completed, review(10, 2027)], completed)).toBeUndefined()
  })

  it('is a SOC report, and completed', () => {
    const others = [
      review(1, 2025, { type: 'SECURITY' }),
      review(2, 2025, { type: 'UPLOAD_REPORT' }),
      review(3, 2025, { status: 'IN_PROGRESS' }),
      review(4, 2025, { status: 'NOT_REQUIRED' }),
    ]
    expect(previousReview(others, current)).toBeUndefined()
    expect(previousReview([...others, review(5, 2020)], current)?.id).toBe(5)
  })

  it('takes the ids for the order of reviews that were requested at one moment, or at none', () => {
    expect(previousReview([review(7, 2026), review(8, 2026), review(10, 2026)], current)?.id).toBe(
      8,
    )
    expect(previousReview([review(4, 'soon'), review(12, 'soon')], current)?.id).toBe(4)
  })
})
