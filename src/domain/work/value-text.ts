import { formatDay } from '../../lib/dates.ts'
import {
  CERTIFICATION_LABELS,
  labelOf,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
} from '../contract/labels.ts'
import type { SocItem, SocListId } from '../soc/edit.ts'
import { placeOfField, SOC_SECTIONS } from '../soc/sections.ts'
import { fieldOf, listAt, type Path, personOf, REVIEWER, TITLE, type Value } from './values.ts'
import { ITEM_FIELDS } from './words.ts'

/** Values as one reads them, where a page shows them outside their fields. */

const LABELS: Readonly<Record<Path, Readonly<Record<string, string>>>> = {
  'complianceScope.certification': CERTIFICATION_LABELS,
  'complianceScope.scopeType': SCOPE_TYPE_LABELS,
  'complianceScope.trustServiceCriteria': TRUST_SERVICE_CRITERION_LABELS,
  'reportOpinion.reportOpinion': REPORT_OPINION_LABELS,
}
const DAYS: readonly Path[] = ['reviewerInformation.reportIssueDate', 'complianceScope.auditPeriod']

/** An item in a line: its texts, and what is ticked. */
export const itemText = (list: SocListId, item: SocItem): string => {
  const texts = ITEM_FIELDS[list].map((name) => item[name])
  const line = texts.filter((text) => typeof text === 'string' && text.trim() !== '').join(', ')
  return list === 'userControls' ? `${line} (${item.inPlace ? 'in place' : 'not in place'})` : line
}

/** A field's value in words; empty where it has none. */
export const valueText = (path: Path, value: Value): string => {
  const list = listAt(path)
  if (list !== undefined)
    return (value as readonly SocItem[]).map((item) => itemText(list, item)).join('\n')
  if (path === REVIEWER) return personOf(value).name ?? ''
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const labels = LABELS[path] ?? {}
  if (Array.isArray(value)) return value.map((entry) => labelOf(labels, String(entry))).join(', ')
  if (typeof value === 'object') {
    const { start, end } = value as { start: string | null; end: string | null }
    return start || end ? [start, end].map((day) => (day ? formatDay(day) : '…')).join(' – ') : ''
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (DAYS.includes(path)) return formatDay(text)
  return path in LABELS ? labelOf(labels, text) : text
}

/** What a path is called on the screen: its label, with its section's title where that tells more. */
export const pathLabel = (path: Path): string => {
  if (path === TITLE) return 'Title'
  const section = SOC_SECTIONS.find(({ id }) => id === fieldOf(path).section)
  if (!section) return path
  const { label } = placeOfField(path, section)
  return label === section.title || listAt(path) !== undefined
    ? label
    : `${section.title}: ${label}`
}
