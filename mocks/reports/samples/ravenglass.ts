import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { type Control, controlsFor, numbered } from '../words/controls.ts'
import { CRITERIA } from '../words/criteria.ts'
import { formalEnvironment } from '../words/environment.ts'

const FIRM = 'Mortlake Avery Advisors, P.A.'
const PERIOD = 'October 15, 2025 to April 14, 2026'

/** Long results, which stand in a narrow column. The third is repeated under another criterion. */
const FINDINGS: Readonly<Record<string, string>> = {
  'CC2.2.1':
    'Exception noted. For 6 of 40 employees selected, awareness training was completed between 4 and 9 weeks after the due date; for one further employee, who left in February 2026, no record of training could be provided, and reminders that the learning system should have sent were not configured for that employee’s department.',
  'CC6.3.1':
    'Exception noted. In the review for the fourth quarter of 2025, the owner of the dispatch database confirmed the rights of 31 accounts within one minute and without opening the list; 2 of these accounts belonged to contractors whose engagement had ended on November 28, 2025, and they were removed only after the auditor had asked about them.',
  'CC7.1.1':
    'Exception noted. For 3 of 13 weeks selected, the scan did not cover the hosts of the customs interface, since their network segment had been renumbered; the hosts were scanned again from March 9, 2026 onward, and one critical vulnerability that was then found was corrected within 12 days.',
}
const REPEATED_AS = 'CC5.2.1'
const UNTESTED: Readonly<Record<string, string>> = {
  'CC6.5.1':
    'No disks were disposed of during the period; therefore, the operating effectiveness of this control was not tested.',
  'CC7.4.1':
    'The circumstances that warrant the operation of this control did not occur during the period.',
}

/** With the numbers of a list from which others were struck. */
const DUTIES: readonly (readonly [number: number, control: string])[] = [
  [
    1,
    'User entities are responsible for ensuring that access to the Ravenglass portal is granted only to individuals whose duties require it, that such access is approved by a person with the authority to do so, and that it is removed without delay when those duties end.',
  ],
  [
    2,
    'User entities are responsible for the accuracy of shipment data, including weights, values, and classifications of goods, that they or their agents submit through the portal, by file, or through the interface, and for correcting errors that validation reports disclose.',
  ],
  [
    4,
    'User entities are responsible for maintaining the confidentiality of interface credentials, for storing them in a manner that prevents their disclosure, and for requesting new credentials if there is reason to believe that they have become known to others.',
  ],
  [
    5,
    'User entities are responsible for reviewing the daily exception report of their shipments and for resolving items on it before the cut-off of the carrier.',
  ],
  [
    7,
    'User entities are responsible for retaining customs records for as long as the law of the country of import requires.',
  ],
  [
    8,
    'User entities are responsible for notifying Ravenglass in writing of changes to the individuals who are authorized to give instructions on their behalf, and for confirming the list of such individuals when Ravenglass asks for it, which happens each January and each July.',
  ],
  [
    9,
    'User entities are responsible for developing their own continuity plans for the event that the portal is unavailable during a period of peak volume.',
  ],
]

const SCOPE = `We have examined Ravenglass Freight Systems, Inc.’s (the “Company” or “Ravenglass”) description of its freight management system titled “Description of the Freight Management System” for the period ${PERIOD}, and the suitability of the design and operating effectiveness of the controls described therein, to provide reasonable assurance that the Company’s service commitments and system requirements were achieved based on the trust services criteria relevant to security and availability set forth in TSP section 100A, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy, throughout the period ${PERIOD}.`
const OPINION =
  'In our opinion, in all material respects, based on the criteria described in the Company’s assertion,'
const PROVIDERS: readonly (readonly [name: string, service: string])[] = [
  ['Glasswater Cloud Infrastructure', 'Hosting of production and recovery environments'],
  ['Tern & Plover Support Ltd.', 'First-line support outside of business hours'],
  ['Oxbow Signals', 'Delivery of tracking messages'],
]
const CARVED_OUT =
  'The Company’s description does not include the controls of these subservice organizations, which are presented using the carve-out method, and our examination did not extend to their controls.'

/** Two tests a control. The cells of the control stand beside the first alone. */
const rowsOf = (test: Control & { number: string }): string => {
  const result =
    FINDINGS[test.number === REPEATED_AS ? 'CC7.1.1' : test.number] ?? UNTESTED[test.number]
  return `| ${test.number} | ${test.control} | Inquired of the ${test.owner} about the performance of the control. | No exceptions noted.
|  |  | Inspected ${test.evidence} and evaluated whether ${test.result}. | ${result ?? 'No exceptions noted.'}`
}

const TESTS = numbered(controlsFor('CC', 'A'))
/** Criteria that begin so far down a page that the result of their last test goes over its end. */
const BROKEN: readonly string[] = ['CC2.2', 'CC6.3', 'CC7.1']
const GROUPS = [...new Set(TESTS.map(({ criterion }) => criterion))]

