import { isCalendarDay } from '../../lib/dates.ts'
import type { SocSectionId } from '../contract/enums.ts'
import type { SocForm } from '../contract/soc-form.ts'
import { type Answers, isBlank } from './field-kinds.ts'
import { fieldsIn, type SocField } from './form-fields.ts'
import { type FieldRef, fieldRefOf, SOC_SECTIONS, type SocSection } from './sections.ts'

/**
 * What the form needs before a review can be finalized. The service decides. These rules are used
 * by the mock service, and by the app for hints while the analyst types.
 */

/** Whether the form asks for a field, given the other answers of its section. */
export const isAskedFor = ({ appliesWhen }: SocField, answers: Answers): boolean =>
  appliesWhen?.(answers) ?? true

/** Whether a field has no answer. A text that was typed into a date and is no day is none. */
const isUnanswered = ({ kind }: SocField, value: unknown): boolean => {
  if (isBlank(value)) return true
  if (kind === 'day') return !isCalendarDay(String(value))
  const { start, end } = value as { start?: unknown; end?: unknown }
  return kind === 'range' && ![start, end].map(String).every(isCalendarDay)
}

const isMissing = (field: SocField, answers: Answers): boolean => {
  const { isRequired = false } = field
  const isNeeded = typeof isRequired === 'function' ? isRequired(answers) : isRequired
  return isNeeded && isAskedFor(field, answers) && isUnanswered(field, answers[field.name])
}

/**
 * The fields that a section still needs, by the rules of the form's table.
 * @returns dot paths such as `reviewerInformation.reviewer`, in the order of the form
 */
export const missingFields = (id: SocSectionId, answers: Answers): string[] =>
  fieldsIn(id)
    .filter((field) => isMissing(field, answers))
    .map(({ path }) => path)

/** The progress of one section. */
export interface SectionProgress {
  section: SocSection
  isComplete: boolean
  missing: FieldRef[]
  /** Computed by our rules from unsaved input; the service has not seen it yet. */
  isForecast?: boolean
}

/** The progress of a form. */
export interface SocProgress {
  sections: SectionProgress[]
  completeCount: number
  /** All missing fields, in the order of the form. */
  missing: FieldRef[]
  readyToFinalize: boolean
}

const isSameSection = (a: SectionProgress, b: SectionProgress | undefined): boolean =>
  a.isComplete === b?.isComplete &&
  a.isForecast === b.isForecast &&
  a.missing.length === b.missing.length &&
  a.missing.every(({ path }, index) => path === b.missing[index]?.path)

/** Whether two progresses of one form say the same. */
export const isSameProgress = (a: SocProgress, b: SocProgress): boolean =>
  a.readyToFinalize === b.readyToFinalize &&
  a.sections.every((section, index) => isSameSection(section, b.sections[index]))

/** Removes repetitions: the service may name a field twice, and in two sections. */
const unique = (fields: readonly FieldRef[]): FieldRef[] => [
  ...new Map(fields.map((field) => [`${field.path} ${field.label}`, field])).values(),
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
    missing: unique(named.map((path) => fieldRefOf(path, section))),
  }
}

/** The progress that the service reports. Our rules fill in only what the service leaves out. */
export const socProgress = (form: SocForm): SocProgress => {
  const sections = SOC_SECTIONS.map((section) => sectionProgress(section, form))
  const completeCount = sections.filter(({ isComplete }) => isComplete).length
  return {
    sections,
    completeCount,
    missing: unique(sections.flatMap(({ missing }) => missing)),
    readyToFinalize: form.readyToFinalize ?? completeCount === sections.length,
  }
}

/** A section's badge: "Complete", "N missing", or "Incomplete" if the service names no field. */
export const sectionBadge = ({ isComplete, missing }: SectionProgress): string =>
  isComplete ? 'Complete' : missing.length ? `${missing.length} missing` : 'Incomplete'
