import type { SocSectionId } from '../contract/soc-form.ts'

/** One thing that a section asks for. */
export interface SocField {
  /** The path that the service uses in `missingRequiredFields`. */
  path: `${SocSectionId}.${string}`
  /** The accessible name on the screen. */
  label: string
}

/** One of the eight parts of the SOC form. */
export interface SocSection {
  id: SocSectionId
  title: string
  fields: readonly SocField[]
}

const section = (
  id: SocSectionId,
  title: string,
  fields: Readonly<Record<string, string>>,
): SocSection => ({
  id,
  title,
  fields: Object.entries(fields).map(([name, label]) => ({ path: `${id}.${name}`, label })),
})

/** The eight sections in the order of the form, with every field in the order it is read. */
export const SOC_SECTIONS: readonly SocSection[] = [
  section('reviewerInformation', 'Reviewer information', {
    reviewer: 'Reviewer',
    reportIssueDate: 'Report issue date',
  }),
  section('complianceScope', 'Compliance scope', {
    certification: 'Certification',
    scopeType: 'Scope type',
    auditPeriod: 'Audit date',
    auditPeriodRange: 'Audit period',
    trustServiceCriteria: 'Trust service criteria',
  }),
  section('reportOpinion', 'Report opinion', {
    reportOpinion: 'Report opinion',
    encompassBusinessNeeds: 'Control objectives encompass business needs',
    followUpActivity: 'Follow-up activity',
  }),
  section('findings', 'Findings', {
    findings: 'Findings',
    hasMaterialImpact: 'Material impact',
  }),
  section('endUserControls', 'End-user controls', { userControls: 'User controls' }),
  section('servicesAndLocations', 'Services and locations', {
    services: 'Services',
    locations: 'Locations',
  }),
  section('cpaFirm', 'CPA firm', {
    cpaFirm: 'CPA firm',
    cpaProcedurePerformed: 'Procedure performed',
  }),
  section('subserviceOrganizations', 'Subservice organizations', {
    subserviceOrganization: 'Subservice organization',
    subserviceOrganizationUsingInclusiveMethod: 'Inclusive method',
    subserviceOrganizationProcedurePerformed: 'Procedure performed',
  }),
]

/** Where a missing field is to be found on the screen. */
export interface FieldPlace {
  section: SocSection
  path: string
  label: string
}

/**
 * Finds the field that the service names.
 *
 * The service's samples name fields by paths of other sections and by nested or unknown paths;
 * each is resolved as far as it can be, so that a missing field always has a place to go to.
 *
 * @param path as in `missingRequiredFields`, e.g. `complianceScope.auditPeriodRange.end`
 * @param reportedBy the section that reported it, which is the place where nothing better is known
 */
export const placeOfField = (path: string, reportedBy: SocSection): FieldPlace => {
  for (const candidate of SOC_SECTIONS) {
    const known = candidate.fields.find(
      (field) =>
        path === field.path ||
        path.startsWith(`${field.path}.`) ||
        path.startsWith(`${field.path}[`),
    )
    if (known) return { section: candidate, path: known.path, label: known.label }
  }
  const name = path.split('.').at(-1) ?? path
  const bare = reportedBy.fields.find((field) => field.path.endsWith(`.${name}`))
  return bare
    ? { section: reportedBy, path: bare.path, label: bare.label }
    : { section: reportedBy, path: reportedBy.id, label: path }
}
