import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { type Control, controlsFor, numbered } from '../words/controls.ts'
import { CRITERIA } from '../words/criteria.ts'

const FIRM = 'Redfern Okoye Assurance Services, LLC'
const PERIOD = '07/01/2025 through 06/30/2026'
const PERIOD_LONG = 'July 1, 2025 through June 30, 2026'

const FINDINGS: Readonly<Record<string, string>> = {
  'CC1.4.1':
    'Exception: 2 of 25 new hires had been screened 9 and 12 days after their start date. Management’s response: the start date can no longer be set before the screening is complete.',
  'CC9.2.1': 'Exception: no assessment of one of six critical suppliers was made within the year.',
  'PI1.4.1':
    'Exception: reconciliations of 3 of 60 days did not explain differences of 0.2 % to 1.1 %. Management’s response: explanations are now mandatory.',
  'P5.1.1': 'Exception: one of 14 requests of data subjects was answered after 47 days.',
}
const UNTESTED: Readonly<Record<string, string>> = {
  'CC7.4.1': 'N/A – no severe incidents occurred during the review period.',
  'CC8.1.3': 'N/A – no emergency changes occurred during the review period.',
}
const CLEAN = ['No exceptions noted.', 'No exception noted.', 'Without exception.'] as const

/** User controls by area. Letters are skipped where an area has none. */
const DUTIES: readonly (readonly [letter: string, area: string, duties: readonly string[]])[] = [
  [
    'a',
    'Access',
    [
      'Granting and revoking access of their employees to the learning portal.',
      'Protecting the secrets that are used to call interfaces.',
      'Reviewing audit trails of administrators at least monthly.',
    ],
  ],
  [
    'b',
    'Data',
    [
      'Ensuring that uploaded course material does not infringe rights of others.',
      'Obtaining consent of learners where the law asks for it.',
      'Defining how long results of learners are kept.',
    ],
  ],
  ['d', 'Availability', ['Providing network connections that suffice for video.']],
  [
    'e',
    'Incidents',
    [
      'Reporting suspected incidents to Thistlewood within 24 hours.',
      'Cooperating in the investigation of incidents.',
    ],
  ],
]

const SCOPE = `We have examined Thistlewood Learning, Inc.’s accompanying description of its learning system in Section III titled “Thistlewood Learning, Inc.’s Description of Its Learning System” throughout the period ${PERIOD_LONG}, and the suitability of the design and operating effectiveness of controls stated in the description throughout the period ${PERIOD_LONG}, to provide reasonable assurance that Thistlewood’s service commitments and system requirements were achieved based on the trust services criteria relevant to security, availability, processing integrity, confidentiality, and privacy.`
const OPINION = 'In our opinion, in all material respects –'
const SUBSERVICE = 'Thistlewood uses the following subservice organizations:'
const CARVED_OUT =
  'The description presents the types of controls expected at subservice organizations and does not include their actual controls (“carve-out method”).'
const PROVIDERS = ['Sundew Video Cloud', 'Bellwether Messaging, Inc.', 'Ironbark Payments']

const rowOf = (test: Control & { number: string }, index: number): string =>
  `| ${test.number} | ${CRITERIA[test.criterion]} | ${test.control} | Inquired of the ${test.owner}.¶Inspected ${test.evidence} to determine whether ${test.result}. | ${FINDINGS[test.number] ?? UNTESTED[test.number] ?? CLEAN[index % CLEAN.length]}`

