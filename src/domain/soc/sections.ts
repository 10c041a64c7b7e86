import { SOC_SECTION_IDS, type SocSectionId } from '../contract/values.ts'
import { SOC_FORM } from './fields.ts'
import { fieldsIn, type SocField } from './form-fields.ts'

/** One of the eight parts of the SOC form. */
export interface SocSection {
  id: SocSectionId
  title: string
  /** Where it stands in a SOC report, and what to beware of. */
  hint: string
  fields: readonly SocField[]
}

/** The eight sections in the order of the form, with every field in the order it is read. */
export const SOC_SECTIONS: readonly SocSection[] = SOC_SECTION_IDS.map((id) => ({
  id,
  title: SOC_FORM[id].title,
  hint: SOC_FORM[id].hint,
  fields: fieldsIn(id),
}))

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
