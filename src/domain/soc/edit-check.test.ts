import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayReader, readerOfDays } from '../../lib/day-text.ts'
import { provide, resetServices } from '../../lib/services.ts'
import { edit, TODAY } from '../../testing/soc-saves.ts'
import { emptySocEdit, type SocEdit } from './edit.ts'
import { checkSocEdit, checkTitle, sectionsOf } from './edit-check.ts'

beforeEach(() => provide(readerOfDays, dayReader('en-GB')))
afterEach(resetServices)

const empty = emptySocEdit()
/** A copy of a form with one change made to it. */
const having = (change: (form: SocEdit) => void, from = empty): SocEdit => {
  const form = structuredClone(from)
  change(form)
  return form
}
const errorsOf = (change: (form: SocEdit) => void, base?: SocEdit) =>
  checkSocEdit(having(change, base), TODAY, base)

const LONG = 'x'.repeat(30_001)
const SHORT = 'x'.repeat(192)

describe('what can be sent', () => {
  it('is nothing to complain about', () => {
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        expect(checkSocEdit(one, TODAY)).toEqual({})
        expect(checkSocEdit(one, TODAY, other)).toEqual({})
      }),
    )
  })

  it('may be incomplete, and be issued today', () => {
    expect(checkSocEdit(empty, TODAY)).toEqual({})
    expect(
      errorsOf((form) => {
        form.reviewerInformation.reportIssueDate = TODAY
        form.cpaFirm.cpaFirm = ''
        form.servicesAndLocations.locations = [{ city: '', stateOrCountry: '' }]
      }),
    ).toEqual({})
  })
})

describe('what would be refused', () => {
  it.each<[string, string, (form: SocEdit) => void]>([
    [
      'reviewerInformation.reportIssueDate',
      'Report issue date cannot be in the future.',
      (form) => {
        form.reviewerInformation.reportIssueDate = '2026-11-23'
      },
    ],
    [
      'reviewerInformation.reportIssueDate',
      'There is no such day in the calendar: dates are read as DD/MM/YYYY.',
      (form) => {
        form.reviewerInformation.reportIssueDate = '2026-02-30'
      },
    ],
    [
      'reviewerInformation.reportIssueDate',
      'Check the year: it has to lie between 1900 and 2199.',
      (form) => {
        form.reviewerInformation.reportIssueDate = '0026-03-15'
      },
    ],
    [
      'reviewerInformation.reportIssueDate',
      'Report issue date is not a date.',
      (form) => {
        // A field would have turned it into a day.
        form.reviewerInformation.reportIssueDate = '1 Mar 2026'
      },
    ],
    [
      'complianceScope.auditPeriodRange.start',
      'Write the year with four digits, as in DD/MM/YYYY.',
      (form) => {
        form.complianceScope.auditPeriodRange = { start: '1/3/26', end: null }
      },
    ],
    [
      'complianceScope.auditPeriod',
      'Not a date: write it as DD/MM/YYYY, or as in 28 Feb 2026.',
      (form) => {
        form.complianceScope.auditPeriod = 'soon'
      },
    ],
    [
      'complianceScope.auditPeriodRange.end',
      'The audit period needs both its start and its end.',
      (form) => {
        form.complianceScope.auditPeriodRange = { start: '2026-01-01', end: null }
      },
    ],
    [
      'complianceScope.auditPeriodRange.start',
      'The audit period needs both its start and its end.',
      (form) => {
        form.complianceScope.auditPeriodRange = { start: '', end: '2026-01-01' }
      },
    ],
    [
      'complianceScope.auditPeriodRange.end',
      'Audit period end must be after its start.',
      (form) => {
        form.complianceScope.auditPeriodRange = { start: '2026-01-01', end: '2026-01-01' }
      },
    ],
    [
      'complianceScope.auditPeriodRange.start',
      'There is no such day in the calendar: dates are read as DD/MM/YYYY.',
      (form) => {
        form.complianceScope.auditPeriodRange = { start: '2026-13-01', end: '2026-01-01' }
      },
    ],
    [
      'reportOpinion.followUpActivity',
      'Follow-up activity can have at most 30,000 characters.',
      (form) => {
        form.reportOpinion.followUpActivity = LONG
      },
    ],
    [
      'findings.findings.1.description',
      'A finding can have at most 30,000 characters.',
      (form) => {
        form.findings.findings = [{ description: 'short' }, { description: LONG }]
      },
    ],
    [
      'endUserControls.userControls.0.description',
      'A user control can have at most 30,000 characters.',
      (form) => {
        form.endUserControls.userControls = [{ description: LONG, inPlace: true }]
      },
    ],
    [
      'servicesAndLocations.services.0.name',
      'A service can have at most 30,000 characters.',
      (form) => {
        form.servicesAndLocations.services = [{ name: LONG }]
      },
    ],
    [
      'servicesAndLocations.locations.0.stateOrCountry',
      'A state or country can have at most 191 characters.',
      (form) => {
        form.servicesAndLocations.locations = [{ city: 'Dublin', stateOrCountry: SHORT }]
      },
    ],
    [
      'cpaFirm.cpaFirm',
      'CPA firm can have at most 191 characters.',
      (form) => {
        form.cpaFirm.cpaFirm = SHORT
      },
    ],
    [
      'subserviceOrganizations.subserviceOrganization',
      'Subservice organization can have at most 30,000 characters.',
      (form) => {
        form.subserviceOrganizations.subserviceOrganization = LONG
      },
    ],
  ])('is named by its field: %s, %s', (path, sentence, change) => {
    expect(errorsOf(change)).toEqual({ [path]: sentence })
    expect(errorsOf(change, empty)).toEqual({ [path]: sentence })
  })

  it('is a reviewer who cannot be one, and a word that nobody knows', () => {
    const errors = errorsOf((form) => {
      form.reviewerInformation = { reviewer: 'X', reviewerUserId: -1, reportIssueDate: null }
      form.complianceScope.certification = 'SOC_9'
      form.complianceScope.trustServiceCriteria = ['BEAUTY']
    })
    expect(Object.keys(errors)).toEqual([
      'reviewerInformation.reviewer',
      'complianceScope.certification',
      'complianceScope.trustServiceCriteria',
    ])
    expect(sectionsOf(errors)).toEqual(['reviewerInformation', 'complianceScope'])
  })
})

