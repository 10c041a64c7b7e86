import {
  CERTIFICATION_LABELS,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
} from '../contract/labels.ts'
import type { OutcomeCounts } from './balance.ts'
import type { DocumentKind } from './kind.ts'
import type { Reading } from './reading.ts'
import type { FieldName, FieldReadings, FieldValues, QuotePart } from './suggestion.ts'

export const KIND_LABELS: Record<DocumentKind, string> = {
  SOC_REPORT: 'SOC report',
  ISAE_3402: 'ISAE 3402 report',
  ISAE_3000: 'ISAE 3000 report',
  BRIDGE_LETTER: 'Bridge letter',
  CERTIFICATE: 'Certificate',
  SCAN: 'Scan without text',
  OTHER: 'No SOC report',
}

const FIELD_LABELS: Record<FieldName, string> = {
  reportIssueDate: 'Report issue date',
  certification: 'Certification',
  scopeType: 'Scope type',
  auditPeriod: 'Audit date',
  auditPeriodRange: 'Audit period',
  trustServiceCriteria: 'Trust service criteria',
  reportOpinion: 'Report opinion',
  findings: 'Findings',
  userControls: 'User controls',
  services: 'Services',
  locations: 'Locations',
  cpaFirm: 'CPA firm',
  subserviceOrganization: 'Subservice organizations',
  subserviceOrganizationUsingInclusiveMethod: 'Inclusive method',
}

const VALUES: { [K in FieldName]: (value: FieldValues[K]) => string } = {
  reportIssueDate: (day) => day,
  certification: (value) => CERTIFICATION_LABELS[value],
  scopeType: (value) => SCOPE_TYPE_LABELS[value],
  auditPeriod: (day) => day,
  auditPeriodRange: ({ start, end }) => `${start} to ${end}`,
  trustServiceCriteria: (values) =>
    values.map((value) => TRUST_SERVICE_CRITERION_LABELS[value]).join(', '),
  reportOpinion: (value) => REPORT_OPINION_LABELS[value],
  findings: ({ description }) => description,
  userControls: ({ description }) => description,
  services: ({ name }) => name,
  locations: ({ city, stateOrCountry }) => `${city}, ${stateOrCountry}`,
  cpaFirm: (name) => name,
  subserviceOrganization: ({ name }) => name,
  subserviceOrganizationUsingInclusiveMethod: (isInclusive) => (isInclusive ? 'Yes' : 'No'),
}

const LISTS: ReadonlySet<FieldName> = new Set<FieldName>([
  'findings',
  'userControls',
  'services',
  'locations',
  'subserviceOrganization',
])

const pageOf = ({ page, label }: { page: number; label: string | null }): string =>
  label === null || label === String(page) ? `page ${page}` : `page ${page} (printed ${label})`

const quoteOf = (parts: readonly QuotePart[]): string =>
  parts.map((part) => `“${part.text}”, ${pageOf(part)}`).join('; ')

const fieldLines = <K extends FieldName>(name: K, fields: Pick<FieldReadings, K>): string[] => {
  const field = fields[name]
  const label = FIELD_LABELS[name]
  if (field.status === 'not-found') return [`${label}: not found`]
  if (field.status === 'none') return [`${label}: none`, `    ${quoteOf(field.quote)}`]
  const shown = LISTS.has(name) ? field.candidates : field.candidates.slice(0, 1)
  const texts = shown.map(({ value, quote }) => ({
    text: VALUES[name](value),
    quote: quoteOf(quote),
  }))
  const [first] = texts
  if (first && !LISTS.has(name)) return [`${label}: ${first.text}`, `    ${first.quote}`]
  return [
    `${label}: ${texts.length}`,
    ...texts.flatMap(({ text, quote }, at) => [`  ${at + 1}. ${text}`, `    ${quote}`]),
  ]
}

const countsOf = ({ noException, exception, notTested, notUnderstood }: OutcomeCounts): string =>
  `${noException} without exception, ${exception} with an exception, ${notTested} not tested, ${notUnderstood} not understood`

const balanceLines = ({ balance }: Reading): string[] => {
  const { tests, userControls, pagesWithoutText } = balance
  const { numbers } = userControls
  return [
    `Tests of controls: ${countsOf(tests.total)}`,
    ...tests.pages.map((page) => `  ${pageOf(page)}: ${countsOf(page)}`),
    ...tests.notUnderstood.map((row) => `  Not understood, ${pageOf(row)}: ${row.text}`),
    ...(numbers && numbers.missing.length > 0
      ? [
          `User controls are numbered ${numbers.first} to ${numbers.last}; missing: ${numbers.missing.join(', ')}`,
        ]
      : []),
    ...(pagesWithoutText.length > 0 ? [`Pages without text: ${pagesWithoutText.join(', ')}`] : []),
  ]
}

/** Writes what was read for a terminal: the kind, each field with its quotes, and the balance. */
export const readingText = (reading: Reading): string =>
  [
    `Kind: ${KIND_LABELS[reading.kind]}`,
    ...(reading.fields
      ? [
          ...Object.keys(FIELD_LABELS).flatMap((name) =>
            reading.fields ? fieldLines(name as FieldName, reading.fields) : [],
          ),
          ...balanceLines(reading),
        ]
      : ['This document fills no form.']),
  ].join('\n')
