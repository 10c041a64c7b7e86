import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { type Control, controlsFor, numbered } from '../words/controls.ts'

const FIRM = 'Larch & Merriweather, CPAs'
const PERIOD = 'January 1, 2026, through June 30, 2026'

/** User controls by the criteria that they serve; one serves several. */
const USER_CONTROLS: readonly (readonly [criteria: string, control: string])[] = [
  ['CC6.1', 'User entities restrict access to the Harborlight console to authorized personnel.'],
  ['CC6.1, CC6.6', 'User entities limit the networks from which the console may be reached.'],
  [
    'CC6.2',
    'User entities remove users promptly when their employment ends or their duties change.',
  ],
  ['CC6.3', 'User entities review the roles that they have assigned at least twice a year.'],
  [
    'CC7.2',
    'User entities monitor the activity log of the console and report anomalies to Harborlight.',
  ],
  ['CC7.4', 'User entities maintain an incident contact who can be reached at any time.'],
  [
    'A1.2',
    'User entities define which systems are protected and verify that backup jobs are active.',
  ],
  ['A1.3', 'User entities test the restoration of their own systems at least once a year.'],
]

const SITES: readonly (readonly [site: string, city: string, state: string, function_: string])[] =
  [
    ['Headquarters', 'Duluth', 'Minnesota', 'Management, support'],
    ['Data center 1', 'Fargo', 'North Dakota', 'Production'],
    ['Data center 2', 'Spokane', 'Washington', 'Replication'],
  ]

const SCOPE = `We have examined the accompanying description of the Harborlight Recovery Service of Harborlight Continuity, LLC and its subservice organization Northfen Data Centers, Inc. throughout the period ${PERIOD}, included in Section Three, and the suitability of the design and operating effectiveness of their controls to meet the criteria for the security and availability categories in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria), throughout that period.`
const INCLUSIVE =
  'Northfen Data Centers, Inc. (“Northfen”) is an independent subservice organization that provides colocation. The description includes the relevant controls of Northfen (the inclusive method), and our examination extended to those controls.'
const OPINION = `In our opinion, in all material respects, based on the description criteria and the applicable trust services criteria, the description presents the Harborlight Recovery Service as designed and implemented throughout the period ${PERIOD}, and the controls of Harborlight and Northfen were suitably designed and operated effectively throughout that period.`
const SERVICES = ['Harborlight Vault', 'Harborlight Failover', 'Harborlight Runbooks']

/** "No exceptions noted" as this firm says it, in turn. */
const CLEAN = ['No relevant exceptions noted.', 'No deviations noted.', 'None noted.'] as const

const rowOf = ({ number, control, evidence, result }: Control & { number: string }, at: number) =>
  `| ${number} ${control} | Inquiry of the owner of the control.¶Inspection of the ${evidence}, from which we concluded that ${result}. | ${CLEAN[at % CLEAN.length]}`

