import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { vendorDocumentContract } from '../../src/domain/contract/document.ts'
import {
  CERTIFICATIONS,
  DECISIONS,
  LIMITS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
} from '../../src/domain/contract/enums.ts'
import {
  listedQuestionnaireContract,
  questionnaireContract,
} from '../../src/domain/contract/questionnaire.ts'
import { reviewContract } from '../../src/domain/contract/review-with-form.ts'
import { userContract } from '../../src/domain/contract/user.ts'
import { vendorContract } from '../../src/domain/contract/vendor.ts'
import { deadlineOf } from '../../src/domain/deadline.ts'
import { socProgress } from '../../src/domain/soc/completeness.ts'
import { breachOf } from '../conforms.ts'
import { DEMO_FILE_NAMES } from '../reports/demo-files.ts'
import {
  answerDocument,
  answerListedQuestionnaire,
  answerQuestionnaire,
  answerReview,
  answerUser,
  answerVendor,
} from '../service/answers.ts'
import { emptySocForm } from '../service/soc-form.ts'
import { memoryStore } from '../service/store.ts'
import { TEST_DAY, TEST_NOW, testSeed } from '../testing.ts'
import {
  LANDMARKS,
  LARGE_FINDING_COUNT,
  LARGE_USER_CONTROL_COUNT,
  MANY_REVIEW_COUNT,
  MANY_VENDOR_COUNT,
  NEARLY_FINISHED_MISSING,
  REVIEW_COUNT,
  VENDOR_COUNT,
} from './landmarks.ts'
import { manyStore } from './many.ts'
import { hasReportFile, REPORT_DOCUMENTS, REPORT_VENDORS } from './report-vendors.ts'
import { createSeed } from './seed.ts'

const seed = testSeed()
const store = memoryStore(seed)
const reviewOf = ({ id }: { id: number }) => {
  const review = store.find('reviews', id)
  if (!review) throw new Error(`No review ${id}`)
  return review
}
const dueIn = (landmark: { id: number }) => deadlineOf(reviewOf(landmark), TEST_DAY).days

describe('the seed', () => {
  it('has 40 vendors, 160 reviews and 15 people, each with its own id', () => {
    expect(VENDOR_COUNT).toBe(40)
    expect(REVIEW_COUNT).toBe(160)
    expect(store.all('vendors')).toHaveLength(40)
    expect(store.all('reviews')).toHaveLength(160)
    expect(store.all('users')).toHaveLength(15)
    expect(seed.vendors).toHaveLength(40)
    expect(seed.reviews).toHaveLength(160)
  })

  it('is the same every time, and moves with the day', () => {
    expect(testSeed()).toEqual(seed)
    const later = createSeed({ today: '2027-02-01', unknownValues: false })
    expect(later.reviews.map(({ id, vendorId }) => [id, vendorId])).toEqual(
      seed.reviews.map(({ id, vendorId }) => [id, vendorId]),
    )
    expect(deadlineOf(later.reviews[0] ?? reviewOf({ id: 5001 }), '2027-02-01').days).toBe(4)
  })

  it('passes the contract to the letter, record by record', () => {
    const passes = (contract: z.ZodMiniType, answers: unknown[]) => {
      for (const answer of answers) expect(breachOf(contract, answer, false)).toBeUndefined()
    }
    const people = ['user', 'requesterUser', 'vendorUser', 'vendorRelationshipContact']
    passes(
      vendorContract,
      seed.vendors.map((record) => answerVendor(store, record, people)),
    )
    passes(
      reviewContract,
      seed.reviews.map((record) => answerReview(store, record, { expand: people, withForm: true })),
    )
    passes(
      userContract,
      seed.users.map((record) => answerUser(record, ['roles'])),
    )
    passes(questionnaireContract, seed.questionnaires.map(answerQuestionnaire))
    passes(listedQuestionnaireContract, seed.questionnaires.map(answerListedQuestionnaire))
    passes(
      vendorDocumentContract,
      seed.documents.map((record) => answerDocument(record, 'https://files.example.com/1')),
    )
  })

  it('has every type with every status, and every decision', () => {
    for (const type of REVIEW_TYPES)
      for (const status of REVIEW_STATUSES)
        expect(seed.reviews.some((one) => one.type === type && one.status === status)).toBe(true)
    for (const decision of [...DECISIONS, null])
      expect(seed.reviews.some((review) => review.decision === decision)).toBe(true)
  })

  it('has SOC forms of every kind', () => {
    const forms = seed.reviews.flatMap(({ socReviewForm }) =>
      socReviewForm ? [socReviewForm] : [],
    )
    for (const certification of CERTIFICATIONS)
      expect(forms.some((form) => form.complianceScope.certification === certification)).toBe(true)
    for (const scopeType of ['TYPE_1', 'TYPE_2'])
      expect(forms.some((form) => form.complianceScope.scopeType === scopeType)).toBe(true)
    for (const opinion of ['QUALIFIED', 'UNQUALIFIED', 'ADVERSE'])
      expect(forms.some((form) => form.reportOpinion.reportOpinion === opinion)).toBe(true)
    const counts = forms.map((form) => socProgress(form).completeCount)
    expect(new Set(counts).size).toBeGreaterThan(3)
    for (const { reviewerInformation, complianceScope } of forms) {
      const issued = reviewerInformation.reportIssueDate
      if (issued === null) continue
      expect(issued < TEST_DAY).toBe(true)
      expect(issued > (complianceScope.auditPeriodRange.end ?? '')).toBe(true)
    }
  })

  it('has deadlines of every kind, at varied hours, and nothing that happened in the future', () => {
    const deadlines = seed.reviews.map((review) => deadlineOf(review, TEST_DAY))
    for (const state of ['overdue', 'due-soon', 'later', 'closed'])
      expect(deadlines.filter((deadline) => deadline.state === state).length).toBeGreaterThan(3)
    expect(deadlines.some(({ text }) => text === 'Due today')).toBe(true)
    expect(
      new Set(seed.reviews.map(({ reviewDeadlineAt }) => reviewDeadlineAt.slice(11, 13))).size,
    ).toBeGreaterThan(12)
    for (const { createdAt, updatedAt } of seed.reviews) {
      expect(createdAt <= updatedAt).toBe(true)
      expect(updatedAt < TEST_NOW.toISOString()).toBe(true)
    }
  })

  it('has titles as long as they may be, and none', () => {
    const lengths = seed.reviews.map(({ title }) => title?.length ?? null)
    expect(lengths).toContain(LIMITS.title)
    expect(Math.max(...lengths.map(Number))).toBe(LIMITS.title)
    expect(lengths.filter((length) => length === null).length).toBeGreaterThan(5)
  })
})

