import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { type Control, controlsFor, numbered } from '../words/controls.ts'
import { CRITERIA } from '../words/criteria.ts'

const FIRM = 'Thornbury Vale Assurance LLP'
const PERIOD = 'September 1, 2025 to August 31, 2026'

/** Controls whose tests ended otherwise, by their number. */
const RESULTS: Readonly<Record<string, string>> = {
  'CC6.2.2':
    'Exception noted. For 4 of 25 sampled leavers, access to the analytics console was removed between 6 and 31 business days after the last day of work.',
  'CC6.3.1':
    'Exception noted. The access reviews of the second and third quarter were not performed for the data warehouse.',
  'CC7.1.1':
    'Exception noted. For 2 of 20 sampled weeks, a critical vulnerability was fixed 44 and 61 days after it was found.',
}
const DID_NOT_OCCUR =
  'Not tested. No emergency change was made during the period, so the control did not operate.'
const NO_CONTRACT_ENDED =
  'Not tested. No contract of a customer with confidential data ended during the period.'
const UNTESTED: Readonly<Record<string, string>> = {
  'CC8.1.3': DID_NOT_OCCUR,
  'C1.2.1': NO_CONTRACT_ENDED,
}

const USER_CONTROLS = [
  'User entities are responsible for granting, changing, and removing the access of their own users to the analytics console.',
  'User entities are responsible for connecting their identity provider and for requiring multi-factor authentication.',
  'User entities are responsible for reviewing the roles of their users at least every quarter.',
  'User entities are responsible for deciding which events are sent to the system and for leaving out personal data that is not needed.',
  'User entities are responsible for keeping API keys secret and for replacing them when they may have become known.',
  'User entities are responsible for setting retention periods that meet their legal obligations.',
  'User entities are responsible for reading notices of changes to the system and for testing their integrations.',
  'User entities are responsible for informing Cobalt Fathom without delay of a suspected compromise of their accounts.',
]

const rowOf = ({ number, control, evidence, result }: Control & { number: string }): string =>
  `| ${number} | ${control} | Inspected the ${evidence} to determine that ${result}. | ${RESULTS[number] ?? UNTESTED[number] ?? 'No exceptions noted.'}`

const tests = numbered(controlsFor('CC', 'C'))
const TESTS = [...new Set(tests.map(({ criterion }) => criterion))]
  .map(
    (criterion) => `### ${criterion}: ${CRITERIA[criterion]}
@table widths=9,32,32,27
|| Number | Control activity | Test of the service auditor | Result
${tests
  .filter((test) => test.criterion === criterion)
  .map(rowOf)
  .join('\n')}`,
  )
  .join('\n')

const SCOPE = `We have examined Cobalt Fathom Analytics, Inc.’s (“Cobalt Fathom”) accompanying description of its Fathom Insight Platform titled “Description of the Fathom Insight Platform” throughout the period ${PERIOD} (the “description”), based on the criteria for a description of a service organization’s system in DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (With Revised Implementation Guidance—2022), and the suitability of the design and operating effectiveness of controls stated in the description throughout the period ${PERIOD}, to provide reasonable assurance that Cobalt Fathom’s service commitments and system requirements were achieved based on the trust services criteria relevant to security and confidentiality (“applicable trust services criteria”) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus—2022).`
const SUBSERVICE =
  'Cobalt Fathom uses Stratofern Cloud to host the Fathom Insight Platform and Copperline Mail to deliver scheduled reports (the “subservice organizations”).'
const CARVED_OUT =
  'Our examination did not include the services provided by the subservice organizations, and we have not evaluated the suitability of the design or operating effectiveness of such complementary subservice organization controls.'
const OPINION =
  'In our opinion, except for the effects of the matters giving rise to the modification described in the preceding paragraphs, in all material respects,'