/** All five categories, tests on landscape pages described line by line, and a stamp over each page. */
export const thistlewood: Report = {
  name: 'thistlewood-soc2-type2-five-categories',
  kind: 'soc',
  title: 'Thistlewood SOC 2 Type 2 2026',
  author: FIRM,
  created: '2026-08-31',
  look: {
    ...PLAIN,
    body: 'times',
    heads: 'times',
    size: 10.5,
    isJustified: true,
    hyphen: '-',
    hasLigatures: true,
    header: ['', 'Proprietary and confidential', ''],
    footer: [FIRM, '', '{page}'],
    isHeaderFirst: false,
    watermark: 'Confidential noor.haddad@insurer.example.com 10/02/2026',
  },
  text: `
@part labels=none
@space 60
= ${FIRM}
@space 120
=== Thistlewood Learning, Inc.
== SOC 2® Type II Report
= Learning System
= ${PERIOD}
= Security, Availability, Processing Integrity, Confidentiality and Privacy
@part labels=roman first=2
== Table of Contents
@contents
@part labels=arabic first=1
# SECTION I: INDEPENDENT SERVICE AUDITOR’S REPORT
To: Management of Thistlewood Learning, Inc.
**Scope**
${SCOPE} The criteria are set forth in TSP section 100.
${SUBSERVICE}
-[1.] ${PROVIDERS[0]}: streaming of lessons
-[2.] ${PROVIDERS[1]}: electronic mail and text messages
-[3.] ${PROVIDERS[2]}: card payments
${CARVED_OUT}
The description indicates that complementary user entity controls are necessary. Our examination did not include them.
**Service organization’s responsibilities**
Thistlewood is responsible for its service commitments and system requirements, and has provided an assertion about the description.
**Service auditor’s responsibilities**
Our responsibility is to express an opinion on the description and on the controls based on our examination, which was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants.
**Inherent limitations**
There are inherent limitations in any system of internal control, including the possibility of human error.
**Opinion**
${OPINION}
> a. the description presents the learning system that was designed and implemented throughout the period ${PERIOD_LONG} in accordance with the description criteria.
> b. the controls stated in the description were suitably designed throughout the period.
> c. the controls stated in the description operated effectively throughout the period.
**Restricted use**
This report is intended solely for specified parties who have sufficient knowledge.
@space 14
~ ${FIRM}
~ August 28, 2026
~ Baltimore, Maryland
# SECTION II: MANAGEMENT’S ASSERTION
August 21, 2026
We have prepared the description of the learning system throughout the period ${PERIOD_LONG} and confirm that controls operated effectively.
~ Thistlewood Learning, Inc.
# SECTION III: DESCRIPTION OF THE LEARNING SYSTEM
## Company background
Thistlewood Learning, Inc. has trained nurses and paramedics since 2006. It has three sites: Burlington, Vermont (headquarters), Savannah, Georgia (studio), and Halden, Norway (development). The first SOC 2 report, for 2023, was issued by Marchetti & Poole LLP.
## Products
@table widths=2,5 rules=none
|| Product | Description
| Thistlewood Classroom | Live and recorded lessons.
| Thistlewood Exam | Exams that are supervised from a distance.
| Thistlewood Ledger | Certificates and their renewal.
Thistlewood Kids is a separate product and is excluded from this report.
## Complementary user entity controls
User entities are responsible for:
${DUTIES.map(
  ([letter, area, duties]) => `-[${letter})] **${area}**
${duties.map((duty) => `-- ${duty}`).join('\n')}`,
).join('\n')}
## Complementary subservice organization controls
- ${PROVIDERS[0]} is responsible for keeping lessons available.
- ${PROVIDERS[1]} is responsible for protecting addresses of recipients.
- ${PROVIDERS[2]} is responsible for compliance with the card schemes.
@part landscape
# SECTION IV: CRITERIA, CONTROLS, TESTS AND RESULTS
Tests were performed on populations whose completeness was checked. In the last column, “Exception:” is followed by what was found.
@table widths=8,24,24,28,22 order=lines
|| No. | Criterion | Control | Tests performed | Test results
${numbered(controlsFor('CC', 'A', 'C', 'PI', 'P'))
  .map(rowOf)
  .join('\n')}
@part
# SECTION V: OTHER INFORMATION (UNAUDITED)
Thistlewood rehearses its continuity plan every April. No opinion is expressed on this section.
`,
  facts: {
    reportIssueDate: { value: '2026-08-28', quotes: ['August 28, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2® Type II Report'] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2® Type II Report', SCOPE] },
    auditPeriodRange: {
      value: { start: '2025-07-01', end: '2026-06-30' },
      quotes: [PERIOD, PERIOD_LONG, SCOPE],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY', 'PROCESSING_INTEGRITY', 'CONFIDENTIALITY', 'PRIVACY'],
      quotes: ['Security, Availability, Processing Integrity, Confidentiality and Privacy', SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: Object.values(FINDINGS).map((text) => ({
      text,
      alternatives: [
        text.replace('Exception: ', ''),
        text.replace(/ Management’s response: .*/, ''),
        text.replace('Exception: ', '').replace(/ Management’s response: .*/, ''),
      ],
    })),
    notTested: Object.values(UNTESTED),
    userControls: DUTIES.flatMap(([, , duties]) =>
      duties.map((text) => ({
        text,
        alternatives: [`User entities are responsible for: ${text}`],
      })),
    ),
    services: ['Thistlewood Classroom', 'Thistlewood Exam', 'Thistlewood Ledger'].map((text) => ({
      text,
    })),
    debatableServices: ['learning system', 'Learning System'],
    locations: [
      {
        city: 'Burlington',
        stateOrCountry: 'Vermont',
        alternatives: ['VT'],
        quotes: ['Burlington, Vermont'],
      },
      {
        city: 'Savannah',
        stateOrCountry: 'Georgia',
        alternatives: ['GA'],
        quotes: ['Savannah, Georgia'],
      },
      { city: 'Halden', stateOrCountry: 'Norway', quotes: ['Halden, Norway'] },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: PROVIDERS.map((text) => ({
      text,
      alternatives: [text.replace(', Inc.', '')],
      quotes: [text],
    })),
    isInclusive: { value: false, quotes: [CARVED_OUT] },
  },
  traps: [
    'All five categories are in scope',
    'Months come before days in numbers on the title page',
    'Responses of management stand in the cell of the result',
    'User controls are nouns below one sentence, in areas whose letters have a hole',
    'Rows are described line by line, on landscape pages',
    'The place stands below the date of the signature',
  ],
}
