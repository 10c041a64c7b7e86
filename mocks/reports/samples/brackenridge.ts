import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { formalEnvironment } from '../words/environment.ts'

const FIRM = 'Dunleavy Sorensen LLC'
const DAY = 'March 31, 2026'

const OBJECTIVES: readonly (readonly [
  title: string,
  objective: string,
  controls: readonly string[],
])[] = [
  [
    'Loan boarding',
    'new loans are recorded completely and accurately',
    [
      'Loans are compared with the trial balance of the transferring servicer.',
      'Differences are cleared before the first statement is sent.',
    ],
  ],
  [
    'Payments of borrowers',
    'payments are applied to the correct loan on the day of receipt',
    [
      'Lockbox totals are reconciled with the ledger each day.',
      'Unapplied payments are reviewed by a supervisor each day.',
      'Reversals need the approval of a supervisor.',
    ],
  ],
  [
    'Escrow',
    'escrow balances are analyzed and disbursed accurately and on time',
    [
      'Tax bills are matched with a database of due dates.',
      'An escrow analysis is performed for each loan once a year.',
    ],
  ],
  [
    'Reporting to investors',
    'reports to investors are complete, accurate, and on time',
    [
      'Remittances are reconciled with custodial accounts each month.',
      'Reports are reviewed by a second analyst before they are sent.',
    ],
  ],
]

const DUTIES = [
  'approving the list of authorized users of the portal once a year',
  'sending complete and accurate loan files at transfer',
  'reviewing monthly remittance reports and reporting discrepancies within 30 days',
  'maintaining custodial accounts at an insured bank',
]
const dutyOf = (duty: string): string => `User entities are responsible for ${duty}.`

const SCOPE = `We have examined Brackenridge Loan Services’ description of its mortgage servicing system as of ${DAY}, and the suitability of the design of the controls included in the description to achieve the related control objectives also included in the description as of ${DAY}, based on the criteria in management’s assertion.`
const OPINION = `In our opinion, in all material respects, based on the criteria described in management’s assertion, (i) the description fairly presents the mortgage servicing system that was designed and implemented as of ${DAY}, and (ii) the controls related to the control objectives were suitably designed as of ${DAY} to provide reasonable assurance that the control objectives would be achieved if the controls operated effectively.`
const DISCLAIMER =
  'We did not perform procedures regarding the operating effectiveness of the controls, and accordingly we do not express an opinion on it.'
const SUBSERVICE =
  'Brackenridge uses the following subservice organizations: Cloverdale Print & Mail, for statements and letters; Redpoll Tax Service, for tax bills; and Basalt Hosting, for data center services.'
const EXCLUDED =
  'The description excludes the control objectives and related controls of these organizations, and our examination did not extend to them.'

/** A SOC 1 of one date, from a small firm: plain pages, letters for sections. */
export const brackenridge: Report = {
  name: 'brackenridge-soc1-type1',
  kind: 'soc',
  title: 'Brackenridge SOC 1',
  author: FIRM,
  created: '2026-06-01',
  look: {
    ...PLAIN,
    size: 12,
    leading: 1.45,
    hasOutline: false,
    header: ['', '', ''],
    footer: ['', 'Page {page} of {pages}', ''],
    hasSectionPages: true,
  },
  text: `
@space 140
=== Brackenridge Loan Services
== Type 1 SOC 1 Report
= Mortgage Servicing System
= as of ${DAY}
@space 100
= ${FIRM}
= Certified Public Accountants, Tulsa
# Section A: Report of the Service Auditor
To the owners of Brackenridge Loan Services:
## Scope
${SCOPE} Control objectives were specified by management; they concern internal control over financial reporting of user entities.
${SUBSERVICE} ${EXCLUDED}
## Responsibilities
Management is responsible for the description, its assertion, the objectives, and the controls. Our responsibility is to express an opinion based on our examination, which we conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants (SSAE No. 18, AT-C 320).
${DISCLAIMER}
## Inherent limitations
Projections of any evaluation to the future are subject to the risk that controls may become ineffective.
## Opinion
${OPINION}
## Restricted use
This report is intended solely for management of Brackenridge, its user entities as of ${DAY}, and their auditors.
~ ${FIRM}
~ Tulsa, Oklahoma
~ May 29, 2026
# Section B: Management’s Assertion
We confirm that the description fairly presents the mortgage servicing system as of ${DAY} and that the controls were suitably designed.
~ Hollis Brackenridge, Owner, May 20, 2026
# Section C: Description of the System
## General
Brackenridge Loan Services has serviced residential mortgages since 1987. The office is at 400 Prairie Avenue, Wichita, Kansas. Payments are received in Topeka, Kansas.
Three services are covered: Primary Servicing, Subservicing, and Investor Reporting. Commercial loans are not covered.
${formalEnvironment('Brackenridge', '###')}
## Control objectives and controls
${OBJECTIVES.map(
  ([title, objective, controls], index) => `### Objective ${index + 1} – ${title}
Controls provide reasonable assurance that ${objective}.
${controls.map((control, at) => `-[${index + 1}${'abc'[at]}.] ${control}`).join('\n')}`,
).join('\n')}
## Complementary user entity controls
${DUTIES.map((duty) => `- ${dutyOf(duty)}`).join('\n')}
## Complementary subservice organization controls
- Cloverdale Print & Mail is responsible for mailing statements within two business days.
- Redpoll Tax Service is responsible for the accuracy of tax bills.
- Basalt Hosting is responsible for physical security.
`,
  facts: {
    reportIssueDate: { value: '2026-05-29', quotes: ['May 29, 2026'] },
    certification: { value: 'SOC_1', quotes: ['Type 1 SOC 1 Report', SCOPE] },
    scopeType: { value: 'TYPE_1', quotes: ['Type 1 SOC 1 Report', SCOPE, DISCLAIMER] },
    auditPeriod: { value: '2026-03-31', quotes: [`as of ${DAY}`, SCOPE, OPINION] },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    userControls: DUTIES.map((duty) => ({ text: dutyOf(duty) })),
    services: ['Primary Servicing', 'Subservicing', 'Investor Reporting'].map((text) => ({ text })),
    locations: ['Wichita', 'Topeka'].map((city) => ({
      city,
      stateOrCountry: 'Kansas',
      alternatives: ['KS'],
      quotes: [`${city}, Kansas`],
    })),
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: [
      'Cloverdale Print & Mail',
      'Redpoll Tax Service',
      'Basalt Hosting',
    ].map((text) => ({ text, quotes: [SUBSERVICE, text] })),
    isInclusive: { value: false, quotes: [EXCLUDED] },
  },
  traps: [
    'A type 1 with a sentence that expresses no opinion on operation',
    'Controls of subservice organizations are worded like user controls',
    'Control objectives are neither criteria nor findings',
    'The firm’s city is on the title page',
  ],
}
