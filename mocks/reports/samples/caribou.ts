import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { type Control, controlsFor, numbered } from '../words/controls.ts'
import { formalEnvironment } from '../words/environment.ts'

const FIRM = 'Desrosiers Oyelaran LLP'
const PERIOD = 'December 1, 2024 to November 30, 2025'

const EXCEPTIONS: Readonly<Record<string, string>> = {
  'CC1.5.1':
    'For five (5) of thirty (30) employees selected, the annual appraisal was not on file.',
  'CC8.1.1':
    'For one (1) of forty-five (45) changes selected, the reviewer recorded was a service account.',
  'A1.3.1':
    'The second recovery test of the year restored data in 9 hours and 40 minutes; the objective is 8 hours.',
}
const NOT_TESTED: Readonly<Record<string, string>> = {
  'CC6.5.1':
    'Auditor was unable to test the operating effectiveness, as there were no disposals during the audit period.',
}

const DUTIES: readonly (readonly [area: string, control: string, criteria: string])[] = [
  ['Access', 'Plan sponsors approve and remove the access of their own administrators.', 'CC6.2'],
  ['Access', 'Plan sponsors review the list of their administrators each year.', 'CC6.3'],
  ['Data', 'Plan sponsors submit enrolment files that are complete and accurate.', 'CC2.1'],
  ['Data', 'Plan sponsors reconcile premium statements with their payroll.', 'CC2.1'],
  ['Incidents', 'Plan sponsors report suspected misuse of member accounts at once.', 'CC7.3'],
  ['Devices', 'Plan sponsors protect the devices on which member data is stored.', 'CC6.8'],
]

const SCOPE = `We have undertaken a reasonable assurance engagement to report on Caribou Benefits Inc.’s description of its member services platform throughout the period ${PERIOD}, and on the suitability of the design and operating effectiveness of controls to meet the criteria for the Security and Availability categories set out in TSP Section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`
const STANDARDS =
  'Our engagement was conducted in accordance with CSAE 3000, issued by the Auditing and Assurance Standards Board of Canada, and with the attestation standards established by the American Institute of Certified Public Accountants.'
const OPINION =
  'In our opinion, in all material respects, based on the criteria identified in Caribou’s statement:'
const SUBSERVICE =
  'Caribou uses one subservice organization, Lac-Vert Hébergement inc., for data centre services. The statement and the description exclude its controls (carve-out method).'
const LOCATIONS =
  'Offices: Regina, Saskatchewan; Trois-Rivières, Québec. Contact centre: Halifax, Nova Scotia.'

const TESTS = numbered(controlsFor('CC', 'A'))
const resultOf = (number: string): string =>
  number in EXCEPTIONS
    ? `Exceptions noted. ${EXCEPTIONS[number]}`
    : (NOT_TESTED[number] ?? 'No exceptions noted.')
const rowOf = ({ number, control, evidence, result }: Control & { number: string }): string =>
  `| ${number} | ${control} | **Inspection.** Inspected ${evidence} to ascertain that ${result}. | ${resultOf(number)}`