describe('landmarks', () => {
  it('name the vendors', () => {
    const { northwind, quietHarbor, arabicVendor, japaneseVendor, longNameVendor } = LANDMARKS
    for (const { id, name } of [
      northwind,
      quietHarbor,
      arabicVendor,
      japaneseVendor,
      longNameVendor,
    ])
      expect(store.find('vendors', id)?.name).toBe(name)
    expect(store.find('vendors', northwind.id)).toMatchObject({
      critical: true,
      risk: 'HIGH',
      status: 'ACTIVE',
      category: 'FINANCE',
      hasPii: true,
      renewalScheduleType: 'ONE_YEAR',
    })
    const of = (vendorId: number) => seed.reviews.filter((one) => one.vendorId === vendorId)
    expect(of(northwind.id).length).toBeGreaterThanOrEqual(9)
    expect(of(quietHarbor.id)).toEqual([])
  })

  it('name the reviews', () => {
    const { northwind, adaReyes, ...others } = LANDMARKS
    for (const landmark of Object.values(others).filter((one) => 'title' in one)) {
      const { title, vendorId } = reviewOf(landmark)
      expect([landmark.id, title, vendorId]).toEqual([landmark.id, landmark.title, northwind.id])
    }
    expect(reviewOf(LANDMARKS.nearlyFinished).userId).toBe(adaReyes.id)
  })

  it('have the states they are named for', () => {
    const state = (landmark: { id: number }) => {
      const { type, status, decision } = reviewOf(landmark)
      return [type, status, decision]
    }
    expect(state(LANDMARKS.nearlyFinished)).toEqual(['SOC_REPORT', 'IN_PROGRESS', 'PENDING'])
    expect(state(LANDMARKS.completed)).toEqual(['SOC_REPORT', 'COMPLETED', 'APPROVED'])
    expect(state(LANDMARKS.readyToFinalize)).toEqual(['SOC_REPORT', 'IN_PROGRESS', 'PENDING'])
    expect(state(LANDMARKS.overdue)).toEqual(['SECURITY', 'IN_PROGRESS', 'PENDING'])
    expect(state(LANDMARKS.untitled)).toEqual(['UPLOAD_REPORT', 'NOT_YET_STARTED', 'PENDING'])
    expect(state(LANDMARKS.large)).toEqual(['SOC_REPORT', 'IN_PROGRESS', 'PENDING'])
    expect(state(LANDMARKS.empty)).toEqual(['SOC_REPORT', 'NOT_YET_STARTED', 'PENDING'])
    expect(reviewOf(LANDMARKS.notRequired).status).toBe('NOT_REQUIRED')
    expect([dueIn(LANDMARKS.nearlyFinished), dueIn(LANDMARKS.readyToFinalize)]).toEqual([4, 2])
    expect(dueIn(LANDMARKS.overdue)).toBe(-3)
    expect(reviewOf(LANDMARKS.completed).note).toBeTruthy()
  })

  it('have the forms they are named for', () => {
    const formOf = (landmark: { id: number }) => {
      const { socReviewForm } = reviewOf(landmark)
      if (!socReviewForm) throw new Error(`No form in ${landmark.id}`)
      return socReviewForm
    }
    const nearly = socProgress(formOf(LANDMARKS.nearlyFinished))
    expect(nearly.completeCount).toBe(6)
    expect(nearly.missing.map(({ path }) => path)).toEqual(NEARLY_FINISHED_MISSING)
    expect(formOf(LANDMARKS.nearlyFinished)).toMatchObject({
      reviewerInformation: { reviewer: LANDMARKS.adaReyes.name },
      complianceScope: { certification: 'SOC_2', scopeType: 'TYPE_2' },
    })
    expect(formOf(LANDMARKS.nearlyFinished).findings.findings).toHaveLength(3)
    expect(formOf(LANDMARKS.completed).readyToFinalize).toBe(true)
    expect(formOf(LANDMARKS.readyToFinalize).readyToFinalize).toBe(true)
    expect(formOf(LANDMARKS.readyToFinalize).complianceScope.certification).toBe('SOC_1')
    const large = formOf(LANDMARKS.large)
    const controls = large.endUserControls.userControls.map(({ description }) => description)
    const findings = large.findings.findings.map(({ description }) => description)
    expect(new Set(controls).size).toBe(LARGE_USER_CONTROL_COUNT)
    expect(new Set(findings).size).toBe(LARGE_FINDING_COUNT)
    expect(formOf(LANDMARKS.empty)).toMatchObject({
      reviewerInformation: { reviewer: null, reportIssueDate: null, isComplete: false },
      findings: { findings: [] },
    })
  })

  it('have questionnaires and documents', () => {
    const { northwind, nearlyFinished } = LANDMARKS
    const ofNorthwind = seed.questionnaires.filter(({ vendorId }) => vendorId === northwind.id)
    const ids = (reviewId: number | null) =>
      ofNorthwind.filter((one) => one.reviewId === reviewId).map(({ id }) => id)
    expect(ids(nearlyFinished.id)).toEqual([7001, 7002, 7003])
    expect(ids(null)).toEqual([7006, 7007, 7008])
    expect(seed.documents.filter(({ vendorId }) => vendorId === northwind.id)).toHaveLength(11)
    expect(store.find('documents', 9005)?.name).toBe('soc2-2025-review.pdf')
    for (const { recipientEmail } of seed.questionnaires) expect(recipientEmail).toContain('@')
  })
})

