import type { SocForm, SocSectionId } from '../contract/soc-form.ts'
import { type FieldPlace, placeOfField, SOC_SECTIONS, type SocSection } from './sections.ts'

/**
 * What the form needs before a review can be finalized. The service decides; the mock service
 * decides with these rules, and the app hints with them while the analyst types.
 */

/** The form's values, with or without what the service says of its progress. */
export type SocFormValues = {
  [S in SocSectionId]: Omit<SocForm[S], 'isComplete' | 'missingRequiredFields'>
}

const isBlank = (text: string | null | undefined): boolean => !text?.trim()

/** Rules, one a section: the names of the fields that are still missing. */
const RULES: { [S in SocSectionId]: (values: SocFormValues[S]) => (string | false)[] } = {
  reviewerInformation: ({ reviewer, reportIssueDate }) => [
    isBlank(reviewer) && 'reviewer',
    isBlank(reportIssueDate) && 'reportIssueDate',
  ],
  // The period depends on the scope type, the criteria on the certification: contract, point 3.
  complianceScope: (scope) => [
    isBlank(scope.certification) && 'certification',
    isBlank(scope.scopeType) && 'scopeType',
    scope.scopeType === 'TYPE_1' && isBlank(scope.auditPeriod) && 'auditPeriod',
    scope.scopeType === 'TYPE_2' &&
      (isBlank(scope.auditPeriodRange.start) || isBlank(scope.auditPeriodRange.end)) &&
      'auditPeriodRange',
    scope.certification !== 'SOC_1' &&
      scope.certification !== 'SOC_3' &&
      !scope.trustServiceCriteria?.length &&
      'trustServiceCriteria',
  ],
  reportOpinion: ({ reportOpinion, encompassBusinessNeeds }) => [
    isBlank(reportOpinion) && 'reportOpinion',
    encompassBusinessNeeds === null && 'encompassBusinessNeeds',
  ],
  findings: ({ findings, hasMaterialImpact }) => [
    findings.length > 0 && hasMaterialImpact === null && 'hasMaterialImpact',
  ],
  // A report without complementary user entity controls is rare, but there are such.
  endUserControls: () => [],
  servicesAndLocations: ({ services, locations }) => [
    services.length === 0 && 'services',
    locations.length === 0 && 'locations',
  ],
  cpaFirm: ({ cpaFirm, cpaProcedurePerformed }) => [
    isBlank(cpaFirm) && 'cpaFirm',
    isBlank(cpaProcedurePerformed) && 'cpaProcedurePerformed',
  ],
  // None named is an answer; the inclusive method's null means "not applicable", never "missing".
  subserviceOrganizations: (part) => [
    !isBlank(part.subserviceOrganization) &&
      isBlank(part.subserviceOrganizationProcedurePerformed) &&
      'subserviceOrganizationProcedurePerformed',
  ],
}

/**
 * The fields that a section still needs by the rules above.
 * @returns dot paths such as `reviewerInformation.reviewer`, in the order of the form
 */
export const missingFields = <S extends SocSectionId>(id: S, values: SocFormValues[S]): string[] =>
  RULES[id](values).flatMap((name) => (name === false ? [] : [`${id}.${name}`]))

/** How far one section is. */
export interface SectionProgress {
  section: SocSection
  isComplete: boolean
  missing: FieldPlace[]
  /** Found by our rules from what is typed; the service has not seen it yet. */
  isForecast?: boolean
}

/** How far a form is. */
export interface SocProgress {
  sections: SectionProgress[]
  completeCount: number
  /** Everything that is missing, in the order of the form. */
  missing: FieldPlace[]
  readyToFinalize: boolean
}

/** The service may name a field twice, and in two sections. */
const eachOnce = (places: readonly FieldPlace[]): FieldPlace[] => [
  ...new Map(places.map((place) => [`${place.path} ${place.label}`, place])).values(),
]

const sectionProgress = (section: SocSection, form: SocForm): SectionProgress => {
  const values = form[section.id]
  const paths = values.missingRequiredFields.length
    ? values.missingRequiredFields
    : values.isComplete === null
      ? missingFields(section.id, values as never)
      : []
  const isComplete = values.isComplete ?? paths.length === 0
  const named = isComplete ? [] : paths.filter((path) => path.trim() !== '')
  return {
    section,
    isComplete,
    missing: eachOnce(named.map((path) => placeOfField(path, section))),
  }
}

/**
 * How far the form is in the service's own words; our rules speak only where it is silent.
 */
export const socProgress = (form: SocForm): SocProgress => {
  const sections = SOC_SECTIONS.map((section) => sectionProgress(section, form))
  const completeCount = sections.filter(({ isComplete }) => isComplete).length
  return {
    sections,
    completeCount,
    missing: eachOnce(sections.flatMap(({ missing }) => missing)),
    readyToFinalize: form.readyToFinalize ?? completeCount === sections.length,
  }
}

/** The badge of a section: "Complete", "N missing", or "Incomplete" where the service names nothing. */
export const sectionBadge = ({ isComplete, missing }: SectionProgress): string =>
  isComplete ? 'Complete' : missing.length ? `${missing.length} missing` : 'Incomplete'
