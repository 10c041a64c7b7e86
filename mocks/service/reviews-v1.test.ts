import { expect, it } from 'vitest'
import { reviewV1Contract } from '../../src/domain/contract/review-v1.ts'
import { LANDMARKS } from '../seed/landmarks.ts'
import { testContext } from '../testing.ts'
import { getVendorSecurityReview, listVendorSecurityReviews } from './reviews.ts'
import { createVendorSecurityReviewV1 } from './reviews-v1.ts'

const { northwind, quietHarbor, adaReyes } = LANDMARKS
const request = {
  title: null,
  reviewDeadlineAt: '2026-12-24T10:00:00.000Z',
  requestedAt: '2026-11-20T08:00:00.000Z',
  securityReviewStatus: 'IN_PROGRESS',
  securityReviewType: 'SOC_REPORT',
} as const

it('answers a new review with the vendor and both users embedded', () => {
  const context = testContext()
  const created = createVendorSecurityReviewV1(
    context,
    { vendorId: northwind.id },
    {
      ...request,
      requesterUserId: adaReyes.id,
    },
  )
  expect(reviewV1Contract.parse(created)).toEqual({
    id: created.id,
    requestedAt: request.requestedAt,
    reviewDeadlineAt: request.reviewDeadlineAt,
    decision: 'PENDING',
    note: null,
    status: 'IN_PROGRESS',
    type: 'SOC_REPORT',
    user: null,
    requesterUser: {
      id: adaReyes.id,
      email: 'ada.reyes@haldenrook.example',
      firstName: 'Ada',
      lastName: 'Reyes',
      jobTitle: 'Lead security analyst',
    },
    vendor: expect.objectContaining({
      id: northwind.id,
      name: northwind.name,
      critical: true,
      status: 'ACTIVE',
    }) as unknown,
  })
  expect(created.vendor?.latestSecurityReviews?.[0]).toMatchObject({ id: created.id, title: null })
  expect(
    getVendorSecurityReview(context, { vendorId: northwind.id, securityReviewId: created.id }, {}),
  ).toMatchObject({
    title: null,
    requestedAt: request.requestedAt,
    socReviewForm: { readyToFinalize: false },
  })
})

it('refuses an unknown vendor and an unknown requester', () => {
  const context = testContext()
  expect(() => createVendorSecurityReviewV1(context, { vendorId: 9 }, request)).toThrow(
    expect.objectContaining({ status: 404 }),
  )
  expect(() =>
    createVendorSecurityReviewV1(
      context,
      { vendorId: quietHarbor.id },
      { ...request, requesterUserId: 9 },
    ),
  ).toThrow(expect.objectContaining({ status: 400 }))
  expect(listVendorSecurityReviews(context, { vendorId: quietHarbor.id }, {}).data).toEqual([])
})
