import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SocFormSaveRequest } from '../../src/domain/contract/soc-form-request.ts'
import { applySocForm, emptySocForm } from './soc-form.ts'

const nameOfUser = (id: number): string => `Person ${id}`
const save = (form: ReturnType<typeof emptySocForm>, request: SocFormSaveRequest) =>
  applySocForm(form, request, nameOfUser)

const filled = save(emptySocForm(), {
  reviewerInformation: { reviewerUserId: 7, reportIssueDate: '2026-03-01' },
  complianceScope: {
    certification: 'SOC_2',
    scopeType: 'TYPE_2',
    auditPeriodRange: { start: '2025-01-01', end: '2025-12-31' },
    trustServiceCriteria: ['SECURITY', 'PRIVACY'],
  },
  reportOpinion: { reportOpinion: 'UNQUALIFIED', encompassBusinessNeeds: true },
  findings: { findings: [{ description: 'one' }], hasMaterialImpact: false },
  endUserControls: { userControls: [{ description: 'review access', inPlace: true }] },
  servicesAndLocations: {
    services: [{ name: 'Platform' }],
    locations: [{ city: 'Dublin', stateOrCountry: 'Ireland' }],
  },
  cpaFirm: { cpaFirm: 'Pell', cpaProcedurePerformed: 'Looked up' },
})

describe('lists', () => {
  it('are appended, in order and with repetitions', () => {
    const form = save(filled, { findings: { findings: [{ description: 'one' }, {}] } })
    expect(form.findings.findings.map(({ description }) => description)).toEqual(['one', 'one', ''])
  })

  it('are cleared by an empty list and untouched when left out', () => {
    const form = save(filled, { findings: { findings: [] }, endUserControls: {} })
    expect(form.findings.findings).toEqual([])
    expect(form.endUserControls).toEqual(filled.endUserControls)
    expect(form.servicesAndLocations).toEqual(filled.servicesAndLocations)
  })

  it('follow one rule, whatever is sent in whatever order', () => {
    const descriptions = fc.option(fc.array(fc.string(), { maxLength: 4 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(descriptions, { maxLength: 8 }), (requests) => {
        let expected: string[] = []
        let form = emptySocForm()
        for (const sent of requests) {
          form = save(form, {
            findings: sent ? { findings: sent.map((description) => ({ description })) } : {},
          })
          if (sent) expected = sent.length ? [...expected, ...sent] : []
        }
        expect(form.findings.findings.map(({ description }) => description)).toEqual(expected)
      }),
    )
  })

  it('take a user control that does not say so as not in place', () => {
    const form = save(emptySocForm(), { endUserControls: { userControls: [{}] } })
    expect(form.endUserControls.userControls).toEqual([{ description: '', inPlace: false }])
  })
})

describe('scalars', () => {
  it('are set when present and untouched when left out', () => {
    const form = save(filled, { reportOpinion: { reportOpinion: 'ADVERSE' } })
    expect(form.reportOpinion.reportOpinion).toBe('ADVERSE')
    expect(form.reportOpinion.encompassBusinessNeeds).toBe(true)
    expect(form.complianceScope).toEqual(filled.complianceScope)
  })

  it('are cleared by null', () => {
    const form = save(filled, {
      reviewerInformation: { reviewerUserId: null, reportIssueDate: null },
      complianceScope: { auditPeriodRange: null, trustServiceCriteria: null, scopeType: null },
      findings: { hasMaterialImpact: null },
      cpaFirm: { cpaFirm: null },
    })
    expect(form.reviewerInformation).toMatchObject({ reviewer: null, reportIssueDate: null })
    expect(form.complianceScope).toMatchObject({
      certification: 'SOC_2',
      scopeType: null,
      auditPeriodRange: { start: null, end: null },
      trustServiceCriteria: null,
    })
    expect(form.findings.hasMaterialImpact).toBeNull()
    expect(form.cpaFirm).toMatchObject({ cpaFirm: null, cpaProcedurePerformed: 'Looked up' })
  })

  it('read a reviewer back as a name', () => {
    expect(filled.reviewerInformation.reviewer).toBe('Person 7')
  })

  it('set the trust service criteria whole', () => {
    const form = save(filled, { complianceScope: { trustServiceCriteria: ['AVAILABILITY'] } })
    expect(form.complianceScope.trustServiceCriteria).toEqual(['AVAILABILITY'])
  })
})

describe('progress', () => {
  it('is judged anew with every save', () => {
    expect(filled.readyToFinalize).toBe(true)
    const form = save(filled, {
      findings: { hasMaterialImpact: null },
      complianceScope: { scopeType: 'TYPE_1' },
    })
    expect(form.readyToFinalize).toBe(false)
    expect(form.findings).toMatchObject({
      isComplete: false,
      missingRequiredFields: ['findings.hasMaterialImpact'],
    })
    expect(form.complianceScope.missingRequiredFields).toEqual(['complianceScope.auditPeriod'])
  })

  it('leaves the form it was given as it is', () => {
    const before = structuredClone(filled)
    save(filled, { findings: { findings: [{ description: 'two' }] }, cpaFirm: { cpaFirm: null } })
    expect(filled).toEqual(before)
  })
})
