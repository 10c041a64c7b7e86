import { describe, expect, it } from 'vitest'
import { LANDMARKS, NEARLY_FINISHED_MISSING } from '../seed/landmarks.ts'
import { TEST_NOW, testContext } from '../testing.ts'
import { listSecurityReviewActions } from './actions.ts'
import {
  createVendorSecurityReview,
  getVendorSecurityReview,
  listVendorSecurityReviews,
  listVendorSecurityReviewsAcrossVendors,
  updateVendorSecurityReview,
} from './reviews.ts'

const { northwind, quietHarbor, nearlyFinished, overdue, adaReyes } = LANDMARKS
const vendor = { vendorId: northwind.id }
const quietVendor = { vendorId: quietHarbor.id }
const nearlyFinishedReview = { ...vendor, securityReviewId: nearlyFinished.id }
const overdueReview = { ...vendor, securityReviewId: overdue.id }

describe('lists of reviews', () => {
  it('leave the form, the people and the vendor out unless they are asked for', () => {
    const page = listVendorSecurityReviews(testContext(), vendor, {})
    for (const review of page.data)
      for (const name of ['socReviewForm', 'user', 'requesterUser', 'vendor', 'vendorId'])
        expect(review).not.toHaveProperty(name)
  })

  it('expand what is asked for', () => {
    const context = testContext()
    const [review] = listVendorSecurityReviews(context, vendor, { expand: ['user'] }).data
    expect(review).toHaveProperty('user')
    expect(review).not.toHaveProperty('requesterUser')
    const query = { expand: ['vendor' as const], vendorIds: [northwind.id] }
    for (const row of listVendorSecurityReviewsAcrossVendors(context, {}, query).data)
      expect(row).toMatchObject({
        vendorId: northwind.id,
        vendor: { id: northwind.id, name: northwind.name },
      })
  })

  it('filter by days, both ends included', () => {
    const context = testContext()
    const all = listVendorSecurityReviewsAcrossVendors(context, {}, { size: 500 }).data
    const days = all.map(({ createdAt }) => (createdAt ?? '').slice(0, 10))
    const [day] = days
    const found = listVendorSecurityReviewsAcrossVendors(
      context,
      {},
      {
        size: 500,
        createdAtFrom: day,
        createdAtTo: day,
      },
    ).data
    expect(found.length).toBeGreaterThan(0)
    expect(found).toHaveLength(days.filter((other) => other === day).length)
  })

  it('answer no rows for a vendor without reviews and 404 for no vendor', () => {
    const context = testContext()
    expect(listVendorSecurityReviews(context, quietVendor, {}).data).toEqual([])
    expect(() => listVendorSecurityReviews(context, { vendorId: 9 }, {})).toThrow(
      'There is no vendor 9.',
    )
  })
})

describe('one review', () => {
  it('is not found under another vendor', () => {
    const context = testContext()
    expect(() =>
      getVendorSecurityReview(
        context,
        { vendorId: quietHarbor.id, securityReviewId: nearlyFinished.id },
        {},
      ),
    ).toThrow(expect.objectContaining({ status: 404 }))
  })

  it('carries a form only if it is of a SOC report', () => {
    const context = testContext()
    expect(getVendorSecurityReview(context, nearlyFinishedReview, {}).socReviewForm).toBeDefined()
    expect(getVendorSecurityReview(context, overdueReview, {})).not.toHaveProperty('socReviewForm')
  })
})