const TEXT = `
@part labels=none
@space 130
=== Cobalt Fathom Analytics, Inc.
@space 14
== System and Organization Controls (SOC) 2 Type 2 Report
@space 8
= Report on Cobalt Fathom’s Description of Its Fathom Insight Platform and on the Suitability of the Design and Operating Effectiveness of Its Controls
= Relevant to Security and Confidentiality
@space 10
= For the Period ${PERIOD}
@space 150
= With the Independent Service Auditor’s Report by
== ${FIRM}
@part labels=roman first=2
== Contents
@contents
@part labels=arabic
# Section I – Independent Service Auditor’s Report
To the Management of Cobalt Fathom Analytics, Inc.:
## Scope
${SCOPE}
${SUBSERVICE} The description indicates that complementary subservice organization controls that are suitably designed and operating effectively are necessary, along with controls at Cobalt Fathom, to achieve Cobalt Fathom’s service commitments and system requirements. The description presents Cobalt Fathom’s controls and the types of complementary subservice organization controls assumed in their design; it does not disclose the actual controls at the subservice organizations. ${CARVED_OUT}
The description indicates that complementary user entity controls that are suitably designed and operating effectively are necessary, along with controls at Cobalt Fathom, to achieve the service commitments and system requirements. Our examination did not include such complementary user entity controls, and we have not evaluated the suitability of the design or operating effectiveness of such controls.
The information included in Section V, “Other Information Provided by Cobalt Fathom That Is Not Covered by the Service Auditor’s Report,” is presented by management to provide additional information and is not a part of the description. It has not been subjected to the procedures applied in our examination and, accordingly, we express no opinion on it.
## Service organization’s responsibilities
Cobalt Fathom is responsible for its service commitments and system requirements and for designing, implementing, and operating effective controls within the system to provide reasonable assurance that they were achieved. Cobalt Fathom has provided the accompanying assertion titled “Assertion of the Management of Cobalt Fathom” (the “assertion”) about the description and the controls stated in it.
## Service auditor’s responsibilities
Our responsibility is to express an opinion on the description and on the suitability of design and operating effectiveness of controls stated in the description based on our examination. Our examination was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants. Those standards require that we plan and perform our examination to obtain reasonable assurance about whether, in all material respects, the description is presented in accordance with the description criteria and the controls stated therein were suitably designed and operated effectively. We believe that the evidence we obtained is sufficient and appropriate to provide a reasonable basis for our opinion.
## Inherent limitations
The description is prepared to meet the common needs of a broad range of report users and may not include every aspect of the system that individual users may consider important. There are inherent limitations in the effectiveness of any system of internal control, including the possibility of human error and the circumvention of controls.
## Description of tests of controls
The specific controls we tested and the nature, timing, and results of those tests are listed in Section IV.
## Basis for qualified opinion
Cobalt Fathom states in its description that access of leavers is removed within one business day and that access rights to production are reviewed every quarter. As described in Section IV, these controls did not operate effectively from January 1, 2026 to August 31, 2026. As a result, controls did not provide reasonable assurance that the service commitments and system requirements were achieved based on criteria CC6.2 and CC6.3.
## Opinion
${OPINION}
-[a.] the description presents the Fathom Insight Platform that was designed and implemented throughout the period ${PERIOD} in accordance with the description criteria;
-[b.] the controls stated in the description were suitably designed throughout the period ${PERIOD};
-[c.] the controls stated in the description operated effectively throughout the period ${PERIOD}.
## Restricted use
This report, including the description of tests of controls and results thereof in Section IV, is intended solely for the information and use of Cobalt Fathom, user entities of the Fathom Insight Platform during some or all of the period, and their auditors, who have sufficient knowledge and understanding to consider it.
@space 10
~ ${FIRM}
~ Columbus, Ohio
~ October 23, 2026
# Section II – Assertion of the Management of Cobalt Fathom
October 16, 2026
We have prepared the accompanying description of the Fathom Insight Platform throughout the period ${PERIOD}. We confirm, to the best of our knowledge and belief, that the description presents the platform in accordance with the description criteria and that, except for the matters described below, the controls stated in it were suitably designed and operated effectively.
The removal of leavers’ access and the quarterly review of access rights were interrupted when the service desk was reorganized in January 2026.
~ Ingrid Solvang, Chief Executive Officer
~ Cobalt Fathom Analytics, Inc.
# Section III – Description of the Fathom Insight Platform
## Overview of operations
Cobalt Fathom Analytics, Inc. was founded in 2014 and helps product teams to understand how their software is used. The company has about 310 employees. An earlier readiness assessment was made by Marlowe Bright Advisory, and the report for the prior year was issued by Pell, Okafor & Strand CPAs.
## Services provided
The Fathom Insight Platform consists of the following services, which are in the scope of this report:
@table widths=3,7 rules=rows
|| Service | Purpose
| Fathom Collect | Receives events from web sites, applications, and servers of user entities.
| Fathom Explore | Lets analysts of user entities query events and build dashboards.
| Fathom Deliver | Sends scheduled reports and exports to the systems of user entities.
Fathom Labs, a collection of experimental features, is not part of the system.
## Locations
Staff of Cobalt Fathom work in the headquarters in Boise, Idaho, and in an engineering office in Dublin, Ireland. The platform runs in two regions of Stratofern Cloud.
## Service commitments and system requirements
Commitments to user entities are documented in the customer agreement: data is encrypted, access follows the principle of least privilege, and incidents are notified within 72 hours.
## Components of the system
**Infrastructure.** The platform runs on virtual servers and managed databases in separate networks for production and test.
**Software.** Services are written in Go and TypeScript. Issues are kept in Ticketwell, and source code in Githarbor; neither holds customer data.
**People.** Engineering, operations, customer success, and security each report to a member of the executive team.
**Data.** Events are classified as confidential. Production data is not copied to test, except for samples that have been anonymized.
## Incidents
No incident that led to a failure of service commitments was identified during the period.
## Complementary user entity controls
The controls of Cobalt Fathom were designed with the assumption that user entities implement the controls below.
${USER_CONTROLS.map((control, index) => `-[${index + 1}.] ${control}`).join('\n')}
## Complementary subservice organization controls
@table widths=3,5,2
|| Organization | Expected control | Criteria
| Stratofern Cloud | Physical access to data centers is restricted to authorized persons. | CC6.4
| Stratofern Cloud | The hypervisor and the storage layer are patched. | CC7.1
| Copperline Mail | Messages are encrypted in transit and deleted after delivery. | CC6.7
# Section IV – Trust Services Criteria, Related Controls, Tests of Controls, and Results
## Purpose and approach
The tables below list the controls of Cobalt Fathom, our tests, and their results. “No exceptions noted” means that a test disclosed no deviation; “Exception noted” means that a control did not operate as described for at least one item.
Where samples were drawn, the population was checked for completeness and accuracy.
## Tests of controls
${TESTS}
# Section V – Other Information Provided by Cobalt Fathom That Is Not Covered by the Service Auditor’s Report
## Management’s responses to exceptions
@table widths=12,44,44
|| Control | Exception | Response of management
| CC6.2.2 | For 4 of 25 sampled leavers, access to the analytics console was removed between 6 and 31 business days after the last day of work. | Since September 2026 the console takes leavers from the personnel system every hour.
| CC6.3.1 | The access reviews of the second and third quarter were not performed for the data warehouse. | The review of the data warehouse was added to the plan and performed on September 14, 2026.
| CC7.1.1 | For 2 of 20 sampled weeks, a critical vulnerability was fixed 44 and 61 days after it was found. | Both servers were replaced. An alert now goes to the owner after 20 days.
## Plans
Management intends to add availability to the criteria of the next report.
`