describe('what the service sent itself', () => {
  const odd = having((form) => {
    form.reviewerInformation.reportIssueDate = '2027-01-01'
    form.complianceScope.certification = 'SOC_9'
    form.complianceScope.scopeType = 'TYPE_7'
    form.complianceScope.auditPeriodRange = { start: '2026-01-01', end: null }
    form.complianceScope.trustServiceCriteria = ['SECURITY', 'BEAUTY']
    form.cpaFirm.cpaFirm = SHORT
    form.findings.findings = [{ description: LONG }]
  })

  it('is not complained about while it stays', () => {
    expect(checkSocEdit(odd, TODAY, odd)).toEqual({})
    expect(
      errorsOf((form) => {
        form.complianceScope.auditPeriod = '2026-01-01'
        form.complianceScope.trustServiceCriteria = ['SECURITY', 'PRIVACY', 'BEAUTY']
        form.cpaFirm.cpaProcedurePerformed = 'Looked up'
        form.findings.findings.push({ description: 'added, so sent alone' })
      }, odd),
    ).toEqual({})
  })

  it('is, once it would have to be sent again', () => {
    expect(
      errorsOf((form) => {
        form.findings.findings.unshift({ description: 'before it' })
      }, odd),
    ).toEqual({ 'findings.findings.1.description': expect.any(String) as string })
  })

  it('does not hide what is wrong with an addition to it', () => {
    expect(
      errorsOf((form) => {
        form.findings.findings.push({ description: 'fine' }, { description: LONG })
      }, odd),
    ).toEqual({ 'findings.findings.2.description': expect.any(String) as string })
  })
})

describe('a title', () => {
  it.each(['', 'SOC 2 2026', 'x'.repeat(191)])('can be %j', (title) => {
    expect(checkTitle(title)).toBeUndefined()
  })

  it('has an end', () => {
    expect(checkTitle('x'.repeat(192))).toBe('The title can have at most 191 characters.')
  })
})