describe('update', () => {
  it('changes title and form, and nothing else', () => {
    const context = testContext()
    const before = getVendorSecurityReview(context, nearlyFinishedReview, {})
    const after = updateVendorSecurityReview(context, nearlyFinishedReview, {
      title: 'Renamed',
      socForm: { findings: { findings: [{ description: 'four' }] } },
    })
    const { socReviewForm: formBefore, ...rest } = before
    const { socReviewForm: formAfter, ...restAfter } = after
    expect(restAfter).toEqual({ ...rest, title: 'Renamed', updatedAt: TEST_NOW.toISOString() })
    expect(formAfter).toEqual({
      ...formBefore,
      findings: {
        ...formBefore?.findings,
        findings: [...(formBefore?.findings.findings ?? []), { description: 'four' }],
      },
    })
    expect(getVendorSecurityReview(context, nearlyFinishedReview, {})).toEqual(after)
  })

  it('finishes the nearly finished form, field by field', () => {
    const context = testContext()
    const missing = () => {
      const { socReviewForm } = getVendorSecurityReview(context, nearlyFinishedReview, {})
      return Object.values(socReviewForm ?? {}).flatMap((section) =>
        typeof section === 'object' && section ? section.missingRequiredFields : [],
      )
    }
    expect(missing()).toEqual(NEARLY_FINISHED_MISSING)
    expect(listSecurityReviewActions(context, nearlyFinishedReview).data).toEqual([])
    const { socReviewForm } = updateVendorSecurityReview(context, nearlyFinishedReview, {
      socForm: {
        reportOpinion: { reportOpinion: 'UNQUALIFIED', encompassBusinessNeeds: false },
        findings: { hasMaterialImpact: false },
      },
    })
    expect(missing()).toEqual([])
    expect(socReviewForm?.readyToFinalize).toBe(true)
    expect(listSecurityReviewActions(context, nearlyFinishedReview).data).toEqual([
      { action: 'finalize' },
    ])
  })

  it('writes a reviewer by id and reads a name', () => {
    const context = testContext()
    const { socReviewForm } = updateVendorSecurityReview(
      context,
      { vendorId: northwind.id, securityReviewId: 5007 },
      {
        socForm: { reviewerInformation: { reviewerUserId: adaReyes.id } },
      },
    )
    expect(socReviewForm?.reviewerInformation.reviewer).toBe(adaReyes.name)
  })

  it('refuses a reviewer that is none, and a form for what is no SOC report', () => {
    const context = testContext()
    const refused: unknown = expect.objectContaining({ status: 400 })
    expect(() =>
      updateVendorSecurityReview(context, nearlyFinishedReview, {
        socForm: { reviewerInformation: { reviewerUserId: 4 } },
      }),
    ).toThrow(refused)
    expect(() => updateVendorSecurityReview(context, overdueReview, { socForm: {} })).toThrow(
      refused,
    )
  })
})

describe('create', () => {
  it('adds a review that lists and reads back', () => {
    const context = testContext()
    const created = createVendorSecurityReview(context, quietVendor, {
      reviewDeadlineAt: '2026-12-24T10:00:00.000Z',
      securityReviewStatus: 'NOT_YET_STARTED',
      securityReviewType: 'SOC_REPORT',
      title: 'SOC 2 first look',
      requesterUserId: adaReyes.id,
    })
    expect(created).toMatchObject({
      title: 'SOC 2 first look',
      decision: 'PENDING',
      requestedAt: TEST_NOW.toISOString(),
      socReviewForm: { readyToFinalize: false },
    })
    expect(
      getVendorSecurityReview(
        context,
        { vendorId: quietHarbor.id, securityReviewId: created.id },
        {},
      ),
    ).toEqual(created)
    expect(listVendorSecurityReviews(context, quietVendor, {}).data).toHaveLength(1)
  })

  it('names the vendor’s security owner as the requester, or else an admin (contract, point 23)', () => {
    const context = testContext()
    const requesterOf = (vendorId: number) =>
      createVendorSecurityReview(
        context,
        { vendorId },
        {
          reviewDeadlineAt: '2026-12-24T10:00:00.000Z',
          securityReviewStatus: 'NOT_YET_STARTED',
          securityReviewType: 'SECURITY',
        },
      ).requesterUserId
    const vendors = context.store.all('vendors')
    const admin = context.store.all('users').find(({ roles }) => roles?.includes('ADMIN'))
    const owned = vendors.find(({ userId }) => userId !== null)
    const ownerless = vendors.find(({ userId }) => userId === null)
    expect(requesterOf(owned?.id ?? 0)).toBe(owned?.userId)
    expect(requesterOf(ownerless?.id ?? 0)).toBe(admin?.id)
  })
})