const TEXT = `
@part labels=none
@letterhead Larch & Merriweather
@space 120
=== HARBORLIGHT CONTINUITY, LLC
@space 16
== Harborlight Recovery Service
@space 8
= SOC 2 TYPE 2 REPORT
= ${PERIOD}
= Security and Availability
@space 180
= This report is confidential. Its use is restricted as its last paragraph of Section One says.
@part labels=arabic first=2
== Table of Contents
@contents
# Section One: Report of Independent Service Auditors
To Harborlight Continuity, LLC:
**Scope.** ${SCOPE}
${INCLUSIVE}
The description also tells which complementary user entity controls are assumed. We did not examine them.
**Responsibilities of the service organization and the subservice organization.** Harborlight and Northfen have each provided an assertion, in Section Two. They are responsible for the description and the assertions, for the services, for the risks, and for the controls.
**Responsibilities of the service auditors.** We are responsible for an opinion on the description and on the controls. We conducted the examination in accordance with attestation standards established by the American Institute of Certified Public Accountants. We are required to be independent of Harborlight and Northfen.
**Limitations.** Controls may fail because people make mistakes or act together to circumvent them. Conclusions about the past need not hold for the future.
**Tests.** Section Four lists the controls that we tested and what the tests disclosed.
@room 3
**Opinion.** ${OPINION}
**Use.** This report is for Harborlight, Northfen, and those user entities, business partners, and practitioners who know the service and its interfaces. Nobody else should use it.
@space 16
~ ${FIRM}
~ St. Paul, Minnesota
~ August 19, 2026
# Section Two: Assertions of Management
## Assertion of Harborlight Continuity, LLC
We assert that the description presents the Harborlight Recovery Service and that our controls were suitably designed and operated effectively throughout the period ${PERIOD}.
~ August 12, 2026
~ Odalys Brandt, President
## Assertion of Northfen Data Centers, Inc.
We assert that the parts of the description that concern us are presented fairly and that our controls were suitably designed and operated effectively throughout the period ${PERIOD}.
~ August 11, 2026
~ Corwin Adeyemi, Vice President Operations
# Section Three: Description of the Harborlight Recovery Service
## Background
Harborlight Continuity, LLC has offered disaster recovery to banks and hospitals since 2009. The SOC 2 report for the year 2024 was issued by Ostrander Keel, P.A.
## Services in scope
${SERVICES.map((service, index) => `-[${'abc'[index]}.] ${service} ${['keeps encrypted copies of servers and databases.', 'starts copies of servers within the agreed time.', 'documents and rehearses the recovery of user entities.'][index]}`).join('\n')}
Archiving on tape ended in 2025 and is not part of this report.
## Sites
@table widths=3,3,3,4 rules=rows
|| Site | City | State | Function
${SITES.map((site) => `| ${site.join(' | ')}`).join('\n')}
## Subservice organizations
@table widths=4,5,3
|| Subservice organization | Service | Method
| Northfen Data Centers, Inc. | Colocation in data centers 1 and 2 | Inclusive
## People, procedures, and data
A change board meets every week, except for weeks with public holidays. Recovery points of user entities are encrypted with keys that belong to them.
## Complementary user entity controls
@table widths=2,7
|| Criteria | Control expected of user entities
${USER_CONTROLS.map(([criteria, control]) => `| ${criteria} | ${control}`).join('\n')}
# Section Four: Controls, Tests, and Results
Our tests are inquiry, observation, inspection, and reperformance. Had a test disclosed an exception, the column on the right would describe it with the words “Exception noted.”
@table widths=4,5,2 head=repeated
|| Control | Tests of operating effectiveness | Results
${numbered(controlsFor('CC', 'A')).map(rowOf).join('\n')}
`

/** Unqualified, with the inclusive method, and with no finding at all. */
export const harborlight: Report = {
  name: 'harborlight-soc2-type2-inclusive',
  kind: 'soc',
  title: 'Harborlight SOC 2',
  author: 'Larch & Merriweather',
  created: '2026-08-19',
  look: {
    ...PLAIN,
    body: 'times',
    heads: 'helvetica',
    size: 11,
    hasLigatures: true,
    isJustified: true,
    hyphen: '\u00ad',
    footer: ['', '- {page} -', ''],
    isHeaderFirst: false,
  },
  text: TEXT,
  facts: {
    reportIssueDate: { value: '2026-08-19', quotes: ['August 19, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2 TYPE 2 REPORT', SCOPE] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2 TYPE 2 REPORT', SCOPE, OPINION] },
    auditPeriodRange: {
      value: { start: '2026-01-01', end: '2026-06-30' },
      quotes: [PERIOD, SCOPE, OPINION],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY'],
      quotes: ['Security and Availability', SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: [],
    userControls: USER_CONTROLS.map(([, text]) => ({ text })),
    services: SERVICES.map((text) => ({ text })),
    debatableServices: ['Harborlight Recovery Service'],
    locations: SITES.map(([, city, state]) => ({
      city,
      stateOrCountry: state,
      quotes: [city, state],
    })),
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: [
      {
        text: 'Northfen Data Centers, Inc.',
        alternatives: ['Northfen Data Centers'],
        quotes: [INCLUSIVE, 'Northfen Data Centers, Inc.'],
      },
    ],
    isInclusive: { value: true, quotes: [INCLUSIVE] },
  },
  traps: [
    'The firm stands in its letterhead as a picture, and in the signature alone as text',
    'The introduction of the tests quotes "Exception noted"',
    'Two assertions with dates before the auditor’s',
    'City and state stand in separate columns',
    'Ligatures, soft hyphens, and a header that is described last',
  ],
}
