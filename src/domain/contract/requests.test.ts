import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { fieldAt } from '../soc/form-fields.ts'
import {
  documentCreateRequest,
  finalizeForm,
  reviewActionRequest,
  reviewActionRequest2025,
  reviewCreateRequest,
  reviewCreateRequestV1,
  reviewListQuery,
  reviewUpdateRequest,
  reviewWithFileCreateRequest,
} from './requests.ts'
import { fieldRequest, type SocFormSaveRequest } from './soc-form-request.ts'

const TODAY = '2026-11-22'
const update = reviewUpdateRequest(TODAY)
const auditPeriodRange = fieldRequest(fieldAt('complianceScope.auditPeriodRange'), TODAY)

/** The messages of a rejected request; none if it is valid. */
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

type Of = (text: string) => unknown
const titled: Of = (title) => ({ ...base, title })
const noted: Of = (note) => ({ ...base, note })

describe('a text may have', () => {
  it.each<[number, string, z.ZodMiniType, Of]>([
    [191, 'The title', update, (title) => ({ title })],
    [191, 'The title', reviewCreateRequest, titled],
    [191, 'The title', reviewCreateRequestV1, titled],
    [255, 'The title', reviewWithFileCreateRequest, titled],
    [1_000, 'The note', reviewCreateRequest, noted],
    [1_000, 'The note', reviewWithFileCreateRequest, noted],
    [1_000, 'The note', reviewActionRequest, (note) => ({ action: 'finalize', note })],
    [1_000, 'The note', finalizeForm, (note) => ({ decision: 'APPROVED', note })],
  ])('%i characters and not one more: %s (%#)', (limit, name, schema, of) => {
    expect(issuesOf(schema, of(''))).toEqual([])
    expect(issuesOf(schema, of('x'.repeat(limit)))).toEqual([])
    const sentence = `${name} can have at most ${limit.toLocaleString('en')} characters.`
    expect(issuesOf(schema, of('x'.repeat(limit + 1)))).toEqual([sentence])
  })

  it.each<[number, string, (text: string) => SocFormSaveRequest]>([
    [30_000, 'Follow-up activity', (text) => ({ reportOpinion: { followUpActivity: text } })],
    [30_000, 'A finding', (description) => ({ findings: { findings: [{ description }] } })],
    [
      30_000,
      'A user control',
      (description) => ({ endUserControls: { userControls: [{ description }] } }),
    ],
    [30_000, 'A service', (name) => ({ servicesAndLocations: { services: [{ name }] } })],
    [191, 'A city', (city) => ({ servicesAndLocations: { locations: [{ city }] } })],
    [
      191,
      'A state or country',
      (stateOrCountry) => ({ servicesAndLocations: { locations: [{ stateOrCountry }] } }),
    ],
    [191, 'CPA firm', (cpaFirm) => ({ cpaFirm: { cpaFirm } })],
    [30_000, 'Procedure performed', (text) => ({ cpaFirm: { cpaProcedurePerformed: text } })],
    [
      30_000,
      'Subservice organization',
      (text) => ({ subserviceOrganizations: { subserviceOrganization: text } }),
    ],
    [
      30_000,
      'Procedure performed',
      (text) => ({ subserviceOrganizations: { subserviceOrganizationProcedurePerformed: text } }),
    ],
  ])('%i characters and not one more in the form: %s (%#)', (limit, name, of) => {
    expect(issuesOf(update, form(of('x'.repeat(limit))))).toEqual([])
    const sentence = `${name} can have at most ${limit.toLocaleString('en')} characters.`
    expect(issuesOf(update, form(of('x'.repeat(limit + 1))))).toEqual([sentence])
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
      'Report issue date cannot be in the future.',
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
    const sentence = 'Audit period end must be after its start.'
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

  it('with its file has a title, and takes every type of document, as an upload does', () => {
    expect(issuesOf(reviewWithFileCreateRequest, { ...base, title: null })).not.toEqual([])
    expect(
      issuesOf(reviewWithFileCreateRequest, { ...base, documentType: 'TRUST_CENTER_PAGE' }),
    ).toEqual([])
    expect(issuesOf(documentCreateRequest, { type: 'TRUST_CENTER_PAGE' })).toEqual([])
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
