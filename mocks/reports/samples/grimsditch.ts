import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { type Control, controlsFor, numbered } from '../words/controls.ts'
import { formalEnvironment } from '../words/environment.ts'

const FIRM = 'Abernathy Quill, P.C.'
const PERIOD = 'May 1, 2025 to April 30, 2026'

/** What failed, by the number of the control. Two lines each: the count, and what it means. */
const FAILED: Readonly<Record<string, string>> = {
  'CC6.1.1':
    '19 of 40 accounts: no second factor was enforced. Control did not operate effectively.',
  'CC6.2.1': '11 of 25 requests: no approval was on record. Control did not operate effectively.',
  'CC6.2.2':
    '14 of 25 leavers: accounts were still active at year-end. Control did not operate effectively.',
  'CC6.3.1': '4 of 4 quarters: no review was performed. Control did not operate effectively.',
  'CC7.1.1': '9 of 12 months: no scan was run. Control did not operate effectively.',
  'CC7.2.1': '12 of 30 alerts: no triage was documented. Control did not operate effectively.',
  'CC8.1.1':
    '23 of 45 changes: the author and the reviewer were the same person. Control did not operate effectively.',
}
const FINE = 'Control operated effectively.'
const UNTESTED = 'Not tested: the insurance began after the end of the period.'

const DUTIES = [
  'User organizations should assign administrators of the portal with care and review them quarterly.',
  'User organizations should send files over the encrypted channel only.',
  'User organizations should check acknowledgements of each file that they send.',
  'User organizations should report errors in claims within 60 days.',
  'User organizations should keep their own copies of submitted claims.',
]

const SCOPE = `We have examined the description by Grimsditch Clearinghouse, Inc. of its claims clearinghouse system throughout the period ${PERIOD}, and the suitability of the design and operating effectiveness of its controls to provide reasonable assurance that its service commitments and system requirements were achieved based on the trust services criteria for security and processing integrity, which are part of the 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`
const BASIS =
  'As the tests in Section 4 show, controls over access, vulnerabilities, alerts, and changes did not operate effectively throughout the period. These matters are material and pervasive.'
const OPINION = `In our opinion, because of the significance of the matters described in the basis for adverse opinion, the controls stated in the description did not operate effectively throughout the period ${PERIOD} to provide reasonable assurance that the service commitments and system requirements were achieved based on the applicable trust services criteria.`
const FAIR =
  'Nevertheless, the description presents the system that was designed and implemented in accordance with the description criteria, in all material respects.'
const SUBSERVICE =
  'The system is hosted by a subservice organization, Tallgrass Managed Servers. Controls of Tallgrass Managed Servers are carved out.'

const resultOf = ({ number, criterion }: Control & { number: string }): string =>
  FAILED[number] ?? (criterion === 'CC9.1' ? UNTESTED : FINE)

