import { type Look, PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'

/** The auditor of the report. */
export const FIRM = 'Pell, Okafor & Strand CPAs'
/** The period of the report. */
export const PERIOD = 'October 1, 2025 through September 30, 2026'
const LOOK: Look = {
  ...PLAIN,
  size: 10,
  isJustified: true,
  hyphen: '-',
  headingCase: 'capitals',
  header: ['', 'Dunmarrow Payroll Services Ltd. – Report on Controls', ''],
  footer: [FIRM, '', '{page}'],
}

/** A control objective: its title, its sentence, and its controls with test and result. */
interface Objective {
  title: string
  objective: string
  controls: readonly (readonly [control: string, test: string, result: string])[]
}

const LATE_SETUP =
  'Exception noted: for 1 of 25 selected new clients, the second check of the tax settings was dated 4 days after the first payroll run.'
const BANK_CHANGE =
  'Exceptions noted. For 2 of 40 selected changes of bank details, no record of the call back to the client was kept.'
const NOT_OCCURRED =
  'No testing performed: there was no year-end correction run between October 1, 2025 and September 30, 2026.'
const FINE = 'No exceptions noted.'

const OBJECTIVES: readonly Objective[] = [
  {
    title: 'Client setup',
    objective:
      'Controls provide reasonable assurance that new clients are set up completely and accurately, as authorized by the client.',
    controls: [
      [
        'A setup checklist is completed and signed by the client before the first payroll run.',
        'For a selection of new clients, inspected the checklist and determined that it was signed by the client before the first run.',
        FINE,
      ],
      [
        'Tax settings are checked by a second specialist before the first payroll run.',
        'For a selection of new clients, inspected the record of the second check and compared its date with that of the first run.',
        LATE_SETUP,
      ],
    ],
  },
  {
    title: 'Changes of master data',
    objective:
      'Controls provide reasonable assurance that changes of employee master data are authorized, complete, and accurate.',
    controls: [
      [
        'Changes of bank details are confirmed by calling a known contact of the client.',
        'For a selection of changes of bank details, inspected the record of the call back.',
        BANK_CHANGE,
      ],
      [
        'A report of all changes is sent to the client before each run.',
        'Observed the job that sends the report, and for a selection of runs inspected the report.',
        FINE,
      ],
    ],
  },
  {
    title: 'Payroll processing',
    objective:
      'Controls provide reasonable assurance that pay and deductions are calculated completely and accurately.',
    controls: [
      [
        'Gross-to-net totals are compared with the previous run, and differences above 3 percent are explained.',
        'For a selection of runs, inspected the comparison and the explanations.',
        FINE,
      ],
      [
        'Tax tables are updated by two specialists and tested before they take effect.',
        'For each update in the period, inspected the test protocol and both approvals.',
        FINE,
      ],
      [
        'Year-end correction runs are approved by the payroll director.',
        'Inquired of the payroll director whether correction runs had been made.',
        NOT_OCCURRED,
      ],
    ],
  },
  {
    title: 'Payments and tax filing',
    objective:
      'Controls provide reasonable assurance that payments and filings are made completely, accurately, and on time.',
    controls: [
      [
        'Payment files are released by two persons after totals have been reconciled.',
        'For a selection of days, inspected the reconciliation and both releases.',
        FINE,
      ],
      [
        'A calendar of filing dates is monitored daily.',
        'For a selection of filings, compared the confirmation of receipt with the due date.',
        FINE,
      ],
    ],
  },
  {
    title: 'Logical access',
    objective:
      'Controls provide reasonable assurance that access to programs and data is restricted to authorized persons.',
    controls: [
      [
        'Access rights are reviewed every quarter by team leaders.',
        'For two selected quarters, inspected the reviews and the resulting changes.',
        FINE,
      ],
      [
        'Administrators sign in with a second factor.',
        'Inspected the settings of the directory and observed an administrator sign in.',
        FINE,
      ],
    ],
  },
  {
    title: 'Changes of programs',
    objective:
      'Controls provide reasonable assurance that changes of programs are authorized, tested, approved, and implemented.',
    controls: [
      [
        'Changes are tested by someone other than the developer and approved before release.',
        'For a selection of changes, inspected the test record and the approval.',
        FINE,
      ],
    ],
  },
]

/** By the number of the objective; the numbers of an earlier report were kept, so some are missing. */
const USER_CONTROLS: readonly (readonly [number: string, control: string])[] = [
  ['1.1', 'Clients should review and sign the setup checklist before the first payroll run.'],
  ['1.2', 'Clients should verify that tax registrations given to Dunmarrow are correct.'],
  ['2.1', 'Clients should restrict who may submit changes of master data on their behalf.'],
  [
    '2.2',
    'Clients should review the report of changes before each run and report errors promptly.',
  ],
  ['2.4', 'Clients should notify Dunmarrow of leavers before the cut-off of the run.'],
  ['3.1', 'Clients should approve the gross-to-net report of each run.'],
  ['3.3', 'Clients should reconcile payroll registers with their general ledger.'],
  ['4.1', 'Clients should keep sufficient funds in the account from which payments are drawn.'],
  ['5.1', 'Clients should remove access of their users to the portal when it is no longer needed.'],
  ['5.2', 'Clients should require strong authentication for their users of the portal.'],
]

const SCOPE = `We have examined the description of the payroll and tax filing system of Dunmarrow Payroll Services Ltd. (“Dunmarrow”), entitled “Dunmarrow’s Description of Its Payroll and Tax Filing System,” for processing user entities’ transactions throughout the period ${PERIOD} (the “description”), and the suitability of the design and operating effectiveness of the controls included in the description to achieve the related control objectives stated in the description, based on the criteria identified in “Dunmarrow’s Assertion.”`
const OPINION =
  'In our opinion, in all material respects, based on the criteria described in Dunmarrow’s assertion:'
const SUBSERVICE =
  'Dunmarrow uses Basalt Hosting AG, a subservice organization, for the colocation of its servers, and Ferrywick Bank, a subservice organization, for the transmission of payments.'
const CARVED_OUT =
  'The description includes only the control objectives and related controls of Dunmarrow and excludes the control objectives and related controls of the subservice organizations.'
const SERVICES = ['Dunmarrow Payroll', 'Dunmarrow Tax Filing', 'Dunmarrow Client Portal']

const SECTION_4 = OBJECTIVES.map(
  ({ title, objective, controls }, index) => `## Control objective ${index + 1}: ${title}
${objective}
@table widths=8,32,34,26 rules=rows
|| No. | Control specified by Dunmarrow | Tests performed by ${FIRM} | Results of tests
${controls.map(([control, test, result], at) => `| ${index + 1}.${at + 1} | ${control} | ${test} | ${result}`).join('\n')}`,
).join('\n')

const TEXT = `
@part labels=none
@space 120
=== Dunmarrow Payroll Services Ltd.
@space 20
== SOC 1 – Type 2
@space 6
= Report on Management’s Description of Its Payroll and Tax Filing System and on the Suitability of the Design and Operating Effectiveness of Controls
@space 6
= ${PERIOD}
@part labels=arabic first=1
== Table of Contents
@contents
# 1. Independent Service Auditors’ Report
To the Board of Directors of Dunmarrow Payroll Services Ltd.
### Scope
${SCOPE} The controls and control objectives included in the description are those that management of Dunmarrow believes are likely to be relevant to user entities’ internal control over financial reporting.
${SUBSERVICE} ${CARVED_OUT} Our examination did not extend to controls of the subservice organizations.
The description indicates that certain control objectives can be achieved only if complementary user entity controls assumed in the design of Dunmarrow’s controls are suitably designed and operating effectively. We have not evaluated the suitability of the design or operating effectiveness of such complementary user entity controls.
### Service organization’s responsibilities
In section 2, Dunmarrow has provided an assertion about the fairness of the presentation of the description and the suitability of the design and operating effectiveness of the controls to achieve the related control objectives.
### Service auditors’ responsibilities
Our responsibility is to express an opinion on the fairness of the presentation of the description and on the suitability of the design and operating effectiveness of the controls, based on our examination. We conducted our examination in accordance with attestation standards established by the American Institute of Certified Public Accountants.
### Inherent limitations
Because of their nature, controls at a service organization may not prevent, or detect and correct, all misstatements in processing or reporting transactions. Everything except for processing by the payroll system, such as the accounting of clients, is outside of the scope.
### Opinion
${OPINION}
-[(a)] the description fairly presents the payroll and tax filing system that was designed and implemented throughout the period ${PERIOD};
-[(b)] the controls related to the control objectives were suitably designed to provide reasonable assurance that the control objectives would be achieved if the controls operated effectively throughout the period;
-[(c)] the controls operated effectively to provide reasonable assurance that the control objectives were achieved throughout the period ${PERIOD}.
### Restricted use
This report is intended solely for the information and use of management of Dunmarrow, its user entities during some or all of the period, and the auditors of their financial statements.
~ ${FIRM}
~ Boise, Idaho
~ November 6, 2026
# 2. Dunmarrow’s Assertion
October 30, 2026
We have prepared the description of the payroll and tax filing system for user entities and their auditors. We confirm that it is fairly presented, and that the controls were suitably designed and operated effectively throughout the period ${PERIOD}.
~ Malachy Dunmarrow, Managing Director
# 3. Dunmarrow’s Description of Its Payroll and Tax Filing System
## 3.1 Company
Dunmarrow Payroll Services Ltd. has processed payrolls since 1998 and serves 1,900 clients. It operates from Portland, Maine, and from a processing center in Halifax, Nova Scotia. Its financial statements are audited by Harrow & Blythe LLP.
## 3.2 Services
This report covers ${SERVICES[0]}, ${SERVICES[1]}, and the ${SERVICES[2]}. It does not cover Dunmarrow Benefits.
## 3.3 Control environment
The board meets monthly. A compliance officer reports to the board and follows up on deficiencies. Employees are screened before they start.
## 3.4 Processing of payrolls
Clients enter hours and changes in the portal until the cut-off. The system calculates pay and deductions, and the client approves the result. Payments are made on the pay date.
## 3.5 Complementary user entity controls
Dunmarrow’s controls were designed under the assumption that clients have certain controls in place. The numbers refer to the control objectives in section 4.
@table widths=1,8 rules=none
|| No. | Complementary user entity control
${USER_CONTROLS.map(([number, control]) => `| ${number} | ${control}`).join('\n')}
## 3.6 Complementary subservice organization controls
- Basalt Hosting AG restricts physical access to its data halls.
- Ferrywick Bank acknowledges each payment file and reports rejected payments on the same day.
# 4. Control Objectives, Related Controls, and Tests of Controls
Our tests covered the controls listed below. The phrase “No exceptions noted” means that the tests disclosed no deviations.
${SECTION_4}
# 5. Other Information Provided by Dunmarrow (Unaudited)
## Responses of management
Control 1.2: The checklist now blocks the first run until the second check is recorded. Control 2.1: Recording of calls was moved to the telephone system in August 2026.
`

/** A SOC 1 of the demo, which ends before the bridge letter beside it begins. */
export const dunmarrowReport: Report = {
  name: 'dunmarrow-payroll-soc1-type2-2026',
  kind: 'soc',
  title: 'SOC 1 Type 2 – Dunmarrow Payroll Services Ltd.',
  author: FIRM,
  created: '2026-11-06',
  look: LOOK,
  text: TEXT,
  facts: {
    reportIssueDate: { value: '2026-11-06', quotes: ['November 6, 2026'] },
    certification: { value: 'SOC_1', quotes: ['SOC 1 – Type 2', SCOPE] },
    scopeType: { value: 'TYPE_2', quotes: ['SOC 1 – Type 2', SCOPE] },
    auditPeriodRange: {
      value: { start: '2025-10-01', end: '2026-09-30' },
      quotes: [PERIOD, SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    findings: [LATE_SETUP, BANK_CHANGE].map((text) => ({
      text,
      alternatives: [text.replace(/^Exceptions? noted[.:] /, '')],
    })),
    notTested: [NOT_OCCURRED],
    userControls: USER_CONTROLS.map(([, text]) => ({ text })),
    services: SERVICES.map((text) => ({ text })),
    debatableServices: ['payroll and tax filing system', 'Payroll and Tax Filing System'],
    locations: [
      {
        city: 'Portland',
        stateOrCountry: 'Maine',
        alternatives: ['ME'],
        quotes: ['Portland, Maine'],
      },
      {
        city: 'Halifax',
        stateOrCountry: 'Nova Scotia',
        alternatives: ['NS', 'Canada'],
        quotes: ['Halifax, Nova Scotia'],
      },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: ['Basalt Hosting AG', 'Ferrywick Bank'].map((text) => ({
      text,
      quotes: [SUBSERVICE, text],
    })),
    isInclusive: { value: false, quotes: [CARVED_OUT] },
  },
  traps: [
    'The firm of the financial audit is named',
    'The numbers of the user controls have holes',
    '"except for" in ordinary prose',
    'Dunmarrow Benefits is outside of the report',
  ],
}