/** Canadian: a summary of exceptions stands before the tests, which repeat them. */
export const caribou: Report = {
  name: 'caribou-soc2-type2-canadian',
  kind: 'soc',
  title: 'Caribou Benefits – SOC 2 Type 2',
  author: FIRM,
  created: '2026-01-30',
  look: {
    ...PLAIN,
    body: 'helvetica',
    heads: 'helvetica',
    size: 10,
    leading: 1.35,
    isJustified: true,
    hyphen: '\u00ad',
    header: [FIRM, '', 'Montréal | Toronto | Calgary'],
    footer: ['', '{page} / {pages}', ''],
    bullet: '–',
  },
  text: `
@part labels=arabic
@space 150
=== Caribou Benefits Inc.
== SOC 2 – Type 2
= System and Organization Controls for Service Organizations
= Security and Availability
= ${PERIOD}
== Table of contents
@contents
# Part 1: Independent Service Auditor’s Assurance Report
To the Management of Caribou Benefits Inc.
## Scope
${SCOPE}
${SUBSERVICE}
The description refers to client control considerations. Our engagement did not cover whether clients have implemented them.
## Management’s responsibilities
Management is responsible for the statement, for the description, and for the controls. It has provided its statement in Part 2.
## Our independence and quality management
We have complied with the rules of professional conduct of chartered professional accountants, and apply the Canadian Standard on Quality Management 1.
## Our responsibilities
Our responsibility is to express an opinion on the description and on the controls. ${STANDARDS}
## Inherent limitations
Controls might not prevent all errors or omissions. The report for the prior period was issued by another firm, Gauthier Balfour s.e.n.c.r.l., on January 17, 2025, with a qualified opinion.
## Opinion
${OPINION}
-[1.] the description presents the platform that was designed and implemented throughout the period;
-[2.] the controls were suitably designed throughout the period ${PERIOD};
-[3.] the controls operated effectively throughout the period ${PERIOD}.
## Use
This report is intended solely for Caribou, for plan sponsors, and for prospective plan sponsors who understand it.
~ ${FIRM}
~ Chartered Professional Accountants
~ Montréal, Canada
~ January 23, 2026
# Part 2: Management’s Statement
January 16, 2026
The description is fair, and the controls were suitably designed and operated effectively throughout the period ${PERIOD}.
~ Solange Petitpas, Chief Operating Officer
# Part 3: Description of the Member Services Platform
## 3.1 Caribou
Caribou Benefits Inc. administers dental and drug plans of employers. ${LOCATIONS}
## 3.2 Services
-[i.] Member Portal
-[ii.] Sponsor Desk
-[iii.] Claims Line
The actuarial service is not part of this report.
${formalEnvironment('Caribou', '###')}
## 3.3 Client control considerations
@table widths=2,6,2
|| Area | Client control consideration | Criteria
${DUTIES.map((duty) => `| ${duty.join(' | ')}`).join('\n')}
## 3.4 Expectations of the subservice organization
- Lac-Vert Hébergement inc. monitors temperature and humidity in its rooms.
- Lac-Vert Hébergement inc. admits only persons on Caribou’s list.
# Part 4: Tests of Controls
## 4.1 Summary of exceptions
The table repeats the exceptions of Section 4.2 for the convenience of readers.
@table widths=2,8 rules=rows
|| Control | Exception
${Object.entries(EXCEPTIONS)
  .map((row) => `| ${row.join(' | ')}`)
  .join('\n')}
## 4.2 Controls, tests and results
@table widths=9,31,35,25 rules=rows
|| Control | Description | Test procedure | Result
${TESTS.map(rowOf).join('\n')}
# Part 5: Other Information (unaudited)
Management accepts the exceptions. Appraisals have been completed since. We do not express any form of assurance on this part.
`,
  facts: {
    reportIssueDate: { value: '2026-01-23', quotes: ['January 23, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2 – Type 2'] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2 – Type 2', SCOPE] },
    auditPeriodRange: {
      value: { start: '2024-12-01', end: '2025-11-30' },
      quotes: [PERIOD, SCOPE],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY'],
      quotes: ['Security and Availability', SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: Object.values(EXCEPTIONS).map((text) => ({
      text: `Exceptions noted. ${text}`,
      alternatives: [text],
      quotes: [`Exceptions noted. ${text}`, text],
    })),
    notTested: Object.values(NOT_TESTED),
    userControls: DUTIES.map(([, text]) => ({ text })),
    services: ['Member Portal', 'Sponsor Desk', 'Claims Line'].map((text) => ({ text })),
    debatableServices: ['member services platform', 'Member Services Platform'],
    locations: [
      ['Regina', 'Saskatchewan'],
      ['Trois-Rivières', 'Québec'],
      ['Halifax', 'Nova Scotia'],
    ].map(([city = '', stateOrCountry = '']) => ({
      city,
      stateOrCountry,
      alternatives: ['Canada'],
      quotes: [`${city}, ${stateOrCountry}`, LOCATIONS],
    })),
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: [
      {
        text: 'Lac-Vert Hébergement inc.',
        alternatives: ['Lac-Vert Hébergement'],
        quotes: [SUBSERVICE, 'Lac-Vert Hébergement inc.'],
      },
    ],
    isInclusive: { value: false, quotes: [SUBSERVICE] },
  },
  traps: [
    'A summary lists each exception before the tests do',
    'The opinion of the former auditor was qualified, and its date is named',
    'User controls are called client control considerations, and stand in the middle column',
    'Cities of the auditor stand in every header',
    'Counts are written as words and as numbers',
  ],
}
