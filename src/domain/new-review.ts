import * as z from 'zod/mini'
import { addDays, endOfDay, isCalendarDay, startOfDay } from '../lib/dates.ts'
import { visibleText } from '../lib/text.ts'
import type { ReviewCreateRequest } from './contract/requests.ts'
import type { Review } from './contract/review.ts'
import {
  LIMITS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
  type ReviewStatus,
  type ReviewType,
} from './contract/values.ts'
import { nextTitle } from './next-title.ts'

/** What is asked for a new review. Days are calendar days of the analyst's, empty where none is set. */
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

/** In the last days of the year 9999 some zones' instants have a year of five digits. */
const isSendableDay = (day: string): boolean => isCalendarDay(day) && day < '9999-12-31'

const optionalDay = (name: string) =>
  z.string().check(z.refine((text) => text === '' || isSendableDay(text), `${name} is not a date.`))
const requiredDay = (name: string, whenEmpty: string) =>
  optionalDay(name).check(z.minLength(1, whenEmpty))

/**
 * Checks the form of a new review, with a sentence for each thing that is wrong.
 * @param options what the operation that will be used takes (contract, points 7 and 11): with a
 *   file the title may be longer; version 1 wants the day of the request and knows no note
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
 * The request that creates a review with these values. What is empty is left out, for the service to
 * choose. A review is due until its last day ends, and was requested when that day began: a moment
 * that has passed, whatever the hour is.
 * @param values as {@link newReviewForm} has checked them
 */
export const toCreateRequest = (values: NewReviewValues): ReviewCreateRequest => ({
  // A title that was pasted may have line breaks, which no list shows.
  title: values.title.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '),
  securityReviewType: values.type,
  securityReviewStatus: values.status,
  reviewDeadlineAt: endOfDay(values.deadline),
  ...(values.requestedOn && { requestedAt: startOfDay(values.requestedOn) }),
  ...(values.requesterUserId !== null && { requesterUserId: values.requesterUserId }),
  ...(values.note.trim() && { note: values.note }),
})

const DEFAULT_DAYS = 30

/** The last day of the quarter of a year that a day lies in. */
const endOfQuarter = (today: string): string => {
  const [year = 1970, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10)
}

/** The deadlines that are chosen most, with their words. */
export const deadlineChoices = (today: string): { label: string; day: string }[] => [
  { label: 'In 2 weeks', day: addDays(today, 14) },
  { label: 'In 30 days', day: addDays(today, DEFAULT_DAYS) },
  { label: 'End of quarter', day: endOfQuarter(today) },
]

const isKnownType = (type: string): type is ReviewType =>
  REVIEW_TYPES.some((known) => known === type)

/**
 * What a new review begins with, so that most of it need not be typed.
 * @param lastReview the vendor's newest one, which the next is most often like
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
 * Remarks on days that the service takes but that are seldom meant.
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
