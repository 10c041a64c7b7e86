import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { controlsFor } from '../words/controls.ts'
import { formalEnvironment } from '../words/environment.ts'

const FIRM = 'Castlereagh Boone CPAs'
const PERIOD = 'November 1, 2025 – April 30, 2026'

const SCOPE = `We were engaged to examine Nightjar Robotics Corporation’s description of its Nightjar Fleet Service for the period ${PERIOD}, and the suitability of the design and operating effectiveness of controls, based on the trust services criteria relevant to security and confidentiality.`
const BASIS =
  'The logs of the identity provider and of the deployment system for November 2025 through February 2026 were destroyed in a fire, and management could not provide other evidence.'
const OPINION =
  'Because of the significance of the matter described in the basis for disclaimer of opinion, we were not able to obtain sufficient appropriate evidence to provide a basis for an opinion. Accordingly, we do not express an opinion on the description or on the controls.'
const LOCATIONS = 'The service is run from Lexington, Kentucky. There are no other sites.'
const NO_EVIDENCE =
  'Unable to test: evidence was not available for the first four months of the period.'
const TESTED = 'No exception noted.'
const DUTIES = [
  'Operators of robots are responsible for the physical security of their robots.',
  'Operators of robots are responsible for installing updates within 14 days of release.',
  'Operators of robots are responsible for revoking the certificates of robots that they retire.',
]

/** A disclaimer of opinion: the auditor could not get enough evidence. */
export const nightjar: Report = {
  name: 'nightjar-soc2-type2-disclaimer',
  kind: 'soc',
  title: 'Nightjar SOC 2 Type 2',
  author: FIRM,
  created: '2026-08-14',
  look: {
    ...PLAIN,
    body: 'helvetica',
    heads: 'times',
    size: 9.5,
    margin: 80,
    header: [FIRM, '', '{page}'],
    footer: ['', '', ''],
    hasSectionPages: false,
    bullet: '•',
  },
  text: `
@part labels=none
@space 100
== Nightjar Robotics Corporation
=== SOC 2, Type 2
= Nightjar Fleet Service – Security and Confidentiality
= ${PERIOD}
@part labels=arabic first=1
# Section One. Independent Service Auditor’s Report
To the Directors of Nightjar Robotics Corporation
## Scope
${SCOPE}
Nightjar does not use any subservice organization whose controls would be necessary to meet the criteria.
## Responsibilities
Nightjar is responsible for its description and its controls. Our responsibility is to conduct the examination in accordance with attestation standards established by the American Institute of Certified Public Accountants and to issue a report; because of the matter below we could not obtain the evidence that such a report needs.
## Basis for disclaimer of opinion
${BASIS}
## Disclaimer of opinion
${OPINION}
~ ${FIRM}
~ Cincinnati, Ohio
~ August 7, 2026
# Section Two. Assertion
We believe that the description is fair. July 31, 2026, Nightjar Robotics Corporation
# Section Three. Description
## The service
Nightjar Fleet Service steers robots that inspect warehouses. It has two functions, Fleet Planner and Fleet Telemetry. The Nightjar developer kit is not included.
${LOCATIONS}
${formalEnvironment('Nightjar', '##')}
## Complementary user entity controls
${DUTIES.map((duty, index) => `-[${index + 1})] ${duty}`).join('\n')}
# Section Four. Controls and Results
@table widths=1,4,3 rules=rows
|| Criterion | Control | Result
${controlsFor('CC', 'C')
  .map(
    ({ criterion, control }) =>
      `| ${criterion} | ${control} | ${/^CC[68]/.test(criterion) ? NO_EVIDENCE : TESTED}`,
  )
  .join('\n')}
`,
  facts: {
    reportIssueDate: { value: '2026-08-07', quotes: ['August 7, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2, Type 2'] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2, Type 2', SCOPE] },
    auditPeriodRange: {
      value: { start: '2025-11-01', end: '2026-04-30' },
      quotes: [PERIOD, SCOPE],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'CONFIDENTIALITY'],
      quotes: ['Security and Confidentiality', SCOPE],
    },
    reportOpinion: { value: 'DISCLAIMER', quotes: [OPINION, 'Disclaimer of opinion'] },
    findings: [],
    notTested: [NO_EVIDENCE],
    debatableFindings: [BASIS],
    userControls: DUTIES.map((text) => ({ text })),
    services: ['Fleet Planner', 'Fleet Telemetry'].map((text) => ({ text })),
    debatableServices: ['Nightjar Fleet Service'],
    locations: [
      {
        city: 'Lexington',
        stateOrCountry: 'Kentucky',
        alternatives: ['KY'],
        quotes: ['Lexington, Kentucky', LOCATIONS],
      },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
  },
  traps: [
    'We were engaged to examine: the words of a disclaimer',
    'No subservice organization is used',
    'Results that no evidence was available are no findings',
    'The auditor signs in another state than the vendor works in',
  ],
}
