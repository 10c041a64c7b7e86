import { describe, expect, it } from 'vitest'
import { LANDMARKS } from '../seed/landmarks.ts'
import { fileOf, TEST_NOW, testContext } from '../testing.ts'
import {
  getVendorDocument,
  getVendorDocuments,
  listVendorQuestionnaires,
  listVendorSecurityReviewSecurityQuestionnaires,
  listVendors,
} from './directory.ts'
import { getVendorSecurityReview, listVendorSecurityReviews } from './reviews.ts'
import {
  createVendorSecurityReviewWithFile,
  sendSecurityQuestionnaire,
  sendSecurityQuestionnaireForSecurityReview,
  uploadVendorDocument,
} from './uploads.ts'

const { northwind, quietHarbor, nearlyFinished, adaReyes } = LANDMARKS
const vendor = { vendorId: northwind.id }
const quietVendor = { vendorId: quietHarbor.id }
const review = { ...vendor, securityReviewId: nearlyFinished.id }
const NOW = TEST_NOW.toISOString()
const notFound: unknown = expect.objectContaining({ status: 404 })
const [first, second] = [fileOf('first.xlsx'), fileOf('second.pdf')]

describe('questionnaires', () => {
  const ofReview = (context = testContext()) =>
    listVendorSecurityReviewSecurityQuestionnaires(context, review, {}).data
  const ofVendor = (context: ReturnType<typeof testContext>, id: number) =>
    listVendorQuestionnaires(context, { vendorId: id }, { sort: 'createdAt' }).data

  it('are made of each file, though only one is answered (contract, point 13)', () => {
    const context = testContext()
    const answered = sendSecurityQuestionnaireForSecurityReview(context, review, {
      files: [first, second],
    })
    expect(answered).toMatchObject({
      title: 'first.xlsx',
      isManualUpload: true,
      isCompleted: true,
      completedBy: null,
      recipientEmail: 'security@northwind-payments.example.com',
      dateSent: NOW,
      completedAt: NOW,
    })
    const list = ofReview(context)
    expect(list).toHaveLength(ofReview().length + 2)
    expect(list).toContainEqual(answered)
    expect(list).toContainEqual({ ...answered, id: answered.id + 1, title: 'second.pdf' })
  })

  it('of a vendor belong to no review', () => {
    const context = testContext()
    const { id } = sendSecurityQuestionnaire(context, vendor, { files: [first] })
    expect(ofReview(context)).toEqual(ofReview())
    expect(ofVendor(context, northwind.id)[0]).toEqual({
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
    const context = testContext()
    const ids = ofVendor(context, northwind.id).map(({ id }) => id)
    for (const { id } of ofReview(context)) expect(ids).toContain(id)
    expect(ids).toContain(7006)
    expect(ofVendor(context, quietHarbor.id)).toEqual([])
  })

  it('go to nobody where the vendor has no contact', () => {
    const context = testContext()
    const { id } =
      listVendors(context, {}, { size: 500 }).data.find((one) => !one.contactsEmail) ?? {}
    expect(
      sendSecurityQuestionnaire(context, { vendorId: id ?? 0 }, { files: [first] }).recipientEmail,
    ).toBe('manual-upload@example.com')
  })

  it('need a vendor and a review of it', () => {
    const context = testContext()
    expect(() => sendSecurityQuestionnaire(context, { vendorId: 9 }, { files: [first] })).toThrow(
      notFound,
    )
    expect(() => listVendorQuestionnaires(context, { vendorId: 9 }, {})).toThrow(notFound)
    expect(() =>
      sendSecurityQuestionnaireForSecurityReview(
        context,
        { vendorId: quietHarbor.id, securityReviewId: nearlyFinished.id },
        { files: [first] },
      ),
    ).toThrow(notFound)
  })
})

describe('documents', () => {
  const upload = (fields: object, context = testContext()) =>
    uploadVendorDocument(context, vendor, { fields, files: [second] })

  it('are listed for their vendor as often as they are uploaded', () => {
    const context = testContext()
    const documents = () => getVendorDocuments(context, vendor, {}).data
    const before = documents()
    const one = upload({ securityReviewId: nearlyFinished.id, type: 'SOC_DOCUMENT' }, context)
    const other = upload({}, context)
    expect(one).toEqual({
      id: one.id,
      name: 'second.pdf',
      type: 'SOC_DOCUMENT',
      createdAt: NOW,
      updatedAt: NOW,
    })
    expect(other).toMatchObject({ name: 'second.pdf', type: 'COMPLIANCE_REPORT' })
    expect(documents()).toEqual([other, one, ...before])
  })

  it('need a vendor, and the review they name must be one of it', () => {
    const context = testContext()
    expect(() =>
      uploadVendorDocument(context, { vendorId: 9 }, { fields: {}, files: [second] }),
    ).toThrow(notFound)
    expect(() => upload({ securityReviewId: 9 })).toThrow(notFound)
    expect(() =>
      uploadVendorDocument(context, quietVendor, {
        fields: { securityReviewId: nearlyFinished.id },
        files: [second],
      }),
    ).toThrow(notFound)
  })

  it('have an address for ten minutes, when it is asked for', () => {
    const context = testContext()
    const { id } = upload({}, context)
    const { downloadUrl } = getVendorDocument(context, { vendorId: northwind.id, documentId: id })
    expect(downloadUrl?.fileName).toBe('second.pdf')
    const url = new URL(downloadUrl?.signedUrl ?? '')
    expect(url.searchParams.get('expires')).toBe(String(TEST_NOW.getTime() + 600_000))
    const list = (query: object) => getVendorDocuments(context, vendor, query).data
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
    const context = testContext()
    const review = createVendorSecurityReviewWithFile(context, quietVendor, {
      fields: { ...request, note: 'From the trust center.', documentType: 'BRIDGE_LETTER' },
      files: [second],
    })
    expect(review).toMatchObject({ title: 'SOC 2 2026', note: 'From the trust center.' })
    expect(
      getVendorSecurityReview(
        context,
        { vendorId: quietHarbor.id, securityReviewId: review.id },
        {},
      ),
    ).toEqual(review)
    expect(getVendorDocuments(context, quietVendor, {}).data).toMatchObject([
      { name: 'second.pdf', type: 'BRIDGE_LETTER' },
    ])
  })

  it('has a document of the type that was chosen, or a compliance report', () => {
    for (const documentType of ['TRUST_CENTER_PAGE', undefined] as const) {
      const context = testContext()
      createVendorSecurityReviewWithFile(context, quietVendor, {
        fields: { ...request, documentType },
        files: [second],
      })
      expect(getVendorDocuments(context, quietVendor, {}).data).toMatchObject([
        { type: documentType ?? 'COMPLIANCE_REPORT' },
      ])
    }
  })

  it('is not there at all where it is refused', () => {
    const context = testContext()
    const create = (vendorId: number, requesterUserId: number) => () =>
      createVendorSecurityReviewWithFile(
        context,
        { vendorId },
        { fields: { ...request, requesterUserId }, files: [second] },
      )
    expect(create(9, adaReyes.id)).toThrow(notFound)
    expect(create(quietHarbor.id, 9)).toThrow(expect.objectContaining({ status: 400 }))
    expect(listVendorSecurityReviews(context, quietVendor, {}).data).toEqual([])
    expect(getVendorDocuments(context, quietVendor, {}).data).toEqual([])
  })
})
