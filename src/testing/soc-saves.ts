import fc from 'fast-check'
import { applySocForm, emptySocForm } from '../../mocks/service/soc-form.ts'
import { socFormSaveRequest } from '../domain/contract/requests.ts'
import type { SocForm } from '../domain/contract/soc-form.ts'
import {
  CERTIFICATIONS,
  REPORT_OPINIONS,
  SCOPE_TYPES,
  TRUST_SERVICE_CRITERIA,
} from '../domain/contract/values.ts'
import { type SocEdit, toSocEdit } from '../domain/soc/edit.ts'

/** The day of the tests: no report of theirs was issued after it. */
export const TODAY = '2026-11-22'

export const nameOf = (userId: number): string => `User ${userId}`
export const idOf = (name: string): number => Number(name.slice(5))
const request = socFormSaveRequest(TODAY)

/** The service, as the contract describes it; it refuses what it would refuse. */
export class Service {
  requests = 0
  form: SocForm

  constructor(holds: SocEdit) {
    this.form = applySocForm(emptySocForm(), wholeOf(holds), nameOf)
  }

  put(sent: unknown): void {
    this.requests += 1
    this.form = applySocForm(this.form, request.parse(sent), nameOf)
  }

  get(): SocEdit {
    return toSocEdit(this.form)
  }
}

/** Everything that a form holds, as one request to an empty one. */
const wholeOf = (edit: SocEdit) => {
  const { reviewer, reportIssueDate } = edit.reviewerInformation
  const { start, end } = edit.complianceScope.auditPeriodRange
  return request.parse({
    ...edit,
    reviewerInformation: {
      reviewerUserId: reviewer === null ? null : idOf(reviewer),
      reportIssueDate,
    },
    complianceScope: {
      ...edit.complianceScope,
      auditPeriodRange: start && end ? { start, end } : null,
    },
  })
}

// Few different words, so that equal items, repeats and runs within runs are common.
const word = fc.constantFrom('a', 'b', 'c')
const text = fc.constantFrom(null, 'one', 'two')
const day = fc.constantFrom(null, '2026-01-01', '2026-06-30')
const flag = fc.constantFrom(null, true, false)
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 })

/** What a form may hold. */
export const edit: fc.Arbitrary<SocEdit> = fc
  .record({
    reviewerInformation: fc.record({
      reviewer: fc.constantFrom(null, 'User 1', 'User 2'),
      reportIssueDate: day,
    }),
    complianceScope: fc.record({
      certification: fc.constantFrom(null, ...CERTIFICATIONS),
      scopeType: fc.constantFrom(null, ...SCOPE_TYPES),
      auditPeriod: day,
      auditPeriodRange: fc.constantFrom(
        { start: null, end: null },
        { start: '2025-01-01', end: '2025-12-31' },
        { start: '2025-07-01', end: '2026-06-30' },
      ),
      trustServiceCriteria: fc.subarray([...TRUST_SERVICE_CRITERIA]),
    }),
    reportOpinion: fc.record({
      reportOpinion: fc.constantFrom(null, ...REPORT_OPINIONS),
      encompassBusinessNeeds: flag,
      followUpActivity: text,
    }),
    findings: fc.record({
      findings: list(word.map((description) => ({ description }))),
      hasMaterialImpact: flag,
    }),
    endUserControls: fc.record({
      userControls: list(fc.record({ description: word, inPlace: fc.boolean() })),
    }),
    servicesAndLocations: fc.record({
      services: list(word.map((name) => ({ name }))),
      locations: list(fc.record({ city: word, stateOrCountry: fc.constantFrom('', 'x') })),
    }),
    cpaFirm: fc.record({ cpaFirm: text, cpaProcedurePerformed: text }),
    subserviceOrganizations: fc.record({
      subserviceOrganization: text,
      subserviceOrganizationUsingInclusiveMethod: flag,
      subserviceOrganizationProcedurePerformed: text,
    }),
  })
  .map(toSocEdit)

/** What the service shows of an edit: the name of the reviewer, not who chose it. */
export const shown = (of: SocEdit): SocEdit => {
  const { reviewer, reportIssueDate } = of.reviewerInformation
  return { ...of, reviewerInformation: { reviewer, reportIssueDate } }
}
