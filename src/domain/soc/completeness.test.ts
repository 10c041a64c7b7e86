import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valid } from '../../testing/arbitraries.ts'
import { SOC_SECTION_IDS, type SocSectionId } from '../contract/enums.ts'
import {
  type SocForm,
  type SocFormValues,
  socFormContract,
  socFormSchema,
} from '../contract/soc-form.ts'
import { missingFields, sectionBadge, socProgress } from './completeness.ts'
import { SOC_SECTIONS } from './sections.ts'

/** A form as the service answers it, with only the given sections filled in. */
const formOf = (sections: Record<string, unknown> = {}): SocForm => socFormSchema.parse(sections)

/** The names of the fields that a section lacks when it holds only the given answers. */
const missingIn = <S extends SocSectionId>(id: S, given: Partial<SocFormValues[S]>): string[] =>
  missingFields(id, { ...formOf()[id], ...given }).map((path) => {
    expect(path.startsWith(`${id}.`)).toBe(true)
    return path.slice(id.length + 1)
  })

const sectionOf = (form: SocForm, id: SocSectionId) => {
  const found = socProgress(form).sections.find(({ section }) => section.id === id)
  if (!found) throw new Error(`No section ${id}`)
  return found
}

/** A form in which the service reports every section as complete, except for the given ones. */
const reported = (exceptions: Record<string, unknown> = {}): SocForm =>
  formOf({
    ...Object.fromEntries(SOC_SECTION_IDS.map((id) => [id, { isComplete: true }])),
    ...exceptions,
  })

const PERIOD = { start: '2025-01-01', end: '2025-12-31' }
const SCOPE = {
  certification: 'SOC_2',
  scopeType: 'TYPE_2',
  auditPeriodRange: PERIOD,
  trustServiceCriteria: ['SECURITY'],
}

describe('what the compliance scope needs', () => {
  it.each([
    { given: {}, missing: [] },
    { given: { certification: null }, missing: ['certification'] },
    { given: { scopeType: null }, missing: ['scopeType'] },
    { given: { scopeType: 'TYPE_1' }, missing: ['auditPeriod'] },
    { given: { scopeType: 'TYPE_1', auditPeriod: '2025-12-31' }, missing: [] },
    { given: { scopeType: 'TYPE_1', auditPeriod: ' ' }, missing: ['auditPeriod'] },
    { given: { scopeType: 'TYPE_1', auditPeriod: '31/12' }, missing: ['auditPeriod'] },
    {
      given: { auditPeriodRange: { start: PERIOD.start, end: '31/02/2026' } },
      missing: ['auditPeriodRange'],
    },
    { given: { auditPeriod: '2025-12-31', auditPeriodRange: {} }, missing: ['auditPeriodRange'] },
    { given: { auditPeriodRange: { start: PERIOD.start } }, missing: ['auditPeriodRange'] },
    {
      given: { auditPeriodRange: { start: null, end: PERIOD.end } },
      missing: ['auditPeriodRange'],
    },
    { given: { trustServiceCriteria: [] }, missing: ['trustServiceCriteria'] },
    { given: { trustServiceCriteria: null }, missing: ['trustServiceCriteria'] },
    { given: { certification: 'SOC_1', trustServiceCriteria: [] }, missing: [] },
    { given: { certification: 'SOC_3', trustServiceCriteria: null }, missing: [] },
    {
      given: { certification: 'SOC_4', trustServiceCriteria: [] },
      missing: ['trustServiceCriteria'],
    },
    {
      given: { certification: null, scopeType: null, trustServiceCriteria: null },
      missing: ['certification', 'scopeType', 'trustServiceCriteria'],
    },
  ])('lacks $missing with $given', ({ given, missing }) => {
    expect(missingIn('complianceScope', { ...SCOPE, ...given })).toEqual(missing)
  })
})

describe('what the other sections need', () => {
  it('the reviewer and the issue date', () => {
    expect(missingIn('reviewerInformation', {})).toEqual(['reviewer', 'reportIssueDate'])
    expect(
      missingIn('reviewerInformation', { reviewer: 'Kim', reportIssueDate: '2026-01-01' }),
    ).toEqual([])
  })

  it('an opinion, and a yes or a no on the business needs, but no follow-up', () => {
    expect(missingIn('reportOpinion', {})).toEqual(['reportOpinion', 'encompassBusinessNeeds'])
    expect(
      missingIn('reportOpinion', {
        reportOpinion: 'ADVERSE',
        encompassBusinessNeeds: false,
        followUpActivity: null,
      }),
    ).toEqual([])
  })

  it('the material impact once there is a finding', () => {
    const findings = [{ description: 'Backups were not tested' }]
    expect(missingIn('findings', { findings: [], hasMaterialImpact: null })).toEqual([])
    expect(missingIn('findings', { findings, hasMaterialImpact: null })).toEqual([
      'hasMaterialImpact',
    ])
    expect(missingIn('findings', { findings, hasMaterialImpact: false })).toEqual([])
  })

  it('no user controls', () => {
    expect(missingIn('endUserControls', { userControls: [] })).toEqual([])
  })

  it('a service and a location', () => {
    expect(missingIn('servicesAndLocations', {})).toEqual(['services', 'locations'])
    expect(
      missingIn('servicesAndLocations', {
        services: [{ name: 'Hosting' }],
        locations: [{ city: 'Oslo', stateOrCountry: 'Norway' }],
      }),
    ).toEqual([])
  })

  it('the CPA firm and what was done about it', () => {
    expect(missingIn('cpaFirm', { cpaFirm: '', cpaProcedurePerformed: null })).toEqual([
      'cpaFirm',
      'cpaProcedurePerformed',
    ])
    expect(
      missingIn('cpaFirm', { cpaFirm: 'Hollis LLP', cpaProcedurePerformed: 'Licence read' }),
    ).toEqual([])
  })

  it('a procedure for a subservice organization that is named, never the inclusive method', () => {
    const method = { subserviceOrganizationUsingInclusiveMethod: null }
    expect(
      missingIn('subserviceOrganizations', { ...method, subserviceOrganization: null }),
    ).toEqual([])
    expect(
      missingIn('subserviceOrganizations', { ...method, subserviceOrganization: 'Acme' }),
    ).toEqual(['subserviceOrganizationProcedurePerformed'])
    expect(
      missingIn('subserviceOrganizations', {
        ...method,
        subserviceOrganization: 'Acme',
        subserviceOrganizationProcedurePerformed: 'Their report was read',
      }),
    ).toEqual([])
  })
})

