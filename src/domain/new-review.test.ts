import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dayReader, readerOfDays } from '../lib/day-text.ts'
import { provide, resetServices } from '../lib/services.ts'
import { day, HOSTILE_TEXTS, instant } from '../testing/arbitraries.ts'
import { inZone, ZONES } from '../testing/zones.ts'
import { LIMITS, REVIEW_STATUSES, REVIEW_TYPES } from './contract/enums.ts'
import { reviewCreateRequest, reviewCreateRequestV1 } from './contract/requests.ts'
import {
  dayRemarks,
  deadlineChoices,
  type NewReviewValues,
  newReviewDefaults,
  newReviewForm,
  toCreateRequest,
} from './new-review.ts'

const TODAY = '2026-11-22'
const VALUES: NewReviewValues = newReviewDefaults('Northwind Payments', undefined, TODAY)
const V2 = { apiVersion: 2, hasFile: false } as const
const WITH_FILE = { apiVersion: 2, hasFile: true } as const
const V1 = { apiVersion: 1, hasFile: false } as const

/** The errors of the values, by field. */
const errorsOf = (
  change: Partial<NewReviewValues>,
  options: Parameters<typeof newReviewForm>[0] = V2,
): Record<string, string> => {
  const result = newReviewForm(options).safeParse({ ...VALUES, ...change })
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  )
}

afterEach(() => {
  vi.unstubAllEnvs()
  resetServices()
})

describe('the form of a new review', () => {
  it('takes what it begins with, in every version', () => {
    for (const options of [V2, WITH_FILE, V1]) expect(errorsOf({}, options)).toEqual({})
  })

  it('takes titles and notes up to the limits of the operation, and says the limit beyond', () => {
    const title = 'x'.repeat(LIMITS.title)
    expect(errorsOf({ title, note: 'x'.repeat(LIMITS.note) })).toEqual({})
    expect(errorsOf({ title: `${title}x`, note: 'x'.repeat(LIMITS.note + 1) })).toEqual({
      title: 'The title can have at most 191 characters.',
      note: 'The note can have at most 1,000 characters.',
    })
    expect(errorsOf({ title: `${title}  ` })).toEqual({})
    expect(errorsOf({ title: 'x'.repeat(LIMITS.titleWithFile) }, WITH_FILE)).toEqual({})
    expect(errorsOf({ title: 'x'.repeat(LIMITS.titleWithFile + 1) }, WITH_FILE)).toEqual({
      title: 'The title can have at most 255 characters.',
    })
  })

  it('says what is missing', () => {
    expect(errorsOf({ title: ' \u200B', deadline: '', requestedOn: '' }, V1)).toEqual({
      title: 'Enter a title.',
      deadline: 'Choose a deadline.',
      requestedOn: 'Choose the date of the request.',
    })
    expect(errorsOf({ requestedOn: '' })).toEqual({})
  })

  it('takes no text that is no day, and says why', () => {
    provide(readerOfDays, dayReader('en-GB'))
    expect(errorsOf({ deadline: '2026-02-30', requestedOn: '9999-12-31' })).toEqual({
      deadline: 'There is no such day in the calendar: dates are read as DD/MM/YYYY.',
      requestedOn: 'Check the year: it has to lie between 1900 and 2199.',
    })
    expect(errorsOf({ deadline: '1/3/26', requestedOn: '02 31' })).toEqual({
      deadline: 'Write the year with four digits, as in DD/MM/YYYY.',
      requestedOn: 'Not a complete date: write day, month and year as DD/MM/YYYY.',
    })
    // A field would have turned it into a day.
    expect(errorsOf({ deadline: '1 Mar 2026' })).toEqual({
      deadline: 'The deadline is not a date.',
    })
  })

  it('takes no note for version 1, which has none, and no requester beyond the limit', () => {
    expect(errorsOf({ note: 'Ask Bashir' }, V1)).toEqual({
      note: 'Version 1 of the API does not accept a note.',
    })
    expect(errorsOf({ requesterUserId: LIMITS.requesterUserId })).toEqual({})
    expect(errorsOf({ requesterUserId: LIMITS.requesterUserId + 1 })).toHaveProperty(
      'requesterUserId',
    )
  })
})

