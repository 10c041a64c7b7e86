import { describe, expect, it } from 'vitest'
import { LANDMARKS } from '../seed/landmarks.ts'
import { fileOf, TEST_NOW, testService } from '../testing.ts'

const { northwind, quietHarbor, nearlyFinished, adaReyes } = LANDMARKS
const NOW = TEST_NOW.toISOString()
const notFound: unknown = expect.objectContaining({ status: 404 })
const [first, second] = [fileOf('first.xlsx'), fileOf('second.pdf')]

describe('questionnaires', () => {
  const ofReview = (service = testService()) =>
    service.listVendorSecurityReviewSecurityQuestionnaires(northwind.id, nearlyFinished.id, {}).data
  const ofVendor = (service: ReturnType<typeof testService>, id: number) =>
    service.listVendorQuestionnaires(id, { sort: 'createdAt' }).data

  it('are made of each file, though only one is answered (contract, point 13)', () => {
    const service = testService()
    const answered = service.sendSecurityQuestionnaireForSecurityReview(
      northwind.id,
      nearlyFinished.id,
      [first, second],
    )
    expect(answered).toMatchObject({
      title: 'first.xlsx',
      isManualUpload: true,
      isCompleted: true,
      completedBy: null,
      recipientEmail: 'security@northwind-payments.example.com',
      dateSent: NOW,
      completedAt: NOW,
    })
    const list = ofReview(service)
    expect(list).toHaveLength(ofReview().length + 2)
    expect(list).toContainEqual(answered)
    expect(list).toContainEqual({ ...answered, id: answered.id + 1, title: 'second.pdf' })
  })

  it('of a vendor belong to no review', () => {
    const service = testService()
    const { id } = service.sendSecurityQuestionnaire(northwind.id, [first])
    expect(ofReview(service)).toEqual(ofReview())
    expect(ofVendor(service, northwind.id)[0]).toEqual({
      id,
      title: 'first.xlsx',
      recipientEmail: 'security@northwind-payments.example.com',
      isCompleted: true,
      completedBy: null,
      responseId: null,
      dateSent: NOW,
      isManualUpload: true,
    })
  })

  it('are all listed for their vendor, those of its reviews too, and for no other', () => {
    const service = testService()
    const ids = ofVendor(service, northwind.id).map(({ id }) => id)
    for (const { id } of ofReview(service)) expect(ids).toContain(id)
    expect(ids).toContain(7006)
    expect(ofVendor(service, quietHarbor.id)).toEqual([])
  })

  it('go to nobody where the vendor has no contact', () => {
    const service = testService()
    const { id } = service.listVendors({ size: 500 }).data.find((one) => !one.contactsEmail) ?? {}
    expect(service.sendSecurityQuestionnaire(id ?? 0, [first]).recipientEmail).toBe(
      'manual-upload@example.com',
    )
  })

  it('need a vendor and a review of it', () => {
    const service = testService()
    expect(() => service.sendSecurityQuestionnaire(9, [first])).toThrow(notFound)
    expect(() => service.listVendorQuestionnaires(9, {})).toThrow(notFound)
    expect(() =>
      service.sendSecurityQuestionnaireForSecurityReview(quietHarbor.id, nearlyFinished.id, [
        first,
      ]),
    ).toThrow(notFound)
  })
})

describe('documents', () => {
  const upload = (fields: object, service = testService()) =>
    service.uploadVendorDocument(northwind.id, fields, second)

  it('are listed for their vendor as often as they are uploaded', () => {
    const service = testService()
    const own = () => service.getVendorDocuments(northwind.id, {}).data
    const before = own()
    const one = upload({ securityReviewId: nearlyFinished.id, type: 'SOC_DOCUMENT' }, service)
    const other = upload({}, service)
    expect(one).toEqual({
      id: one.id,
      name: 'second.pdf',
      type: 'SOC_DOCUMENT',
      createdAt: NOW,
      updatedAt: NOW,
    })
    expect(other).toMatchObject({ name: 'second.pdf', type: 'COMPLIANCE_REPORT' })
    expect(own()).toEqual([other, one, ...before])
  })

  it('need a vendor, and the review they name must be one of it', () => {
    const service = testService()
    expect(() => service.uploadVendorDocument(9, {}, second)).toThrow(notFound)
    expect(() => upload({ securityReviewId: 9 })).toThrow(notFound)
    expect(() =>
      service.uploadVendorDocument(quietHarbor.id, { securityReviewId: nearlyFinished.id }, second),
    ).toThrow(notFound)
  })

  it('have an address for ten minutes, when it is asked for', () => {
    const service = testService()
    const { id } = upload({}, service)
    const { downloadUrl } = service.getVendorDocument(northwind.id, id)
    const url = new URL(downloadUrl?.signedUrl ?? '')
    expect(url.searchParams.get('expires')).toBe(String(TEST_NOW.getTime() + 600_000))
    const list = (query: object) => service.getVendorDocuments(northwind.id, query).data
    for (const one of list({})) expect(one).not.toHaveProperty('downloadUrl')
    for (const one of list({ expand: ['downloadUrl'] })) expect(one).toHaveProperty('downloadUrl')
  })
})

describe('a review with its file', () => {
  const request = {
    title: 'SOC 2 2026',
    reviewDeadlineAt: '2026-12-24T10:00:00.000Z',
    securityReviewStatus: 'NOT_YET_STARTED',
    securityReviewType: 'SOC_REPORT',
  } as const

  it('is there with a document', () => {
    const service = testService()
    const review = service.createVendorSecurityReviewWithFile(
      quietHarbor.id,
      { ...request, note: 'From the trust center.', documentType: 'BRIDGE_LETTER' },
      second,
    )
    expect(review).toMatchObject({ title: 'SOC 2 2026', note: 'From the trust center.' })
    expect(service.getVendorSecurityReview(quietHarbor.id, review.id, {})).toEqual(review)
    expect(service.getVendorDocuments(quietHarbor.id, {}).data).toMatchObject([
      { name: 'second.pdf', type: 'BRIDGE_LETTER' },
    ])
  })

  it('has a document of a type that lists know', () => {
    for (const documentType of ['TRUST_CENTER_PAGE', undefined] as const) {
      const service = testService()
      service.createVendorSecurityReviewWithFile(
        quietHarbor.id,
        { ...request, documentType },
        second,
      )
      expect(service.getVendorDocuments(quietHarbor.id, {}).data).toMatchObject([
        { type: 'COMPLIANCE_REPORT' },
      ])
    }
  })

  it('is not there at all where it is refused', () => {
    const service = testService()
    const create = (vendorId: number, requesterUserId: number) => () =>
      service.createVendorSecurityReviewWithFile(vendorId, { ...request, requesterUserId }, second)
    expect(create(9, adaReyes.id)).toThrow(notFound)
    expect(create(quietHarbor.id, 9)).toThrow(expect.objectContaining({ status: 400 }))
    expect(service.listVendorSecurityReviews(quietHarbor.id, {}).data).toEqual([])
    expect(service.getVendorDocuments(quietHarbor.id, {}).data).toEqual([])
  })
})
