import { describe, expect, it } from 'vitest'
import { LANDMARKS, NEARLY_FINISHED_MISSING } from '../seed/landmarks.ts'
import { TEST_NOW, testService } from '../testing.ts'

const { northwind, quietHarbor, nearlyFinished, overdue, adaReyes } = LANDMARKS

describe('lists of reviews', () => {
  it('leave the form, the people and the vendor out unless they are asked for', () => {
    const page = testService().listVendorSecurityReviews(northwind.id, {})
    for (const review of page.data)
      for (const name of ['socReviewForm', 'user', 'requesterUser', 'vendor', 'vendorId'])
        expect(review).not.toHaveProperty(name)
  })

  it('expand what is asked for', () => {
    const service = testService()
    const [review] = service.listVendorSecurityReviews(northwind.id, { expand: ['user'] }).data
    expect(review).toHaveProperty('user')
    expect(review).not.toHaveProperty('requesterUser')
    const query = { expand: ['vendor' as const], vendorIds: [northwind.id] }
    for (const row of service.listVendorSecurityReviewsAcrossVendors(query).data)
      expect(row).toMatchObject({
        vendorId: northwind.id,
        vendor: { id: northwind.id, name: northwind.name },
      })
  })

  it('filter by days, both ends included', () => {
    const service = testService()
    const all = service.listVendorSecurityReviewsAcrossVendors({ size: 500 }).data
    const days = all.map(({ createdAt }) => (createdAt ?? '').slice(0, 10))
    const [day] = days
    const found = service.listVendorSecurityReviewsAcrossVendors({
      size: 500,
      createdAtFrom: day,
      createdAtTo: day,
    }).data
    expect(found.length).toBeGreaterThan(0)
    expect(found).toHaveLength(days.filter((other) => other === day).length)
  })

  it('answer no rows for a vendor without reviews and 404 for no vendor', () => {
    const service = testService()
    expect(service.listVendorSecurityReviews(quietHarbor.id, {}).data).toEqual([])
    expect(() => service.listVendorSecurityReviews(9, {})).toThrow('There is no vendor 9.')
  })
})

describe('one review', () => {
  it('is not found under another vendor', () => {
    const service = testService()
    expect(() => service.getVendorSecurityReview(quietHarbor.id, nearlyFinished.id, {})).toThrow(
      expect.objectContaining({ status: 404 }),
    )
  })

  it('carries a form only if it is of a SOC report', () => {
    const service = testService()
    expect(
      service.getVendorSecurityReview(northwind.id, nearlyFinished.id, {}).socReviewForm,
    ).toBeDefined()
    expect(service.getVendorSecurityReview(northwind.id, overdue.id, {})).not.toHaveProperty(
      'socReviewForm',
    )
  })
})

describe('update', () => {
  it('changes title and form, and nothing else', () => {
    const service = testService()
    const before = service.getVendorSecurityReview(northwind.id, nearlyFinished.id, {})
    const after = service.updateVendorSecurityReview(northwind.id, nearlyFinished.id, {
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
    expect(service.getVendorSecurityReview(northwind.id, nearlyFinished.id, {})).toEqual(after)
  })

  it('finishes the nearly finished form, field by field', () => {
    const service = testService()
    const missing = () => {
      const { socReviewForm } = service.getVendorSecurityReview(northwind.id, nearlyFinished.id, {})
      return Object.values(socReviewForm ?? {}).flatMap((section) =>
        typeof section === 'object' && section ? section.missingRequiredFields : [],
      )
    }
    expect(missing()).toEqual(NEARLY_FINISHED_MISSING)
    expect(service.listSecurityReviewActions(northwind.id, nearlyFinished.id).data).toEqual([])
    const { socReviewForm } = service.updateVendorSecurityReview(northwind.id, nearlyFinished.id, {
      socForm: {
        reportOpinion: { reportOpinion: 'UNQUALIFIED', encompassBusinessNeeds: false },
        findings: { hasMaterialImpact: false },
      },
    })
    expect(missing()).toEqual([])
    expect(socReviewForm?.readyToFinalize).toBe(true)
    expect(service.listSecurityReviewActions(northwind.id, nearlyFinished.id).data).toEqual([
      { action: 'finalize' },
    ])
  })

  it('writes a reviewer by id and reads a name', () => {
    const service = testService()
    const { socReviewForm } = service.updateVendorSecurityReview(northwind.id, 5007, {
      socForm: { reviewerInformation: { reviewerUserId: adaReyes.id } },
    })
    expect(socReviewForm?.reviewerInformation.reviewer).toBe(adaReyes.name)
  })

  it('refuses a reviewer that is none, and a form for what is no SOC report', () => {
    const service = testService()
    const refused: unknown = expect.objectContaining({ status: 400 })
    expect(() =>
      service.updateVendorSecurityReview(northwind.id, nearlyFinished.id, {
        socForm: { reviewerInformation: { reviewerUserId: 4 } },
      }),
    ).toThrow(refused)
    expect(() =>
      service.updateVendorSecurityReview(northwind.id, overdue.id, { socForm: {} }),
    ).toThrow(refused)
  })
})

describe('create', () => {
  it('adds a review that lists and reads back', () => {
    const service = testService()
    const created = service.createVendorSecurityReview(quietHarbor.id, {
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
    expect(service.getVendorSecurityReview(quietHarbor.id, created.id, {})).toEqual(created)
    expect(service.listVendorSecurityReviews(quietHarbor.id, {}).data).toHaveLength(1)
  })
})
