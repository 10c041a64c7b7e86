import type { SocForm } from '../contract/soc-form.ts'
import type { SocSectionId } from '../contract/values.ts'
import { type Answers, isBlank } from './field-kinds.ts'
import { fieldsIn, type SocField } from './form-fields.ts'
import { type FieldPlace, placeOfField, SOC_SECTIONS, type SocSection } from './sections.ts'

/**
 * What the form needs before a review can be finalized. The service decides; the mock service
 * decides with these rules, and the app hints with them while the analyst types.
 */

/** Whether a field is asked for, by what else its section holds. */
export const isAskedFor = ({ appliesWhen }: SocField, answers: Answers): boolean =>
  appliesWhen?.(answers) ?? true

const isMissing = (field: SocField, answers: Answers): boolean => {
  const { isRequired = false } = field
  const isNeeded = typeof isRequired === 'function' ? isRequired(answers) : isRequired
  return isNeeded && isAskedFor(field, answers) && isBlank(answers[field.name])
}

/**
 * The fields that a section still needs by the rules of the form's table.
 * @returns dot paths such as `reviewerInformation.reviewer`, in the order of the form
 */
export const missingFields = (id: SocSectionId, answers: Answers): string[] =>
  fieldsIn(id)
    .filter((field) => isMissing(field, answers))
    .map(({ path }) => path)

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
      ? missingFields(section.id, values)
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