describe('the request that creates a review', () => {
  it('leaves out what is empty and puts the title on one line', () => {
    const title = ' SOC 2 \r\n platform\n'
    const request = toCreateRequest({ ...VALUES, title, requestedOn: '', note: ' \n' })
    expect(Object.keys(request).toSorted()).toEqual(
      ['reviewDeadlineAt', 'securityReviewStatus', 'securityReviewType', 'title'].toSorted(),
    )
    expect(request.title).toBe('SOC 2 platform')
    expect(toCreateRequest({ ...VALUES, requesterUserId: 101, note: 'Why' })).toMatchObject({
      requesterUserId: 101,
      note: 'Why',
    })
  })

  it('is one that the contract takes, whatever the form takes', () => {
    const values = fc.record({
      title: fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom(...HOSTILE_TEXTS)),
      type: fc.constantFrom(...REVIEW_TYPES),
      status: fc.constantFrom(...REVIEW_STATUSES),
      deadline: fc.oneof(day, fc.string()),
      requestedOn: fc.oneof(day, fc.constant('')),
      requesterUserId: fc.option(fc.integer({ min: 1, max: 2_000_000_000 })),
      note: fc.oneof(fc.constant(''), fc.string({ maxLength: 1_100 })),
    })
    fc.assert(
      fc.property(values, fc.constantFrom(V1, V2), (filledIn, options) => {
        const checked = newReviewForm(options).safeParse(filledIn)
        fc.pre(checked.success)
        const request = toCreateRequest(checked.data)
        const contract = options === V1 ? reviewCreateRequestV1 : reviewCreateRequest
        expect(contract.safeParse(request).error).toBeUndefined()
      }),
    )
  })
})

describe.each(ZONES)('a request from the time zone %s', (zone) => {
  it('names moments of the chosen days', async () => {
    const load = async () => ({
      ...(await import('./new-review.ts')),
      ...(await import('../lib/dates.ts')),
    })
    const there = await inZone(zone, load)
    const dayOf = (at: string | undefined): string => there.localDay(new Date(at ?? ''))
    fc.assert(
      fc.property(day, day, (deadline, requestedOn) => {
        fc.pre(deadline > '1996' && requestedOn > '1996')
        const request = there.toCreateRequest({ ...VALUES, deadline, requestedOn })
        expect(dayOf(request.reviewDeadlineAt)).toBe(deadline)
        expect(dayOf(request.requestedAt)).toBe(requestedOn)
      }),
    )
  })
})

describe('what a new review begins with', () => {
  it('is like the last one, from today, for 30 days', () => {
    const last = { title: 'SOC 1 2025', type: 'SECURITY', requestedAt: '2025-12-01T09:00:00Z' }
    expect(newReviewDefaults('Northwind Payments', last, TODAY)).toEqual({
      title: 'SOC 1 2026',
      type: 'SECURITY',
      status: 'NOT_YET_STARTED',
      deadline: '2026-12-22',
      requestedOn: TODAY,
      requesterUserId: null,
      note: '',
    })
  })

  it('can be sent, whatever the vendor and its last review are called', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom(...HOSTILE_TEXTS))
    const last = fc.record({ title: fc.option(text), type: text, requestedAt: instant })
    fc.assert(
      fc.property(text, fc.option(last, { nil: undefined }), day, (name, review, today) => {
        const defaults = newReviewDefaults(name, review, today)
        expect(newReviewForm(V1).safeParse(defaults).error).toBeUndefined()
      }),
    )
  })
})

describe('the deadlines to choose from', () => {
  it.each([
    ['2026-11-22', '2026-12-06', '2026-12-22', '2026-12-31'],
    ['2024-02-20', '2024-03-05', '2024-03-21', '2024-03-31'],
    ['2026-06-30', '2026-07-14', '2026-07-30', '2026-06-30'],
    ['2026-07-01', '2026-07-15', '2026-07-31', '2026-09-30'],
  ])('are on %s: %s, %s and %s', (today, inTwoWeeks, inThirtyDays, quarterEnd) => {
    expect(deadlineChoices(today)).toEqual([
      { label: 'In 2 weeks', day: inTwoWeeks },
      { label: 'In 30 days', day: inThirtyDays },
      { label: 'End of quarter', day: quarterEnd },
    ])
  })
})

describe('remarks on days', () => {
  it('are made on a deadline that has passed and a request that is still to come', () => {
    const none = { deadline: undefined, requestedOn: undefined }
    expect(dayRemarks({ deadline: TODAY, requestedOn: TODAY }, TODAY)).toEqual(none)
    expect(dayRemarks({ deadline: '', requestedOn: 'soon' }, TODAY)).toEqual(none)
    expect(dayRemarks({ deadline: '2026-11-21', requestedOn: '2026-11-23' }, TODAY)).toEqual({
      deadline: 'This date has passed: the review will be overdue immediately.',
      requestedOn: 'This date is in the future.',
    })
  })
})
