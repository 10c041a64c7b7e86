import type { SocForm } from '../../src/domain/contract/soc-form.ts'
import { SOC_FIELDS, type SocField } from '../../src/domain/soc/form-fields.ts'
import type {
  DocumentRecord,
  QuestionnaireRecord,
  ReviewRecord,
  UserRecord,
  VendorRecord,
} from '../service/records.ts'
import { emptySocForm } from '../service/soc-form.ts'
import { memoryStore, type Store } from '../service/store.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { LANDMARKS } from './landmarks.ts'
import { createRandom } from './random.ts'
import type { SeedOptions } from './seed.ts'
import { vendorOf } from './vendors.ts'

const { northwind, nearlyFinished, completed, adaReyes } = LANDMARKS

/** Deals the texts in turn, so that successive records together hold all of them. */
const dealer = (start: number) => {
  let next = start
  return (): string => HOSTILE_TEXTS[next++ % HOSTILE_TEXTS.length] ?? ''
}

type Deal = ReturnType<typeof dealer>
type Make<R> = (name: string, index: number, deal: Deal) => R

/** Makes a record for each text, which is its name. Its other texts are dealt. */
const oneEach = <R>(make: Make<R>): R[] =>
  HOSTILE_TEXTS.map((name, index) => make(name, index, dealer(index * 20)))

/** A form with a text in every field that can hold one. Its lists have `count` items. */
const formOf = (deal: Deal, count: number): SocForm => {
  const valueOf = (field: SocField, blank: unknown): unknown => {
    if (field.kind === 'list')
      return Array.from({ length: count }, () => ({
        ...Object.fromEntries(Object.keys(field.texts).map((name) => [name, deal()])),
        ...(field.hasInPlace && { inPlace: true }),
      }))
    return ['person', 'line', 'text'].includes(field.kind) ? deal() : blank
  }
  const form = emptySocForm()
  for (const field of SOC_FIELDS) {
    const answers: Record<string, unknown> = form[field.section]
    answers[field.name] = valueOf(field, answers[field.name])
  }
  form.reviewerInformation.missingRequiredFields = [deal(), `reviewerInformation.${deal()}`]
  return form
}

const vendors = (calendar: Calendar, unknownValues: boolean): VendorRecord[] => {
  const random = createRandom(300)
  return oneEach((name, index, deal) => ({
    ...vendorOf(
      [name, 'PRODUCT', 'HIGH', 'ACTIVE', 'x', deal()],
      northwind.id + index,
      calendar,
      random,
    ),
    location: deal(),
    url: deal(),
    privacyUrl: deal(),
    termsUrl: deal(),
    trustCenterUrl: deal(),
    dataStored: deal(),
    contactAtVendor: deal(),
    contactsEmail: deal(),
    notes: deal(),
    logoUrl: deal(),
    renewalDate: deal(),
    renewalDateStatus: deal(),
    sharedAccountId: deal(),
    dataAccessedOrProcessedList: [deal(), deal()],
    userId: adaReyes.id + index,
    relationshipContactId: adaReyes.id + index,
    ...(unknownValues && { category: deal(), risk: deal(), status: deal(), type: deal() }),
  }))
}

/**
 * All reviews of the first vendor. The first is open and the second completed; their lists hold all
 * texts.
 */
const reviews = (calendar: Calendar, unknownValues: boolean): ReviewRecord[] =>
  oneEach((title, index, deal) => {
    const id = nearlyFinished.id + index
    const at = calendar.at(-1 - (index % 90), 9, index % 60)
    const isCompleted = id === completed.id
    const isLarge = id === nearlyFinished.id || isCompleted
    return {
      id,
      vendorId: northwind.id,
      requestedAt: at,
      reviewDeadlineAt: calendar.at((index % 90) - 30, 12),
      decision: isCompleted ? 'APPROVED' : 'PENDING',
      title,
      note: deal(),
      status: isCompleted ? 'COMPLETED' : 'IN_PROGRESS',
      type: 'SOC_REPORT',
      userId: adaReyes.id + index,
      requesterUserId: adaReyes.id + index,
      socReviewForm: formOf(deal, isLarge ? HOSTILE_TEXTS.length : 1),
      createdAt: at,
      updatedAt: at,
      ...(unknownValues && !isLarge && { decision: deal(), status: deal() }),
    }
  })

const users = (calendar: Calendar): UserRecord[] =>
  oneEach((firstName, index, deal) => ({
    id: adaReyes.id + index,
    email: deal(),
    firstName,
    lastName: deal(),
    createdAt: calendar.at(-200, 9),
    updatedAt: calendar.at(-200, 9),
    jobTitle: deal(),
    avatarUrl: deal(),
    drataTermsAgreedAt: null,
    roles: [deal()],
  }))

const questionnaires = (calendar: Calendar): QuestionnaireRecord[] =>
  oneEach((title, index, deal) => ({
    id: 7001 + index,
    completedBy: deal(),
    recipientEmail: deal(),
    isCompleted: true,
    dateSent: calendar.at(-20, 10),
    isManualUpload: false,
    responseId: null,
    title,
    status: 'SENT',
    completedAt: null,
    totalQuestions: null,
    totalQuestionsAnswered: null,
    reminderDate: null,
    vendorId: northwind.id,
    reviewId: nearlyFinished.id,
    createdAt: calendar.at(-20, 10),
    updatedAt: calendar.at(-20, 10),
  }))

const documents = (calendar: Calendar): DocumentRecord[] =>
  oneEach((name, index) => ({
    id: 9001 + index,
    vendorId: northwind.id,
    name,
    type: 'COMPLIANCE_REPORT',
    createdAt: calendar.at(-20, 13),
    updatedAt: calendar.at(-20, 13),
  }))

/**
 * The data of the scenario `hostile`: 300 records of each kind, with nothing but hostile texts.
 * Each text is a name in every list. In two forms every list holds all texts.
 */
export const hostileStore = ({ today, unknownValues }: SeedOptions): Store => {
  const calendar = calendarOf(today)
  return memoryStore({
    users: users(calendar),
    vendors: vendors(calendar, unknownValues),
    reviews: reviews(calendar, unknownValues),
    questionnaires: questionnaires(calendar),
    documents: documents(calendar),
  })
}