/** An adverse opinion, with findings as counts in a table of three columns. */
export const grimsditch: Report = {
  name: 'grimsditch-soc2-type2-adverse',
  kind: 'soc',
  title: 'Grimsditch Clearinghouse SOC 2 2026',
  author: FIRM,
  created: '2026-07-31',
  look: {
    ...PLAIN,
    body: 'times',
    heads: 'helvetica',
    size: 10,
    headingCase: 'capitals',
    header: ['', '', 'Grimsditch Clearinghouse, Inc.'],
    footer: ['', 'Page {page} of {pages}', FIRM],
    hasSectionPages: true,
    watermark: 'CONFIDENTIAL r.quispe@insurer.example.com 2026-09-02',
  },
  text: `
@part labels=arabic
@space 140
=== GRIMSDITCH CLEARINGHOUSE, INC.
== SOC 2 Report – Type 2
= Claims Clearinghouse System
= ${PERIOD}
= Security and Processing Integrity
@space 160
= Prepared by ${FIRM}
= Printed September 2, 2026
# Section 1 Report of the Independent Service Auditor
Board of Directors, Grimsditch Clearinghouse, Inc.
## 1.1 Scope
${SCOPE}
${SUBSERVICE}
Controls of user organizations that complement those of Grimsditch were not examined.
## 1.2 Responsibilities
Grimsditch is responsible for its commitments, requirements, controls, description, and assertion. We are responsible for expressing an opinion. Our examination followed the attestation standards of the American Institute of Certified Public Accountants.
## 1.3 Limitations
Any control can be circumvented.
## 1.4 Basis for adverse opinion
${BASIS}
## 1.5 Adverse opinion
${OPINION}
${FAIR}
## 1.6 Use
Only Grimsditch, its user organizations, and their auditors may use this report.
~ ${FIRM}
~ Little Rock, Arkansas
~ July 24, 2026
# Section 2 Assertion of Management
July 20, 2026. Management asserts that the description is presented in accordance with the description criteria. Controls did not operate effectively in all cases, as the report says.
~ Desmond Grimsditch, Chairman
# Section 3 Description of the System
## 3.1 Company
Grimsditch Clearinghouse, Inc. forwards claims of medical practices to payers. Premises: Memphis, Tennessee (operations); Jackson, Mississippi (call center). Prior reports were issued by Larkspur Dow LLC, whose opinion for 2024 was unqualified.
## 3.2 Services
The system comprises Claim Gateway and Remit Manager.
${formalEnvironment('Grimsditch', '###')}
## 3.3 Complementary user organization controls
@table widths=1,9
|| Ref. | Control
${DUTIES.map((duty, index) => `| U-${[1, 2, 4, 5, 9][index]} | ${duty}`).join('\n')}
# Section 4 Controls and Tests of Controls
“Operated effectively” means that we found no exceptions. Counts refer to the items that we selected.
@table widths=4,3,3 rules=all
|| Control | Test | Result
${numbered(controlsFor('CC', 'PI'))
  .map(
    (test) =>
      `| **${test.number}** ${test.control} | Selected items and inspected the ${test.evidence}. | ${resultOf(test)}`,
  )
  .join('\n')}
# Section 5 Information from Management, Not Audited
Management has engaged Quillfeather Advisors to rebuild access management. Exceptions of Section 4 will be closed by December 31, 2026.
`,
  facts: {
    reportIssueDate: { value: '2026-07-24', quotes: ['July 24, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2 Report – Type 2'] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 2 Report – Type 2', SCOPE] },
    auditPeriodRange: {
      value: { start: '2025-05-01', end: '2026-04-30' },
      quotes: [PERIOD, SCOPE, OPINION],
    },
    trustServiceCriteria: {
      value: ['SECURITY', 'PROCESSING_INTEGRITY'],
      quotes: ['Security and Processing Integrity', SCOPE],
    },
    reportOpinion: { value: 'ADVERSE', quotes: [OPINION, '1.5 Adverse opinion'] },
    findings: Object.values(FAILED).map((text) => ({
      text,
      alternatives: [text.replace(' Control did not operate effectively.', '')],
    })),
    notTested: [UNTESTED],
    debatableFindings: [BASIS],
    userControls: DUTIES.map((text) => ({ text })),
    services: ['Claim Gateway', 'Remit Manager'].map((text) => ({ text })),
    debatableServices: ['claims clearinghouse system', 'Claims Clearinghouse System'],
    locations: [
      {
        city: 'Memphis',
        stateOrCountry: 'Tennessee',
        alternatives: ['TN'],
        quotes: ['Memphis, Tennessee'],
      },
      {
        city: 'Jackson',
        stateOrCountry: 'Mississippi',
        alternatives: ['MS'],
        quotes: ['Jackson, Mississippi'],
      },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: [
      { text: 'Tallgrass Managed Servers', quotes: [SUBSERVICE, 'Tallgrass Managed Servers'] },
    ],
    isInclusive: {
      value: false,
      quotes: [SUBSERVICE, 'Controls of Tallgrass Managed Servers are carved out.'],
    },
  },
  traps: [
    'Findings do not say "exception": the result says that a control did not operate effectively',
    'A turned stamp with the address of a reader over each page',
    '"in all material respects" stands in the paragraph after the adverse opinion',
    'The opinion of a former auditor was unqualified',
    'The numbers of the user controls have holes',
  ],
}
