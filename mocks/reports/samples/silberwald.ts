import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { controlsFor } from '../words/controls.ts'
import { plainEnvironment } from '../words/environment.ts'

const FIRM = 'Brandhorst & Keil Wirtschaftsprüfungsgesellschaft mbH'
const PERIOD = '1 October 2024 to 30 September 2025'

const FINDING_ACCESS =
  'Deviation: in 2 of 15 cases selected, the approval of the line manager was dated after access had been granted.'
const FINDING_KEYS = 'Deviation: the rotation of 1 of 12 keys was carried out 40 days late.'
const NOT_OCCURRED = 'Not applicable in the period, as no contract ended.'

/** What was found, by the beginning of the control. */
const OUTCOMES: readonly (readonly [control: string, outcome: string])[] = [
  ['Access is granted after', FINDING_ACCESS],
  ['Encryption keys are rotated', FINDING_KEYS],
  ['Customer data is deleted', NOT_OCCURRED],
]
const FINE = 'No deviations.'

const DUTIES = [
  'The cloud customer keeps its contact data for security incidents up to date.',
  'The cloud customer manages the rights of its users and reviews them regularly.',
  'The cloud customer decides on the region in which its data is stored.',
  'The cloud customer encrypts data before the upload if its protection requirement is very high.',
]

const SCOPE = `We have been engaged by Silberwald Cloud GmbH to perform a reasonable assurance engagement on the description of the Silberwald Archive cloud service and on the suitability of the design and the operating effectiveness of the controls in the period from ${PERIOD} with regard to the trust services criteria for security, availability and confidentiality.`
const STANDARD =
  'We conducted our engagement in accordance with the International Standard on Assurance Engagements (ISAE) 3000 (Revised), “Assurance Engagements Other than Audits or Reviews of Historical Financial Information”.'
const OPINION = `In our opinion, in all material respects, the description presents the cloud service as it was designed and implemented in the period from ${PERIOD}, and the controls stated in it were suitably designed and operated effectively in that period.`
const EXCLUDED =
  'The controls of subservice organisations are not part of the description (carve-out method).'

const ROWS = controlsFor('CC', 'A', 'C')
  .map(({ criterion, control, evidence }) => {
    const outcome = OUTCOMES.find(([start]) => control.startsWith(start))?.[1] ?? FINE
    return `| ${criterion} | ${control} | Inspection: ${evidence}. | ${outcome}`
  })
  .join('\n')