/** A qualified SOC 2, which a visitor of the demo finds with a form that is nearly empty. */
export const cobaltFathom: Report = {
  name: 'cobalt-fathom-soc2-type2-2026',
  kind: 'soc',
  title: 'SOC 2 Type 2 Report – Cobalt Fathom Analytics, Inc.',
  author: FIRM,
  created: '2026-10-23',
  look: {
    ...PLAIN,
    body: 'liberation',
    heads: 'liberation',
    size: 9.5,
    header: ['Cobalt Fathom Analytics, Inc.', '', 'SOC 2 Type 2'],
    footer: ['Confidential', '', 'Page {page}'],
  },
  text: TEXT,
  facts: {
    reportIssueDate: { value: '2026-10-23', quotes: ['October 23, 2026'] },
    certification: {
      value: 'SOC_2',
      quotes: ['System and Organization Controls (SOC) 2 Type 2 Report', SCOPE],
    },
    scopeType: {
      value: 'TYPE_2',
      quotes: ['System and Organization Controls (SOC) 2 Type 2 Report', SCOPE],
    },
    auditPeriodRange: {
      value: { start: '2025-09-01', end: '2026-08-31' },
      quotes: [`For the Period ${PERIOD}`, SCOPE],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'CONFIDENTIALITY'],
      quotes: ['Relevant to Security and Confidentiality', SCOPE],
    },
    reportOpinion: { value: 'QUALIFIED', quotes: [OPINION] },
    findings: Object.values(RESULTS).map((text) => ({
      text,
      alternatives: [text.replace('Exception noted. ', '')],
    })),
    notTested: Object.values(UNTESTED),
    userControls: USER_CONTROLS.map((text) => ({ text })),
    services: ['Fathom Collect', 'Fathom Explore', 'Fathom Deliver'].map((text) => ({ text })),
    debatableServices: ['Fathom Insight Platform'],
    locations: [
      { city: 'Boise', stateOrCountry: 'Idaho', alternatives: ['ID'], quotes: ['Boise, Idaho'] },
      { city: 'Dublin', stateOrCountry: 'Ireland', quotes: ['Dublin, Ireland'] },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: ['Stratofern Cloud', 'Copperline Mail'].map((text) => ({
      text,
      quotes: [SUBSERVICE, text],
    })),
    isInclusive: { value: false, quotes: [CARVED_OUT] },
  },
  traps: [
    'A previous auditor and a readiness consultant are named',
    'Section V repeats the exceptions beside the responses',
    'A legend quotes "Exception noted" and "No exceptions noted"',
    'Fathom Labs is outside of the system; Ticketwell and Githarbor are no subservice organizations',
    'The auditor signs in Columbus, which is no location of the vendor',
    'The assertion has an earlier date',
  ],
}
