import { SOC_SECTION_IDS, type SocSectionId } from '../contract/enums.ts'
import { SOC_FORM } from './fields.ts'
import { fieldsIn, type SocField } from './form-fields.ts'

/** One of the eight parts of the SOC form. */
export interface SocSection {
  id: SocSectionId
  title: string
  /** Where to find the section in a SOC report, and what to beware of. */
  hint: string
  fields: readonly SocField[]
}

/** The eight sections, and the fields in each, in the order of the form. */
export const SOC_SECTIONS: readonly SocSection[] = SOC_SECTION_IDS.map((id) => ({
  id,
  title: SOC_FORM[id].title,
  hint: SOC_FORM[id].hint,
  fields: fieldsIn(id),
}))

/** Where on the screen a missing field is. */
export interface FieldRef {
  section: SocSection
  path: string
  label: string
}

/**
 * Finds the field that the service names.
 *
 * The service's samples use paths of other sections, and nested or unknown paths. Each is resolved
 * as well as possible, so that every missing field can be linked to.
 *
 * @param path as in `missingRequiredFields`, e.g. `complianceScope.auditPeriodRange.end`
 * @param reportedBy the section that reported it, used if no better place is known
 */
export const fieldRefOf = (path: string, reportedBy: SocSection): FieldRef => {
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