describe('the progress of a form', () => {
  it("is the service's word, whatever our rules would say", () => {
    const form = formOf({
      readyToFinalize: true,
      cpaFirm: { isComplete: true, cpaFirm: null },
      reportOpinion: {
        isComplete: false,
        missingRequiredFields: ['reportOpinion.followUpActivity'],
        reportOpinion: 'ADVERSE',
        encompassBusinessNeeds: true,
      },
    })
    expect(socProgress(form).readyToFinalize).toBe(true)
    expect(sectionOf(form, 'cpaFirm')).toMatchObject({ isComplete: true, missing: [] })
    expect(sectionOf(form, 'reportOpinion')).toMatchObject({
      isComplete: false,
      missing: [{ label: 'Follow-up activity' }],
    })
  })

  it('names nothing as missing in a section that the service calls complete', () => {
    const form = formOf({
      cpaFirm: { isComplete: true, missingRequiredFields: ['cpaFirm.cpaFirm'] },
    })
    expect(sectionOf(form, 'cpaFirm').missing).toEqual([])
  })

  it('follows our rules where the service is silent', () => {
    const form = formOf({ cpaFirm: { cpaFirm: 'Hollis LLP' } })
    expect(sectionOf(form, 'cpaFirm')).toMatchObject({
      isComplete: false,
      missing: [{ path: 'cpaFirm.cpaProcedurePerformed', label: 'Procedure performed' }],
    })
    expect(sectionOf(form, 'endUserControls').isComplete).toBe(true)
    expect(socProgress(form).readyToFinalize).toBe(false)
    expect(socProgress(reported()).readyToFinalize).toBe(true)
  })

  it('counts the complete sections and lists what is missing in the order of the form', () => {
    fc.assert(
      fc.property(valid(socFormContract), (answer) => {
        const { sections, completeCount, missing } = socProgress(socFormSchema.parse(answer))
        expect(sections.map(({ section }) => section)).toEqual(SOC_SECTIONS)
        expect(completeCount).toBe(sections.filter(({ isComplete }) => isComplete).length)
        for (const part of sections) if (part.isComplete) expect(part.missing).toEqual([])
        for (const place of missing) expect(SOC_SECTIONS).toContain(place.section)
      }),
    )
  })

  it('names a field once, however often the service does', () => {
    const paths = ['complianceScope.auditPeriodRange.start', 'complianceScope.auditPeriodRange.end']
    const form = reported({
      complianceScope: { isComplete: false, missingRequiredFields: [...paths, ...paths] },
    })
    expect(sectionOf(form, 'complianceScope').missing.map(({ label }) => label)).toEqual([
      'Audit period',
    ])
  })

  it('names a field once that two sections report', () => {
    const missingRequiredFields = ['reviewerInformation.reviewer']
    const form = reported({
      reviewerInformation: { isComplete: false, missingRequiredFields },
      cpaFirm: { isComplete: false, missingRequiredFields },
    })
    expect(socProgress(form).missing.map(({ path }) => path)).toEqual(missingRequiredFields)
  })

  it('keeps two fields apart that it does not know', () => {
    const form = reported({
      cpaFirm: { isComplete: false, missingRequiredFields: ['cpaFirm.licence', 'cpaFirm.peer'] },
    })
    expect(sectionOf(form, 'cpaFirm').missing.map(({ label }) => label)).toEqual([
      'cpaFirm.licence',
      'cpaFirm.peer',
    ])
  })

  it('passes over a missing field without a name', () => {
    const form = reported({
      cpaFirm: { isComplete: false, missingRequiredFields: [null, '', 'cpaFirm.cpaFirm'] },
    })
    expect(sectionOf(form, 'cpaFirm').missing.map(({ label }) => label)).toEqual(['CPA firm'])
  })
})

describe('the badge of a section', () => {
  const badge = (section: Record<string, unknown>): string =>
    sectionBadge(sectionOf(formOf({ cpaFirm: section }), 'cpaFirm'))

  it.each([
    ['Complete', { isComplete: true }],
    ['Incomplete', { isComplete: false }],
    ['1 missing', { isComplete: false, missingRequiredFields: ['cpaFirm.cpaFirm'] }],
    ['2 missing', {}],
    ['1 missing', { cpaFirm: 'Hollis LLP' }],
    ['Complete', { cpaFirm: 'Hollis LLP', cpaProcedurePerformed: 'Licence read' }],
  ])('is "%s" for %j', (text, section) => {
    expect(badge(section)).toBe(text)
  })
})
