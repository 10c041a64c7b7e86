import type { Decision, ReviewStatus, ReviewType } from '../../src/domain/contract/enums.ts'
import { displayName } from '../../src/domain/contract/user.ts'
import type { ReviewRecord, UserRecord, VendorRecord } from '../service/records.ts'
import { emptySocForm } from '../service/soc-form.ts'
import type { Calendar } from './calendar.ts'
import { LANDMARKS, REVIEW_COUNT } from './landmarks.ts'
import { createNorthwindReviews } from './northwind.ts'
import type { Random } from './random.ts'
import { withReportReviews } from './report-vendors.ts'
import { titleOf } from './review-titles.ts'
import { completeForm, partialForm, type Report } from './soc-forms.ts'
import { NOTES } from './soc-texts.ts'

type State = [status: ReviewStatus, decision: Decision | null]

/**
 * The states that occur. A reopened review may keep its decision, and the dialect of 2025 finalizes
 * without one.
 */
const STATES: readonly State[] = [
  ['NOT_YET_STARTED', 'PENDING'],
  ['NOT_YET_STARTED', null],
  ['IN_PROGRESS', 'PENDING'],
  ['IN_PROGRESS', 'APPROVED'],
  ['IN_PROGRESS', null],
  ['COMPLETED', 'APPROVED'],
  ['COMPLETED', 'APPROVED_WITH_CONDITIONS'],
  ['COMPLETED', 'REJECTED'],
  ['COMPLETED', 'PENDING'],
  ['NOT_REQUIRED', 'PENDING'],
  ['NOT_REQUIRED', null],
]
const TYPES: readonly ReviewType[] = ['SOC_REPORT', 'SECURITY', 'UPLOAD_REPORT']

/** Every combination once. The remaining reviews get a common one at random. */
const COMBINATIONS = TYPES.flatMap((type) => STATES.map((state) => [type, ...state] as const))
const COMMON: readonly State[] = [
  ['NOT_YET_STARTED', 'PENDING'],
  ['IN_PROGRESS', 'PENDING'],
  ['IN_PROGRESS', 'PENDING'],
  ['COMPLETED', 'APPROVED'],
  ['COMPLETED', 'APPROVED'],
  ['COMPLETED', 'APPROVED_WITH_CONDITIONS'],
]

/** Days until the deadlines of open reviews: overdue, today, within a week, later. */
const OPEN_DUE: readonly (readonly [from: number, to: number])[] = [
  [-40, -1],
  [0, 0],
  [1, 7],
  [1, 7],
  [8, 120],
  [8, 120],
]

interface Case {
  type: ReviewType
  status: ReviewStatus
  decision: Decision | null
}

const dueOf = ({ status }: Case, index: number, random: Random): number => {
  if (status === 'COMPLETED') return random.int(-600, -5)
  const [from, to] = OPEN_DUE[index % OPEN_DUE.length] ?? [1, 30]
  return random.int(from, to)
}

const reportOf = (reviewer: string, decision: Decision | null, random: Random): Report => {
  const certification = random.pick(['SOC_2', 'SOC_2', 'SOC_2', 'SOC_1', 'SOC_3'] as const)
  const findingCount = certification === 'SOC_3' ? 0 : random.int(0, 4)
  return {
    certification,
    scopeType: random.chance(0.7) ? 'TYPE_2' : 'TYPE_1',
    reviewer,
    periodEnd: random.int(-300, -70),
    opinion:
      decision === 'REJECTED'
        ? 'ADVERSE'
        : findingCount > 0 && random.chance(0.3)
          ? 'QUALIFIED'
          : 'UNQUALIFIED',
    findingCount,
    userControlCount: certification === 'SOC_3' ? 0 : random.int(2, 9),
  }
}

const formOf = ({ status }: Case, report: Report, calendar: Calendar, random: Random) => {
  if (status === 'NOT_YET_STARTED' || status === 'NOT_REQUIRED') return emptySocForm()
  const complete = completeForm(report, calendar, random)
  return status === 'COMPLETED' || random.chance(0.25) ? complete : partialForm(complete, random)
}