describe('the vendors with reports to read', () => {
  it('have an open SOC review each, whose form is nearly empty', () => {
    for (const { vendorId, reviewId } of Object.values(REPORT_VENDORS)) {
      const review = reviewOf({ id: reviewId })
      expect([review.vendorId, review.type]).toEqual([vendorId, 'SOC_REPORT'])
      expect(['NOT_YET_STARTED', 'IN_PROGRESS']).toContain(review.status)
      if (!review.socReviewForm) throw new Error(`No form in ${reviewId}`)
      const { missing } = socProgress(review.socReviewForm)
      const empty = socProgress(emptySocForm()).missing
      expect(missing.length).toBeGreaterThanOrEqual(empty.length - 1)
    }
  })

  it('list the files that the reports are made as, and no others', () => {
    const listed = REPORT_DOCUMENTS.map(([, name]) => name)
    expect(listed.toSorted()).toEqual(DEMO_FILE_NAMES.toSorted())
    expect(seed.documents.filter(hasReportFile).map(({ name }) => name)).toEqual(listed)
    for (const [vendorId] of REPORT_DOCUMENTS)
      expect(store.find('vendors', vendorId)?.status).not.toBe('ARCHIVED')
    expect(hasReportFile({ vendorId: LANDMARKS.northwind.id, name: listed[0] ?? '' })).toBe(false)
  })
})

describe('with unknown values', () => {
  it('differs only in a few words that the contract does not know', () => {
    const newer = createSeed({ today: TEST_DAY, unknownValues: true })
    const changed = newer.reviews.filter(
      (review, index) => JSON.stringify(review) !== JSON.stringify(seed.reviews[index]),
    )
    expect(changed.map(({ status }) => status)).toContain('AWAITING_VENDOR')
    expect(changed.map(({ type }) => type)).toContain('PENETRATION_TEST')
    expect(changed.map(({ decision }) => decision)).toContain('DEFERRED')
    expect(changed).toHaveLength(3)
    expect(newer.vendors).toContainEqual(
      expect.objectContaining({ risk: 'SEVERE', status: 'SUNSET' }),
    )
    for (const status of REVIEW_STATUSES)
      expect(newer.reviews.some((review) => review.status === status)).toBe(true)
  })
})

describe('many', () => {
  it('has 400 vendors and 10,000 reviews of Northwind, and is there at once', () => {
    const started = performance.now()
    const many = manyStore({ today: TEST_DAY, unknownValues: false })
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(many.all('vendors')).toHaveLength(MANY_VENDOR_COUNT)
    const ofNorthwind = many
      .all('reviews')
      .filter(({ vendorId }) => vendorId === LANDMARKS.northwind.id)
    expect(ofNorthwind).toHaveLength(MANY_REVIEW_COUNT)
    for (const record of ofNorthwind.slice(0, 200))
      reviewContract.parse(answerReview(many, record, { withForm: true }))
  })
})
