import type { SocForm } from '../../src/domain/contract/soc-form.ts'
import type { ReviewRecord } from '../service/records.ts'
import { emptySocForm, judgeSocForm } from '../service/soc-form.ts'
import type { Calendar } from './calendar.ts'
import { LANDMARKS, LARGE_FINDING_COUNT, LARGE_USER_CONTROL_COUNT } from './landmarks.ts'
import { createRandom } from './random.ts'
import { completeForm, type Report } from './soc-forms.ts'
import { NOTES } from './soc-texts.ts'

const ADA = LANDMARKS.adaReyes

/** Requester of all of Northwind's reviews: the owner of the finance systems. */
const REQUESTER_ID = ADA.id + 7

/** Empties the two sections that are still to do: the opinion, and the impact of the findings. */
const withoutOpinion = (form: SocForm): SocForm =>
  judgeSocForm({
    ...form,
    reportOpinion: {
      reportOpinion: null,
      encompassBusinessNeeds: null,
      followUpActivity: form.reportOpinion.followUpActivity,
    },
    findings: { ...form.findings, hasMaterialImpact: null },
  })

/**
 * The reviews of Northwind Payments, which are landmarks. Their deadlines are at noon, so that they
 * fall on the same day in nearly every time zone.
 */
export const createNorthwindReviews = (calendar: Calendar): ReviewRecord[] => {
  const random = createRandom(1001)
  const form = (report: Partial<Report>): SocForm =>
    completeForm(
      {
        certification: 'SOC_2',
        scopeType: 'TYPE_2',
        reviewer: ADA.name,
        periodEnd: -96,
        findingCount: 3,
        userControlCount: 6,
        ...report,
      },
      calendar,
      random,
    )
  const review = (
    { id, title }: { id: number; title: string | null },
    due: number,
    requested: number,
    fields: Partial<ReviewRecord>,
  ): ReviewRecord => ({
    id,
    vendorId: LANDMARKS.northwind.id,
    requestedAt: calendar.at(requested, 9, 30),
    reviewDeadlineAt: calendar.at(due, 12),
    decision: 'PENDING',
    title,
    note: null,
    status: 'IN_PROGRESS',
    type: 'SOC_REPORT',
    userId: ADA.id,
    requesterUserId: REQUESTER_ID,
    createdAt: calendar.at(requested, 9, id % 60),
    updatedAt: calendar.at(Math.max(requested + 5, -400), 16, id % 60),
    ...fields,
  })

  return [
    review(LANDMARKS.nearlyFinished, 4, -26, { socReviewForm: withoutOpinion(form({})) }),
    review(LANDMARKS.completed, -330, -380, {
      status: 'COMPLETED',
      decision: 'APPROVED',
      note: NOTES[0] ?? null,
      socReviewForm: form({ periodEnd: -460, findingCount: 1 }),
      updatedAt: calendar.at(-338, 11),
    }),
    review(LANDMARKS.readyToFinalize, 2, -22, {
      socReviewForm: form({ certification: 'SOC_1', findingCount: 2 }),
    }),
    review(LANDMARKS.overdue, -3, -33, { type: 'SECURITY' }),
    review(LANDMARKS.untitled, 12, -9, {
      type: 'UPLOAD_REPORT',
      status: 'NOT_YET_STARTED',
      userId: null,
    }),
    review(LANDMARKS.large, 19, -18, {
      socReviewForm: form({
        opinion: 'QUALIFIED',
        findingCount: LARGE_FINDING_COUNT,
        userControlCount: LARGE_USER_CONTROL_COUNT,
      }),
    }),
    review(LANDMARKS.empty, 34, -7, {
      status: 'NOT_YET_STARTED',
      userId: null,
      socReviewForm: emptySocForm(),
    }),
    review(LANDMARKS.notRequired, 25, -15, { type: 'SECURITY', status: 'NOT_REQUIRED' }),
    review({ id: 5009, title: 'PCI DSS attestation of compliance' }, -61, -95, {
      type: 'UPLOAD_REPORT',
      status: 'COMPLETED',
      decision: 'APPROVED_WITH_CONDITIONS',
      note: NOTES[2] ?? null,
    }),
    review({ id: 5010, title: 'Annual security review 2025' }, -368, -402, {
      type: 'SECURITY',
      status: 'COMPLETED',
      decision: 'APPROVED',
      note: NOTES[4] ?? null,
    }),
  ]
}
