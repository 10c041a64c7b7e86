import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { capital, clause, controlsFor } from '../words/controls.ts'
import { plainEnvironment } from '../words/environment.ts'

const FIRM = 'Voss Tillery Group PLLC'
const PERIOD = '1 April 2025 to 31 March 2026'

/** Deviations as sentences; the tests of this firm stand in prose. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  CC3: 'A deviation was identified: the risk register had no owner for 7 of 52 risks.',
  CC6: 'Two of the 30 accounts selected had kept their rights for more than a month after the person had moved to another team, which is a deviation.',
  CC8: 'We identified deviations for 5 of 45 changes, which had been merged by their author without review.',
  A1: 'One deviation: the recovery test that was due in December 2025 took place in February 2026.',
}
const NOT_RUN =
  'Because no severe incident happened between 1 April 2025 and 31 March 2026, the reviews after severe incidents could not be tested.'

const GROUPS: readonly (readonly [start: string, title: string])[] = [
  ['CC1', 'Control environment'],
  ['CC2', 'Communication'],
  ['CC3', 'Risk assessment'],
  ['CC4', 'Monitoring'],
  ['CC5', 'Control activities'],
  ['CC6', 'Access'],
  ['CC7', 'Operations'],
  ['CC8', 'Changes'],
  ['CC9', 'Risk mitigation'],
  ['A1', 'Availability'],
]

const sectionOf = ([start, title]: (typeof GROUPS)[number]): string => {
  const controls = controlsFor('CC', 'A').filter(({ criterion }) => criterion.startsWith(start))
  return `## ${start} ${title}
${controls.map(({ control }) => `- ${control}`).join('\n')}
**Work performed.** ${controls.map(({ evidence }) => `We read the ${evidence}.`).join(' ')}
**Outcome.** ${controls.map(({ result }) => `${capital(clause(result))}.`).join(' ')}
${DEVIATIONS[start] ?? 'We identified no deviations.'}
${start === 'CC7' ? NOT_RUN : ''}`
}

const CUSTOMER_DUTIES = [
  'The customer is responsible for assigning its users to roles and for keeping these assignments current.',
  'The customer is responsible for the content of the models that it uploads and for having the rights to them.',
  'It is the customer’s responsibility to enable single sign-on for its users.',
  'The customer must keep at least two administrators whose contact details are current.',
  'The customer is responsible for checking calculated quantities before it orders material.',
  'It is the customer’s responsibility to export its projects before the contract ends.',
]

const SCOPE = `We examined Quarrystone Modelling Corp.’s description of its Quarrystone Build system for the period ${PERIOD} and the design and operating effectiveness of its controls, in view of the trust services criteria for security and availability.`
const BASIS =
  'Changes were merged by their authors without review from July 2025 on, so that criterion CC8.1 was not met.'
const OPINION =
  'In our opinion, except for the matter described above, the description is presented in accordance with the description criteria, and the controls were suitably designed and operated effectively to provide reasonable assurance that the service commitments and system requirements were achieved, in all material respects.'
const SUBSERVICE =
  'Quarrystone relies on two subservice organizations, Pillarbox Hosting and Stencil Maps, whose controls are not included in the description (carve-out).'

const TEXT = `
@part labels=arabic
@space 150
=== Quarrystone Modelling Corp.
== Service Organization Control Report
= SOC 2, Type II
= Security and Availability
= ${PERIOD}
@part columns=2
# A. Opinion of the Independent Auditor
To the Directors of Quarrystone Modelling Corp.
**What we examined.** ${SCOPE} The criteria are those of TSP 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.
${SUBSERVICE} Controls that customers need are listed in part C; we did not examine them.
**Who is responsible for what.** The directors are responsible for the description, for the assertion in part B, and for the controls. We are responsible for our opinion. We followed the attestation standards of the American Institute of Certified Public Accountants, and we are independent.
**Limits.** No control works always. What we found is no promise for later periods.
**Basis for the qualified opinion.** ${BASIS}
@room 3
**Opinion.** ${OPINION}
**Readers.** The report is meant for Quarrystone, its customers of the period, and those who know the system well enough.
@space 8
~ ${FIRM}
~ Albany, New York
~ 22 May 2026
# B. Assertion of the Directors
The directors assert that, apart from the reviews of changes, controls were suitably designed and operated effectively for the period ${PERIOD}. Signed on 15 May 2026 by Jorunn Castellane, Director.
# C. Description of Quarrystone Build
## C.1 The company and the system
Quarrystone Modelling Corp. makes software for architects. Quarrystone Build is used in three editions: Build Studio, Build Site and Build Review. The Quarrystone plug-in for drawing programs runs on machines of customers and is outside of the boundary.
The system is developed in Providence, Rhode Island, and supported from there and from Porto in Portugal. Part of the readiness work was done by Beacon Ledge Consulting.
## C.2 How it is built
Models are stored in a document database and calculated by workers. All data lies with Pillarbox Hosting, except for map tiles, which come from Stencil Maps.
${plainEnvironment('Quarrystone', '###')}
## C.3 What customers do
Some controls can only work together with those of customers. ${CUSTOMER_DUTIES.slice(0, 3).join(' ')}
@room 4
For projects with several firms, more is needed. ${CUSTOMER_DUTIES.slice(3).join(' ')}
## C.4 What subservice organizations do
Pillarbox Hosting must secure its buildings and replace defective disks. Stencil Maps must keep its interface available.
# D. Controls and What We Found
For each group of criteria, the controls come first, then our work, then its outcome. We call it a deviation when a control did not work as described.
${GROUPS.map(sectionOf).join('\n')}
# E. Remarks of the Directors (not examined)
On CC8: changes by a single person are refused by the repository since April 2026. On A1: the recovery test was postponed because of a move. Last year’s report had a deviation for the inventory, which has been resolved.
`

/** Qualified, in two columns and without a table: tests, deviations and user controls are prose. */
export const quarrystone: Report = {
  name: 'quarrystone-soc2-type2-qualified',
  kind: 'soc',
  title: 'Quarrystone Build SOC 2 Type II',
  author: 'vtg',
  created: '2026-05-26',
  look: {
    ...PLAIN,
    size: 9.5,
    margin: 60,
    isJustified: true,
    hyphen: '-',
    hasLigatures: true,
    isSpaceless: true,
    hasSectionPages: false,
    header: ['{page}', '', 'Quarrystone Build'],
    footer: ['', '', ''],
    hasOutline: false,
    producer: 'pdfTeX-1.40.27',
    bullet: '–',
  },
  text: TEXT,
  facts: {
    reportIssueDate: { value: '2026-05-22', quotes: ['22 May 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2, Type II'] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2, Type II', SCOPE] },
    auditPeriodRange: {
      value: { start: '2025-04-01', end: '2026-03-31' },
      quotes: [PERIOD, SCOPE],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY'],
      quotes: ['Security and Availability', SCOPE],
    },
    reportOpinion: { value: 'QUALIFIED', quotes: [OPINION] },
    findings: Object.values(DEVIATIONS).map((text) => ({
      text,
      alternatives: [text.replace(/^(?:A deviation was identified|One deviation): /, '')],
    })),
    notTested: [NOT_RUN],
    debatableFindings: [BASIS],
    userControls: CUSTOMER_DUTIES.map((text) => ({ text })),
    services: ['Build Studio', 'Build Site', 'Build Review'].map((text) => ({ text })),
    debatableServices: ['Quarrystone Build'],
    locations: [
      {
        city: 'Providence',
        stateOrCountry: 'Rhode Island',
        alternatives: ['RI'],
        quotes: ['Providence, Rhode Island'],
      },
      { city: 'Porto', stateOrCountry: 'Portugal', quotes: ['Porto in Portugal'] },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: ['Pillarbox Hosting', 'Stencil Maps'].map((text) => ({
      text,
      quotes: [SUBSERVICE, text],
    })),
    isInclusive: { value: false, quotes: [SUBSERVICE] },
  },
  traps: [
    'Words are placed without spaces between them',
    'The introduction of the tests defines a deviation',
    'Part E tells of a deviation of last year',
    'Days come before months',
    'User controls stand in paragraphs, several to each',
  ],
}
