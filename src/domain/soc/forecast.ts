import { missingFields, type SectionProgress, type SocProgress } from './completeness.ts'
import { isSame, type SocEdit } from './edit.ts'
import { fieldRefOf } from './sections.ts'

/** The progress of a section once the input is saved, as far as our rules can tell. */
const forecastSection = ({ section }: SectionProgress, edit: SocEdit): SectionProgress => {
  const missing = missingFields(section.id, edit[section.id]).map((path) =>
    fieldRefOf(path, section),
  )
  return { section, missing, isComplete: missing.length === 0, isForecast: true }
}

/**
 * The form's progress while it is edited. Changed sections are computed by our rules; the others
 * are as the service reports them.
 */
export const forecastProgress = (
  fromService: SocProgress,
  base: SocEdit,
  edit: SocEdit,
): SocProgress => {
  const sections = fromService.sections.map((part) =>
    isSame(base[part.section.id], edit[part.section.id]) ? part : forecastSection(part, edit),
  )
  if (sections.every((part, index) => part === fromService.sections[index])) return fromService
  const completeCount = sections.filter(({ isComplete }) => isComplete).length
  return {
    sections,
    completeCount,
    missing: sections.flatMap(({ missing }) => missing),
    readyToFinalize: completeCount === sections.length,
  }
}
