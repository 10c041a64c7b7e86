import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { CONTROLS } from '../words/controls.ts'

const FIRM = 'Wexcombe Strand LLP'
const PERIOD = 'January 1, 2025 to December 31, 2025'
/** Regions whose controls are tested one by one. With these the report has 200 pages. */
const REGIONS = 57
const EVERY = 97
const USER_CONTROL_COUNT = 300

const SCOPE = `We have examined Longreach Platforms, Inc.’s description of its Longreach Platform throughout the period ${PERIOD}, and the suitability of the design and operating effectiveness of controls stated in the description, based on the trust services criteria relevant to security, availability, processing integrity, confidentiality, and privacy.`
const OPINION = `In our opinion, in all material respects, the controls stated in the description were suitably designed and operated effectively throughout the period ${PERIOD}.`
const LOCATION = 'Longreach Platforms, Inc. works in Omaha, Nebraska.'
const NONE_USED = 'Longreach does not use subservice organizations.'

interface Row {
  region: number
  index: number
  result: string | undefined
}

const ROWS: readonly Row[] = Array.from({ length: REGIONS * CONTROLS.length }, (_, at) => {
  const [region, index] = [1 + Math.floor(at / CONTROLS.length), at % CONTROLS.length]
  const isException = at % EVERY === EVERY - 1
  return {
    region,
    index,
    result: isException
      ? `Exception noted. For ${1 + (at % 4)} of ${20 + (at % 30)} items sampled in region ${region}, evidence of control ${at + 1} was missing.`
      : undefined,
  }
})
const rowOf = ({ region, index, result = 'No exceptions noted.' }: Row): string => {
  const control = CONTROLS[index]
  return `| R${region}.${index + 1} | ${control?.control} | Inspected the ${control?.evidence} of region ${region}. | ${result}`
}
const DUTIES = Array.from(
  { length: USER_CONTROL_COUNT },
  (_, index) =>
    `User entities are responsible for reviewing setting ${index + 1} of their tenant and for correcting it.`,
)

/** A report of 200 pages, to measure with. It is made on demand. */
export const large: Report = {
  name: 'large-soc2-type2',
  kind: 'soc',
  title: 'Longreach SOC 2 Type 2',
  author: FIRM,
  created: '2026-03-02',
  look: {
    ...PLAIN,
    body: 'liberation',
    heads: 'liberation',
    header: ['Longreach Platforms, Inc.', '', ''],
  },
  text: `
@part labels=arabic
@space 200
=== Longreach Platforms, Inc.
== SOC 2 Type 2 Report
= ${PERIOD}
# Section I – Independent Service Auditor’s Report
## Scope
${SCOPE}
${NONE_USED}
## Opinion
${OPINION}
~ ${FIRM}
~ February 27, 2026
# Section II – Management’s Assertion
We assert that the description is presented in accordance with the description criteria.
# Section III – Description of the System
## Services
- Longreach Platform
## Locations
${LOCATION}
## Complementary user entity controls
${DUTIES.map((duty, index) => `-[${index + 1}.] ${duty}`).join('\n')}
# Section IV – Tests of Controls and Results
${Array.from(
  { length: REGIONS },
  (_, index) => `## Region ${index + 1}
@table widths=9,33,33,25
|| Number | Control | Test | Result
${ROWS.filter(({ region }) => region === index + 1)
  .map(rowOf)
  .join('\n')}`,
).join('\n')}
`,
  facts: {
    reportIssueDate: { value: '2026-02-27', quotes: ['February 27, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2 Type 2 Report'] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2 Type 2 Report', SCOPE] },
    auditPeriodRange: {
      value: { start: '2025-01-01', end: '2025-12-31' },
      quotes: [SCOPE, OPINION, PERIOD],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY', 'PROCESSING_INTEGRITY', 'CONFIDENTIALITY', 'PRIVACY'],
      quotes: [SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: ROWS.flatMap(({ result }) =>
      result === undefined
        ? []
        : [{ text: result, alternatives: [result.replace('Exception noted. ', '')] }],
    ),
    userControls: DUTIES.map((text) => ({ text })),
    services: [{ text: 'Longreach Platform' }],
    locations: [
      {
        city: 'Omaha',
        stateOrCountry: 'Nebraska',
        alternatives: ['NE'],
        quotes: ['Omaha, Nebraska'],
      },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
  },
  traps: ['200 pages, 300 user controls, and an exception in every 97th row'],
}