/** The reviews of all vendors but Northwind. */
const createOthers = (
  vendors: readonly VendorRecord[],
  people: readonly UserRecord[],
  calendar: Calendar,
  random: Random,
  firstId: number,
): ReviewRecord[] => {
  const reviewers = people.slice(0, 4)
  return Array.from(
    { length: REVIEW_COUNT + LANDMARKS.nearlyFinished.id - firstId },
    (_, index) => {
      const combination = COMBINATIONS[index]
      const [status, decision] = random.pick(COMMON)
      const found: Case = combination
        ? { type: combination[0], status: combination[1], decision: combination[2] }
        : { type: random.pick(TYPES), status, decision }
      // Each vendor gets a review first. The rest go to vendors at random.
      const vendor = vendors[index] ?? random.pick(vendors)
      const reviewer = random.pick(reviewers)
      const report = reportOf(displayName(reviewer), found.decision, random)
      const due = dueOf(found, index, random)
      const requested = Math.min(due - random.int(14, 60), -random.int(3, 20))
      const closed = found.status === 'COMPLETED'
      return {
        id: firstId + index,
        vendorId: vendor.id,
        requestedAt: calendar.at(requested, random.int(7, 18), random.int(0, 59)),
        reviewDeadlineAt: calendar.at(due, random.int(0, 23), random.pick([0, 15, 30, 59])),
        decision: found.decision,
        title: titleOf(found.type, report, vendor.id, index, calendar.year, random),
        note: closed && random.chance(0.7) ? random.pick(NOTES) : null,
        status: found.status,
        type: found.type,
        userId: found.status === 'NOT_YET_STARTED' ? null : reviewer.id,
        requesterUserId: random.chance(0.85) ? random.pick(people).id : null,
        ...(found.type === 'SOC_REPORT' && {
          socReviewForm: formOf(found, report, calendar, random),
        }),
        createdAt: calendar.at(requested, random.int(7, 18), random.int(0, 59)),
        updatedAt: calendar.at(Math.min(requested + random.int(1, 20), -1), random.int(7, 18)),
      }
    },
  )
}

/** Puts words that the contract does not know into reviews that are no landmarks. */
const withUnknownValues = (reviews: readonly ReviewRecord[]): ReviewRecord[] => {
  const replace = (find: (review: ReviewRecord) => boolean, change: Partial<ReviewRecord>) => {
    const id = reviews.findLast((review) => find(review) && !changes.has(review.id))?.id
    if (id !== undefined) changes.set(id, change)
  }
  const changes = new Map<number, Partial<ReviewRecord>>()
  replace(({ type, status }) => type === 'SECURITY' && status === 'IN_PROGRESS', {
    status: 'AWAITING_VENDOR',
  })
  replace(({ type }) => type === 'UPLOAD_REPORT', { type: 'PENETRATION_TEST' })
  replace(({ type, status }) => type === 'SECURITY' && status === 'COMPLETED', {
    decision: 'DEFERRED',
  })
  return reviews.map((review) => ({ ...review, ...changes.get(review.id) }))
}

/** All reviews. @param unknownValues puts words into some that the contract does not know */
export const createReviews = (
  vendors: readonly VendorRecord[],
  people: readonly UserRecord[],
  calendar: Calendar,
  random: Random,
  unknownValues: boolean,
): ReviewRecord[] => {
  const northwindReviews = createNorthwindReviews(calendar)
  const others = withReportReviews(
    createOthers(
      vendors.filter(({ id }) => id > LANDMARKS.quietHarbor.id),
      people,
      calendar,
      random,
      LANDMARKS.nearlyFinished.id + northwindReviews.length,
    ),
    people,
  )
  return [...northwindReviews, ...(unknownValues ? withUnknownValues(others) : others)]
}