/** German: ISAE 3000 in English, without a title that names a SOC 2. Rows are described line by line. */
export const silberwald: Report = {
  name: 'silberwald-isae3000-type2',
  kind: 'soc',
  title: 'Bericht_Silberwald_ISAE3000_EN',
  author: 'Brandhorst & Keil',
  created: '2025-12-08',
  look: {
    ...PLAIN,
    paper: 'a4',
    body: 'helvetica',
    heads: 'helvetica',
    size: 9.5,
    margin: 64,
    isJustified: true,
    hyphen: '\u00ad',
    header: ['', 'Translation – the German text is authoritative', ''],
    footer: ['Brandhorst & Keil', '', '{page}/{pages}'],
    hasSectionPages: false,
    bullet: '–',
  },
  text: `
@part labels=none
@letterhead Brandhorst & Keil
@space 120
== Independent practitioner’s report on the controls of a cloud service
@space 10
=== Silberwald Cloud GmbH
= Silberwald Archive
@space 10
= Type 2 report for the period from ${PERIOD}
@part labels=arabic first=2
== Table of contents
@contents
@page
# 1. Independent practitioner’s assurance report
To Silberwald Cloud GmbH, Leipzig
### Engagement
${SCOPE} The criteria are those of the AICPA, “2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy”.
${EXCLUDED} Controls that cloud customers have to implement were not the subject of our engagement.
### Responsibility of the executive directors
The executive directors are responsible for the description, the statement and the controls.
### Independence and quality management of the practitioner
We have observed the requirements of German professional law (WPO) and of the professional statutes for auditors (BS WP/vBP).
### Responsibility of the practitioner
${STANDARD} The standard requires us to plan and perform the engagement so that we obtain reasonable assurance.
### Inherent limits
Controls cannot exclude errors and violations with absolute certainty.
### Opinion
${OPINION}
### Restriction of use
This report is intended for Silberwald Cloud GmbH and its cloud customers. Our liability is governed by the General Engagement Terms dated 1 January 2024.
~ Dresden, 2 December 2025
~ ${FIRM}
~ Prof. Dr. Keil, Wirtschaftsprüfer
~ ppa. Nowak, Wirtschaftsprüferin
# 2. Statement of the executive directors
The description was prepared by us. It presents the cloud service in the period from ${PERIOD}.
~ Leipzig, 24 November 2025
~ Friederike Osterloh
# 3. Description of the cloud service
## 3.1 Company and service
Silberwald Cloud GmbH was founded in 2011. It offers Silberwald Archive with the modules Archive Core, Archive Search and Archive Mail. The module Archive Migration is a consulting service and is not covered.
## 3.2 Locations
@table widths=3,3,4 rules=none
|| Location | Country | Use
| Leipzig | Germany | Head office, development
| Erfurt | Germany | Data centre
| Linz | Austria | Data centre, support
## 3.3 Subservice organisations
The following subservice organisations are used:
- Elbufer Netze AG (network connections)
- Kranich Rechenzentren GmbH (premises, energy and cooling of the data centres)
${plainEnvironment('Silberwald Cloud GmbH', '###')}
## 3.4 Complementary customer controls
${DUTIES.map((duty, index) => `-[K${index + 1}] ${duty}`).join('\n')}
# 4. Controls, tests and results
Deviations are described in the last column. The words “No deviations” mean that our test gave no reason for objections.
@table widths=8,34,30,28 order=lines
|| Criterion | Control | Test | Result
${ROWS}
# 5. Other information of the company
The company states that the approval of access was automated in November 2025. This section is not covered by our opinion; we do not express an opinion on it.
`,
  facts: {
    reportIssueDate: {
      value: '2025-12-02',
      quotes: ['Dresden, 2 December 2025', '2 December 2025'],
    },
    certification: { value: 'SOC_2', quotes: [SCOPE, STANDARD], optional: true },
    scopeType: { value: 'TYPE_2', quotes: [`Type 2 report for the period from ${PERIOD}`, SCOPE] },
    auditPeriodRange: {
      value: { start: '2024-10-01', end: '2025-09-30' },
      quotes: [PERIOD, SCOPE, OPINION],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY', 'CONFIDENTIALITY'],
      quotes: [SCOPE, 'security, availability and confidentiality'],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: [FINDING_ACCESS, FINDING_KEYS].map((text) => ({
      text,
      alternatives: [text.replace('Deviation: ', '')],
    })),
    notTested: [NOT_OCCURRED],
    userControls: DUTIES.map((text) => ({ text })),
    services: ['Archive Core', 'Archive Search', 'Archive Mail'].map((text) => ({ text })),
    debatableServices: ['Silberwald Archive'],
    locations: [
      { city: 'Leipzig', stateOrCountry: 'Germany', quotes: ['Leipzig', 'Germany'] },
      { city: 'Erfurt', stateOrCountry: 'Germany', quotes: ['Erfurt', 'Germany'] },
      { city: 'Linz', stateOrCountry: 'Austria', quotes: ['Linz', 'Austria'] },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: [
      {
        text: 'Elbufer Netze AG',
        quotes: ['Elbufer Netze AG (network connections)', 'Elbufer Netze AG'],
      },
      {
        text: 'Kranich Rechenzentren GmbH',
        quotes: [
          'Kranich Rechenzentren GmbH (premises, energy and cooling of the data centres)',
          'Kranich Rechenzentren GmbH',
        ],
      },
    ],
    isInclusive: { value: false, quotes: [EXCLUDED] },
  },
  traps: [
    'ISAE 3000 stands to SOC 2; no title says so',
    'Rows of the tests are described line by line across their cells',
    'The date of the engagement terms, and of the statement',
    'The place stands before the date of the signature',
  ],
}
