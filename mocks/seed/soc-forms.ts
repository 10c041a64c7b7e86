import type { Certification, ReportOpinion, ScopeType } from '../../src/domain/contract/enums.ts'
import type { SocForm, SocFormValues } from '../../src/domain/contract/soc-form.ts'
import { emptySocForm, judgeSocForm } from '../service/soc-form.ts'
import type { Calendar } from './calendar.ts'
import type { Random } from './random.ts'
import * as texts from './soc-texts.ts'

/** The report that a form is about. */
export interface Report {
  certification: Certification
  scopeType: ScopeType
  reviewer: string
  /** Days from today to the end of the report's period; negative. */
  periodEnd: number
  /** The default is unqualified. */
  opinion?: ReportOpinion
  findingCount: number
  userControlCount: number
}

const criteriaOf = (
  certification: Certification,
  random: Random,
): SocFormValues['complianceScope']['trustServiceCriteria'] =>
  // A SOC 1 has control objectives instead of these. A SOC 2 has at least Security.
  certification === 'SOC_1'
    ? null
    : ['SECURITY', ...random.some(['AVAILABILITY', 'CONFIDENTIALITY', 'PRIVACY'], random.int(0, 2))]

/** A complete form, filled in as an analyst would from such a report. */
export const completeForm = (report: Report, calendar: Calendar, random: Random): SocForm => {
  const { certification, scopeType, periodEnd, opinion = 'UNQUALIFIED' } = report
  const unqualified = opinion === 'UNQUALIFIED'
  const isType1 = scopeType === 'TYPE_1'
  const inclusive = random.chance(0.3)
  const findings = [...texts.FINDINGS, ...texts.MORE_FINDINGS]
  const controls = [...texts.USER_CONTROLS, ...texts.MORE_USER_CONTROLS]
  return judgeSocForm({
    reviewerInformation: {
      reviewer: report.reviewer,
      // The auditor signs some weeks after the period's end, never before it.
      reportIssueDate: calendar.day(Math.min(periodEnd + random.int(28, 60), -1)),
    },
    complianceScope: {
      certification,
      scopeType,
      auditPeriod: isType1 ? calendar.day(periodEnd) : null,
      auditPeriodRange: isType1
        ? { start: null, end: null }
        : { start: calendar.day(periodEnd - 364), end: calendar.day(periodEnd) },
      trustServiceCriteria: criteriaOf(certification, random),
    },
    reportOpinion: {
      reportOpinion: opinion,
      encompassBusinessNeeds: unqualified || random.chance(0.5),
      followUpActivity: !unqualified || random.chance(0.3) ? random.pick(texts.FOLLOW_UPS) : null,
    },
    findings: {
      findings: findings.slice(0, report.findingCount).map((description) => ({ description })),
      hasMaterialImpact: report.findingCount ? !unqualified : null,
    },
    endUserControls: {
      userControls: controls
        .slice(0, report.userControlCount)
        .map((description) => ({ description, inPlace: random.chance(0.75) })),
    },
    servicesAndLocations: {
      services: random.some(texts.SERVICES, random.int(1, 4)).map((name) => ({ name })),
      locations: random.some(texts.LOCATIONS, random.int(1, 3)),
    },
    cpaFirm: {
      cpaFirm: random.pick(texts.CPA_FIRMS),
      cpaProcedurePerformed: random.pick(texts.CPA_PROCEDURES),
    },
    subserviceOrganizations: random.chance(0.8)
      ? {
          subserviceOrganization: random.pick(texts.SUBSERVICE_ORGANIZATIONS),
          subserviceOrganizationUsingInclusiveMethod: inclusive,
          subserviceOrganizationProcedurePerformed:
            texts.SUBSERVICE_PROCEDURES[inclusive ? 1 : 0] ?? null,
        }
      : {
          subserviceOrganization: null,
          subserviceOrganizationUsingInclusiveMethod: null,
          subserviceOrganizationProcedurePerformed: null,
        },
  })
}

/** Sections that an analyst does last. A partial form has some of them empty. */
const LATER_SECTIONS = [
  'complianceScope',
  'servicesAndLocations',
  'cpaFirm',
  'endUserControls',
  'reportOpinion',
] as const

/** The same form with some sections unfinished. */
export const partialForm = (complete: SocForm, random: Random): SocForm => {
  const empty = emptySocForm()
  const emptied = [...random.some(LATER_SECTIONS, random.int(0, 4)), 'reportOpinion'] as const
  const values = { ...complete }
  for (const id of emptied) Object.assign(values, { [id]: empty[id] })
  return judgeSocForm(values)
}
