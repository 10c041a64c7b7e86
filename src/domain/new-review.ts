import * as z from 'zod/mini'
import { addDays, endOfDay, isCalendarDay, isLikelyDay, startOfDay } from '../lib/dates.ts'
import { dayProblem } from '../lib/day-text.ts'
import { visibleText } from '../lib/text.ts'
import {
  LIMITS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
  type ReviewStatus,
  type ReviewType,
} from './contract/enums.ts'
import type { ReviewCreateRequest } from './contract/requests.ts'
import type { Review } from './contract/review.ts'
import { nextTitle } from './next-title.ts'

/**
 * The values of the form for a new review. Days are calendar days of the analyst, or empty; or the
 * text that was typed, if it is no day.
 */
export interface NewReviewValues {
  title: string
  type: ReviewType
  status: ReviewStatus
  deadline: string
  requestedOn: string
  /** null leaves the requester to the service. */
  requesterUserId: number | null
  note: string
}

const atMost = (limit: number, name: string) =>
  z.maxLength(limit, `${name} can have at most ${limit.toLocaleString('en')} characters.`)

const optionalDay = (name: string) =>
  z.string().check(
    z.refine((text) => text === '' || isLikelyDay(text), {
      error: ({ input }) => dayProblem(String(input)) ?? `${name} is not a date.`,
    }),
  )
const requiredDay = (name: string, whenEmpty: string) =>
  optionalDay(name).check(z.minLength(1, whenEmpty))

/**
 * The schema that checks the form of a new review, with a sentence for each error.
 * @param options the operation to be used (contract, points 7 and 11): with a file the title may be
 *   longer; version 1 needs the day of the request and has no note
 */
export const newReviewForm = ({
  apiVersion,
  hasFile,
}: {
  apiVersion: 1 | 2
  hasFile: boolean
}): z.ZodMiniType<NewReviewValues, NewReviewValues> =>
  z.object({
    title: z.string().check(
      z.refine((title) => visibleText(title) !== null, 'Enter a title.'),
      z.trim(),
      atMost(hasFile ? LIMITS.titleWithFile : LIMITS.title, 'The title'),
    ),
    type: z.enum(REVIEW_TYPES, 'Choose a type.'),
    status: z.enum(REVIEW_STATUSES, 'Choose a status.'),
    deadline: requiredDay('The deadline', 'Choose a deadline.'),
    requestedOn:
      apiVersion === 1
        ? requiredDay('Requested on', 'Choose the date of the request.')
        : optionalDay('Requested on'),
    requesterUserId: z.nullable(
      z.number().check(z.maximum(LIMITS.requesterUserId, 'Drata does not accept this requester.')),
    ),
    note: z
      .string()
      .check(
        apiVersion === 1
          ? z.maxLength(0, 'Version 1 of the API does not accept a note.')
          : atMost(LIMITS.note, 'The note'),
      ),
  })

/**
 * The request that creates a review with these values. Empty values are left out, so the service
 * chooses them. The deadline is the end of its day, and the request time the start of its day,
 * which has always passed.
 * @param values as checked by {@link newReviewForm}
 */
export const toCreateRequest = (values: NewReviewValues): ReviewCreateRequest => ({
  // A pasted title may contain line breaks, which no list shows.
  title: values.title.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '),
  securityReviewType: values.type,
  securityReviewStatus: values.status,
  reviewDeadlineAt: endOfDay(values.deadline),
  ...(values.requestedOn && { requestedAt: startOfDay(values.requestedOn) }),
  ...(values.requesterUserId !== null && { requesterUserId: values.requesterUserId }),
  ...(values.note.trim() && { note: values.note }),
})

const DEFAULT_DAYS = 30

/** The last day of the quarter that contains a day. */
const endOfQuarter = (today: string): string => {
  const [year = 1970, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10)
}

/** Shortcuts for the most common deadlines, with their labels. */
export const deadlineChoices = (today: string): { label: string; day: string }[] => [
  { label: 'In 2 weeks', day: addDays(today, 14) },
  { label: 'In 30 days', day: addDays(today, DEFAULT_DAYS) },
  { label: 'End of quarter', day: endOfQuarter(today) },
]

const isKnownType = (type: string): type is ReviewType =>
  REVIEW_TYPES.some((known) => known === type)

/**
 * The initial values of a new review, so that little has to be typed.
 * @param lastReview the vendor's newest review; the next one is usually similar
 * @param today the analyst's calendar day
 */
export const newReviewDefaults = (
  vendorName: string,
  lastReview: Pick<Review, 'title' | 'type' | 'requestedAt'> | undefined,
  today: string,
): NewReviewValues => {
  const type = lastReview && isKnownType(lastReview.type) ? lastReview.type : 'SOC_REPORT'
  return {
    title: nextTitle(type, vendorName, lastReview, today),
    type,
    status: 'NOT_YET_STARTED',
    deadline: addDays(today, DEFAULT_DAYS),
    requestedOn: today,
    requesterUserId: null,
    note: '',
  }
}

/**
 * Warnings about days that the service accepts but that are rarely meant.
 * @param today the analyst's calendar day
 */
export const dayRemarks = (
  { deadline, requestedOn }: Pick<NewReviewValues, 'deadline' | 'requestedOn'>,
  today: string,
): { deadline: string | undefined; requestedOn: string | undefined } => ({
  deadline:
    isCalendarDay(deadline) && deadline < today
      ? 'This date has passed: the review will be overdue immediately.'
      : undefined,
  requestedOn:
    isCalendarDay(requestedOn) && requestedOn > today ? 'This date is in the future.' : undefined,
})