/** Long cells and paragraphs, which go over the ends of pages. */
export const ravenglass: Report = {
  name: 'ravenglass-soc2-type2-long-rows',
  kind: 'soc',
  title: 'Ravenglass Freight Systems SOC 2 Type 2 Final',
  author: FIRM,
  created: '2026-06-22',
  look: {
    ...PLAIN,
    body: 'times',
    heads: 'times',
    size: 11,
    leading: 1.35,
    header: ['', '', 'SOC 2 Report'],
    footer: ['Ravenglass Freight Systems, Inc.', '', '{page}'],
    headingCase: 'as-is',
    isJustified: true,
  },
  text: `
@part labels=none
@space 150
=== Ravenglass Freight Systems, Inc.
== SOC 2 Type 2 Report on Controls Relevant to Security and Availability
= ${PERIOD}
@space 170
= ${FIRM}
@part labels=roman first=2
== Table of Contents
@contents
@part labels=arabic first=1
# Section One – Independent Service Auditor’s Report
To the Audit Committee of Ravenglass Freight Systems, Inc.
## Scope
${SCOPE}
The Company uses the subservice organizations that are listed below.
@table widths=4,6 rules=rows
|| Subservice organization | Service provided
${PROVIDERS.map((provider) => `| ${provider.join(' | ')}`).join('\n')}
${CARVED_OUT}
The description indicates that certain complementary user entity controls must be suitably designed and implemented at user entities. We have not evaluated them.
## The Company’s Responsibilities
The Company has provided its assertion titled “Assertion of the Company,” which is in Section Two. It is responsible for preparing the description and the assertion; for the completeness, accuracy, and method of presentation of both; for providing the services; for identifying risks; and for designing, implementing, and documenting controls.
## Service Auditor’s Responsibilities
Our responsibility is to express an opinion on the presentation of the description and on the suitability of the design and operating effectiveness of the controls. We conducted our examination in accordance with attestation standards established by the American Institute of Certified Public Accountants.
## Inherent Limitations
Because of their nature, controls may not always operate effectively. Projection to the future of conclusions about effectiveness is subject to the risk that controls may become inadequate.
## Opinion
${OPINION}
-[a)] the description presents the freight management system that was designed and implemented for the period ${PERIOD};
-[b)] the controls were suitably designed; and
-[c)] the controls operated effectively throughout the period ${PERIOD}.
## Restricted Use
This report is not intended to be, and should not be, used by anyone other than the specified parties.
~ ${FIRM}
~ Jacksonville, Florida
~ June 19, 2026
# Section Two – Assertion of the Company
We have prepared the description of the freight management system for the period ${PERIOD}. Controls operated effectively, in all material respects.
~ Thaddeus Ravenglass, Chief Executive Officer
~ June 15, 2026
# Section Three – Description of the Freight Management System
## Overview
Ravenglass Freight Systems, Inc. connects shippers, carriers, and customs brokers. It was founded in 1999 in Mobile, Alabama, and moved its headquarters to Chattanooga, Tennessee, in 2012. An operations center is located in Rotterdam, Netherlands.
## Services in Scope
The scope of this report is limited to the Ravenglass Portal, Ravenglass Customs, and Ravenglass Tracking. Ravenglass Marketplace was introduced in June 2026 and will be part of the next report.
${formalEnvironment('Ravenglass', '##')}
## Complementary User Entity Controls
${DUTIES.map(([number, duty]) => `-[${number}.] ${duty}`).join('\n')}
# Section Four – Trust Services Criteria, Controls, and Tests of Controls
Each control is followed by the tests that we performed and by their results. Results other than “No exceptions noted” are described.
${GROUPS.map(
  (criterion) => `${BROKEN.includes(criterion) ? '@room 13' : ''}
### ${criterion} ${CRITERIA[criterion]}
@table widths=10,30,34,26 head=once
|| Ref. | Controls specified by the Company | Tests | Results
${TESTS.filter((test) => test.criterion === criterion)
  .map(rowsOf)
  .join('\n')}`,
).join('\n')}
# Section Five – Other Information Provided by the Company
## Management’s Responses
Awareness training: reminders were configured for all departments in May 2026. Access reviews: the tool now requires that each account is opened. Vulnerability scans: network changes now trigger an update of the targets.
`,
  facts: {
    reportIssueDate: { value: '2026-06-19', quotes: ['June 19, 2026'] },
    certification: {
      value: 'SOC_2',
      quotes: ['SOC 2 Type 2 Report on Controls Relevant to Security and Availability', SCOPE],
    },
    scopeType: {
      value: 'TYPE_2',
      quotes: ['SOC 2 Type 2 Report on Controls Relevant to Security and Availability', SCOPE],
    },
    auditPeriodRange: {
      value: { start: '2025-10-15', end: '2026-04-14' },
      quotes: [PERIOD, SCOPE],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'AVAILABILITY'],
      quotes: ['Controls Relevant to Security and Availability', SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: Object.values(FINDINGS).map((text) => ({
      text,
      alternatives: [text.replace('Exception noted. ', '')],
    })),
    notTested: Object.values(UNTESTED),
    userControls: DUTIES.map(([, text]) => ({ text })),
    services: ['Ravenglass Portal', 'Ravenglass Customs', 'Ravenglass Tracking'].map((text) => ({
      text,
    })),
    debatableServices: ['freight management system', 'Freight Management System'],
    locations: [
      {
        city: 'Chattanooga',
        stateOrCountry: 'Tennessee',
        alternatives: ['TN'],
        quotes: ['Chattanooga, Tennessee'],
      },
      {
        city: 'Rotterdam',
        stateOrCountry: 'Netherlands',
        quotes: ['Rotterdam, Netherlands'],
      },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: PROVIDERS.map(([text]) => ({ text })),
    isInclusive: { value: false, quotes: [CARVED_OUT] },
  },
  traps: [
    'Long results and user controls go over the ends of pages, and heads of tables are not repeated',
    'A finding is repeated under another criterion',
    'The cells of a control stand beside its first test alone',
    'The company was founded in another city',
    'A service was introduced after the period',
    'The numbers of the user controls have holes',
  ],
}
