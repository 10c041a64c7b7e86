import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import {
  auditPeriodRange,
  documentCreateRequest,
  finalizeForm,
  reviewActionRequest,
  reviewActionRequest2025,
  reviewCreateRequest,
  reviewCreateRequestV1,
  reviewListQuery,
  reviewUpdateRequest,
  reviewWithFileCreateRequest,
  type SocFormSaveRequest,
} from './requests.ts'

const TODAY = '2026-11-22'
const update = reviewUpdateRequest(TODAY)

/** The sentences with which a request is refused; none where it is accepted. */
const issuesOf = (schema: z.ZodMiniType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []

const base = {
  reviewDeadlineAt: '2026-12-31T17:00:00+01:00',
  requestedAt: '2026-11-22T09:00:00Z',
  securityReviewStatus: 'IN_PROGRESS',
  securityReviewType: 'SOC_REPORT',
  title: 'SOC 2, 2026',
}
const form = (socForm: SocFormSaveRequest) => ({ socForm })

describe('a text may have', () => {
  it.each([
    { limit: 191, name: 'The title', schema: update, of: (title: string) => ({ title }) },
    {
      limit: 191,
      name: 'The title',
      schema: reviewCreateRequest,
      of: (title: string) => ({ ...base, title }),
    },
    {
      limit: 191,
      name: 'The title',
      schema: reviewCreateRequestV1,
      of: (title: string) => ({ ...base, title }),
    },
    {
      limit: 255,
      name: 'The title',
      schema: reviewWithFileCreateRequest,
      of: (title: string) => ({ ...base, title }),
    },
    {
      limit: 1_000,
      name: 'The note',
      schema: reviewCreateRequest,
      of: (note: string) => ({ ...base, note }),
    },
    {
      limit: 1_000,
      name: 'The note',
      schema: reviewWithFileCreateRequest,
      of: (note: string) => ({ ...base, note }),
    },
    {
      limit: 1_000,
      name: 'The note',
      schema: reviewActionRequest,
      of: (note: string) => ({ action: 'finalize', note }),
    },
    {
      limit: 1_000,
      name: 'The note',
      schema: finalizeForm,
      of: (note: string) => ({ decision: 'APPROVED', note }),
    },
    ...(
      [
        ['Follow-up activity', (t) => ({ reportOpinion: { followUpActivity: t } })],
        ['A finding', (t) => ({ findings: { findings: [{ description: t }] } })],
        ['A user control', (t) => ({ endUserControls: { userControls: [{ description: t }] } })],
        ['A service', (t) => ({ servicesAndLocations: { services: [{ name: t }] } })],
        ['Procedure performed', (t) => ({ cpaFirm: { cpaProcedurePerformed: t } })],
        [
          'Subservice organization',
          (t) => ({ subserviceOrganizations: { subserviceOrganization: t } }),
        ],
        [
          'Procedure performed',
          (t) => ({ subserviceOrganizations: { subserviceOrganizationProcedurePerformed: t } }),
        ],
      ] satisfies [string, (text: string) => SocFormSaveRequest][]
    ).map(([name, of]) => ({
      limit: 30_000,
      name,
      schema: update,
      of: (text: string) => form(of(text)),
    })),
    ...(
      [
        ['CPA firm', (t) => ({ cpaFirm: { cpaFirm: t } })],
        ['A city', (t) => ({ servicesAndLocations: { locations: [{ city: t }] } })],
        [
          'A state or country',
          (t) => ({ servicesAndLocations: { locations: [{ stateOrCountry: t }] } }),
        ],
      ] satisfies [string, (text: string) => SocFormSaveRequest][]
    ).map(([name, of]) => ({
      limit: 191,
      name,
      schema: update,
      of: (text: string) => form(of(text)),
    })),
  ])('$limit characters and not one more: $name', ({ limit, name, schema, of }) => {
    expect(issuesOf(schema, of(''))).toEqual([])
    expect(issuesOf(schema, of('x'.repeat(limit)))).toEqual([])
    const sentence = `${name} can have at most ${limit.toLocaleString('en')} characters.`
    expect(issuesOf(schema, of('x'.repeat(limit + 1)))).toContain(sentence)
  })
})

describe('an update', () => {
  it('holds the title and the form, nothing else', () => {
    expect(issuesOf(update, {})).toEqual([])
    expect(issuesOf(update, { title: 'SOC 2', socForm: null })).toEqual([])
    for (const key of ['note', 'decision', 'status', 'socReviewForm'])
      expect(issuesOf(update, { title: 'SOC 2', [key]: 'x' })).not.toEqual([])
  })

  it.each([
    { socForm: { attestation: {} } },
    { socForm: { findings: { isComplete: true } } },
    { socForm: { findings: { findings: [{ id: 3, description: 'x' }] } } },
    { socForm: { reviewerInformation: { reviewer: 'Kim' } } },
  ])('is refused with a key that the service does not take: %j', (value) => {
    expect(issuesOf(update, value)).not.toEqual([])
  })

  it('clears with null, except lists, which an empty one clears', () => {
    expect(issuesOf(update, form({ cpaFirm: { cpaFirm: null } }))).toEqual([])
    expect(issuesOf(update, form({ complianceScope: { auditPeriodRange: null } }))).toEqual([])
    expect(issuesOf(update, form({ findings: { findings: [], hasMaterialImpact: null } }))).toEqual(
      [],
    )
    expect(issuesOf(update, { socForm: { findings: { findings: null } } })).not.toEqual([])
    expect(issuesOf(update, { title: null })).not.toEqual([])
  })

  it('does not take a report that is issued tomorrow', () => {
    const issued = (reportIssueDate: string) => form({ reviewerInformation: { reportIssueDate } })
    expect(issuesOf(update, issued(TODAY))).toEqual([])
    expect(issuesOf(update, issued('2026-11-23'))).toContain(
      'Report issue date cannot lie in the future.',
    )
    expect(issuesOf(update, issued('2026-02-30'))).toContain('Report issue date is not a date.')
    expect(issuesOf(update, issued('2026-11-22T00:00:00Z'))).not.toEqual([])
  })

  it.each([
    { complianceScope: { certification: 'SOC_4' } },
    { complianceScope: { scopeType: 'TYPE_3' } },
    { complianceScope: { trustServiceCriteria: ['SECURITY', 'SPEED'] } },
    { reportOpinion: { reportOpinion: 'EMPHASIS_OF_MATTER' } },
    { reportOpinion: { encompassBusinessNeeds: 'true' } },
    { reviewerInformation: { reviewerUserId: 0 } },
    { reviewerInformation: { reviewerUserId: 1.5 } },
  ])('is refused with a value outside its set: %j', (socForm) => {
    expect(issuesOf(update, { socForm })).not.toEqual([])
  })
})

describe('an audit period', () => {
  it('ends after it starts', () => {
    const sentence = 'Audit period end must lie after its start.'
    expect(issuesOf(auditPeriodRange, { start: '2025-01-01', end: '2025-01-02' })).toEqual([])
    expect(issuesOf(auditPeriodRange, { start: '2025-01-01', end: '2025-01-01' })).toContain(
      sentence,
    )
    expect(issuesOf(auditPeriodRange, { start: '2025-01-02', end: '2025-01-01' })).toContain(
      sentence,
    )
    expect(issuesOf(auditPeriodRange, { start: '2025-01-02' })).not.toEqual([])
    expect(issuesOf(auditPeriodRange, { start: '2025-01-01', end: 'x' })).toContain(
      'Audit period end is not a date.',
    )
  })
})

describe('a new review', () => {
  it.each([reviewCreateRequest, reviewWithFileCreateRequest, reviewCreateRequestV1])(
    'needs a deadline, a status and a type that are known (%#)',
    (schema) => {
      expect(issuesOf(schema, base)).toEqual([])
      expect(issuesOf(schema, { ...base, reviewDeadlineAt: '2026-12-31' })).toContain(
        'The deadline is not a date.',
      )
      expect(issuesOf(schema, { ...base, securityReviewStatus: 'AWAITING_VENDOR' })).not.toEqual([])
      expect(issuesOf(schema, { ...base, securityReviewType: 3 })).not.toEqual([])
      expect(issuesOf(schema, { ...base, decision: 'APPROVED' })).not.toEqual([])
      const { securityReviewType: _, ...without } = base
      expect(issuesOf(schema, without)).not.toEqual([])
    },
  )

  it('names a requester up to the largest id that the service takes', () => {
    expect(issuesOf(reviewCreateRequest, { ...base, requesterUserId: 1_000_000_000 })).toEqual([])
    expect(issuesOf(reviewCreateRequest, { ...base, requesterUserId: 1_000_000_001 })).not.toEqual(
      [],
    )
    expect(
      issuesOf(reviewCreateRequestV1, { ...base, requesterUserId: 1_000_000_001 }),
    ).not.toEqual([])
  })

  it('of version 1 always says its title and when it was requested', () => {
    const { requestedAt: _, title: __, ...rest } = base
    expect(issuesOf(reviewCreateRequestV1, { ...base, title: null })).toEqual([])
    expect(issuesOf(reviewCreateRequestV1, { ...rest, title: null })).not.toEqual([])
    expect(issuesOf(reviewCreateRequestV1, { ...rest, requestedAt: base.requestedAt })).not.toEqual(
      [],
    )
    expect(issuesOf(reviewCreateRequest, rest)).toEqual([])
  })

  it('with its file has a title, and one document type more than an upload', () => {
    expect(issuesOf(reviewWithFileCreateRequest, { ...base, title: null })).not.toEqual([])
    expect(
      issuesOf(reviewWithFileCreateRequest, { ...base, documentType: 'TRUST_CENTER_PAGE' }),
    ).toEqual([])
    expect(issuesOf(documentCreateRequest, { type: 'TRUST_CENTER_PAGE' })).not.toEqual([])
    expect(
      issuesOf(documentCreateRequest, { type: 'SOC_DOCUMENT', securityReviewId: null }),
    ).toEqual([])
  })
})

describe('an action', () => {
  it('finalizes with a decision that is one', () => {
    for (const decision of ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED'])
      expect(issuesOf(reviewActionRequest, { action: 'finalize', decision })).toEqual([])
    expect(issuesOf(reviewActionRequest, { action: 'finalize', decision: 'PENDING' })).not.toEqual(
      [],
    )
    expect(issuesOf(finalizeForm, { decision: 'PENDING', note: '' })).toContain(
      'Choose a decision.',
    )
    expect(issuesOf(finalizeForm, { note: '' })).toContain('Choose a decision.')
  })

  it('takes only what belongs to it', () => {
    expect(issuesOf(reviewActionRequest, { action: 'reopen', resetDecision: true })).toEqual([])
    expect(issuesOf(reviewActionRequest, { action: 'reopen', decision: 'APPROVED' })).not.toEqual(
      [],
    )
    expect(issuesOf(reviewActionRequest, { action: 'finalize', resetDecision: true })).not.toEqual(
      [],
    )
    expect(issuesOf(reviewActionRequest, { action: 'archive' })).not.toEqual([])
    expect(issuesOf(reviewActionRequest, {})).not.toEqual([])
  })

  it('of 2025 is a bare word', () => {
    expect(issuesOf(reviewActionRequest2025, { action: 'finalize' })).toEqual([])
    expect(
      issuesOf(reviewActionRequest2025, { action: 'finalize', decision: 'APPROVED' }),
    ).not.toEqual([])
    expect(
      issuesOf(reviewActionRequest2025, { action: 'reopen', resetDecision: false }),
    ).not.toEqual([])
  })
})

describe('the query of a list', () => {
  it('asks for 1 to 500 rows', () => {
    for (const size of [1, 50, 500]) expect(issuesOf(reviewListQuery, { size })).toEqual([])
    for (const size of [0, -1, 501, 2.5, '50'])
      expect(issuesOf(reviewListQuery, { size })).not.toEqual([])
  })

  it.each([
    { status: ['OPEN'] },
    { status: 'COMPLETED' },
    { sort: 'reviewDeadlineAt' },
    { sortDir: 'desc' },
    { expand: ['socForm'] },
    { createdAtFrom: '2026-02-30' },
    { vendorIds: ['7'] },
    { q: 'acme' },
  ])('is refused with %j', (query) => {
    expect(issuesOf(reviewListQuery, query)).not.toEqual([])
  })

  it('takes what the filters of the lists send', () => {
    const query = {
      status: ['COMPLETED', 'NOT_REQUIRED'],
      type: ['SECURITY'],
      decision: ['PENDING'],
      createdAtFrom: '2026-01-01',
      updatedAtTo: TODAY,
      sort: 'createdAt',
      sortDir: 'ASC',
      vendorIds: [7],
    }
    expect(reviewListQuery.parse(query)).toEqual(query)
  })
})
