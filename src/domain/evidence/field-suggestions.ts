import { fieldAt, LIST_OF, SOC_FIELDS, type SocField, type SocItem } from '../soc/form-fields.ts'
import { textOf } from '../work/value-text.ts'
import type { Path, Value } from '../work/values.ts'
import type { FieldName, FieldReading, FieldReadings, QuotePart } from './suggestion.ts'

/** Turns what was read of a report into values of the form. */

/** What a report says for one field, as the form holds it: a value, or one item of a list. */
export interface FieldSuggestion {
  value: Value
  /** The value as one line. */
  text: string
  /** The words of the report. They may stand in several places. */
  quote: readonly QuotePart[]
}

/** The names of subservice organizations, which the form holds as one text. */
const NAME_SEPARATOR = ', '

/** A value as one line: an item of a list by its texts. */
export const suggestionText = (field: SocField, value: Value): string => {
  if (field.kind === 'list')
    return Object.keys(field.texts)
      .map((name) => (value as SocItem)[name])
      .filter((text) => typeof text === 'string' && text.trim() !== '')
      .join(', ')
  return value === null ? (field.none ?? '') : textOf(field, value)
}

/** Names in different places of a report make one text, and keep all their quotes. */
const joined = (
  reading: FieldReading<{ name: string }>,
): readonly Pick<FieldSuggestion, 'value' | 'quote'>[] =>
  reading.status === 'found'
    ? [
        {
          value: reading.candidates.map(({ value }) => value.name).join(NAME_SEPARATOR),
          quote: reading.candidates.flatMap(({ quote }) => quote),
        },
      ]
    : alternatives(reading)

/** "None" is an answer too, where the form has no other value for it. */
const alternatives = (
  reading: FieldReading<unknown>,
): readonly Pick<FieldSuggestion, 'value' | 'quote'>[] => {
  if (reading.status === 'found') return reading.candidates
  return reading.status === 'none' ? [{ value: null, quote: reading.quote }] : []
}

const PATHS: ReadonlyMap<Path, FieldName> = new Map(
  (
    [
      'reportIssueDate',
      'certification',
      'scopeType',
      'auditPeriod',
      'auditPeriodRange',
      'trustServiceCriteria',
      'reportOpinion',
      'findings',
      'userControls',
      'services',
      'locations',
      'cpaFirm',
      'subserviceOrganization',
      'subserviceOrganizationUsingInclusiveMethod',
    ] satisfies FieldName[]
  ).flatMap((name) =>
    // No two fields of the form have one name.
    SOC_FIELDS.filter((field) => field.name === name).map(({ path }) => [path, name] as const),
  ),
)

/** Whether a report can answer the field at a path. */
export const isAnswerable = (path: Path): boolean => PATHS.has(path)

/** The paths that a report can answer, in the order of the form. */
export const ANSWERABLE_PATHS: readonly Path[] = SOC_FIELDS.map(({ path }) => path).filter(
  isAnswerable,
)

/**
 * What a report says for the field at a path: alternatives, the best one first; of a list, its items.
 * @returns nothing if the report says nothing, or no report answers this field
 */
export const suggestionsAt = (path: Path, fields: FieldReadings): readonly FieldSuggestion[] => {
  const name = PATHS.get(path)
  const field = fieldAt(path)
  if (name === undefined || field === undefined) return []
  const found =
    name === 'subserviceOrganization' ? joined(fields[name]) : alternatives(fields[name])
  return found
    .filter(({ value }) => value !== null || field.none !== undefined)
    .map(({ value, quote }) => ({ value, quote, text: suggestionText(field, value) }))
}

/** An item that can be added to a list of the form: all its texts, and not yet in place. */
export const itemFor = (list: keyof typeof LIST_OF, value: Value): SocItem => {
  const { texts, hasInPlace } = LIST_OF[list]
  return {
    ...Object.fromEntries(Object.keys(texts).map((name) => [name, ''])),
    ...(value as SocItem),
    ...(hasInPlace && { inPlace: false }),
  }
}
