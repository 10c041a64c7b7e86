import { missingFields, type SectionProgress, type SocProgress } from './completeness.ts'
import { isSame, type SocEdit } from './edit.ts'
import { placeOfField } from './sections.ts'

/** How far a section will be when what was typed is saved, as far as our rules know. */
const forecastSection = ({ section }: SectionProgress, edit: SocEdit): SectionProgress => {
  const missing = missingFields(section.id, edit[section.id]).map((path) =>
    placeOfField(path, section),
  )
  return { section, missing, isComplete: missing.length === 0, isForecast: true }
}

/**
 * The form's progress while it is edited: sections that were changed by our rules, the others in
 * the service's own words.
 */
export const forecastProgress = (told: SocProgress, base: SocEdit, edit: SocEdit): SocProgress => {
  const sections = told.sections.map((part) =>
    isSame(base[part.section.id], edit[part.section.id]) ? part : forecastSection(part, edit),
  )
  if (sections.every((part, index) => part === told.sections[index])) return told
  const completeCount = sections.filter(({ isComplete }) => isComplete).length
  return {
    sections,
    completeCount,
    missing: sections.flatMap(({ missing }) => missing),
    readyToFinalize: completeCount === sections.length,
  }
}
