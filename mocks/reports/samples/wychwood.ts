import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { plainEnvironment } from '../words/environment.ts'

const FIRM = 'Hartwell Penhaligon LLP'
const PERIOD = '1 January 2025 to 31 December 2025'

const LATE_PRICE =
  'Exception noted. For 3 of 45 days selected, prices older than two days had not been challenged.'
const LATE_BREACH =
  'Exception noted. One of eight breaches of investment limits was notified to the client on the fourth business day; the procedure requires two.'
const NOT_TESTED =
  'No new fund was launched in the year ended 31 December 2025. We were therefore unable to test this control.'
const NO_EXCEPTION = 'No exceptions were identified.'

/** Control objectives with controls, tests and results. */
const OBJECTIVES: readonly (readonly [
  title: string,
  controls: readonly (readonly [control: string, test: string, result: string])[],
])[] = [
  [
    'Accepting clients',
    [
      [
        'Client agreements are signed by two directors before assets are taken on.',
        'For a sample of new clients, inspected the agreement for two signatures dated before the transfer.',
        NO_EXCEPTION,
      ],
      [
        'New funds are set up from a checklist that the client has confirmed.',
        'Enquired of management whether funds had been launched, and inspected the register of funds.',
        NOT_TESTED,
      ],
    ],
  ],
  [
    'Processing of transactions',
    [
      [
        'Instructions are accepted from authorised signatories only.',
        'For a sample of instructions, compared the signatures with the register.',
        NO_EXCEPTION,
      ],
      [
        'Trades are matched with brokers on trade date plus one.',
        'For a sample of days, inspected the matching report and the follow-up of unmatched trades.',
        NO_EXCEPTION,
      ],
      [
        'Stale prices are challenged with the supplier each day.',
        'For a sample of days, inspected the stale price report and the challenges recorded.',
        LATE_PRICE,
      ],
    ],
  ],
  [
    'Safeguarding of assets',
    [
      [
        'Holdings are reconciled with custodians each day.',
        'For a sample of funds and days, inspected the reconciliation and the ageing of differences.',
        NO_EXCEPTION,
      ],
      [
        'Physical access to the vault needs two persons.',
        'Observed access to the vault on two occasions, and inspected the log.',
        NO_EXCEPTION,
      ],
    ],
  ],
  [
    'Monitoring of compliance',
    [
      [
        'Breaches of investment limits are notified to clients within two business days.',
        'For all breaches in the year, compared the date of the breach with that of the notice.',
        LATE_BREACH,
      ],
      [
        'Suppliers are visited once a year.',
        'Inspected the reports of visits to all suppliers on the register.',
        NO_EXCEPTION,
      ],
    ],
  ],
  [
    'Information technology',
    [
      [
        'Leavers’ accounts are disabled on their last day.',
        'For a sample of leavers, compared the time of disabling with the last day worked.',
        NO_EXCEPTION,
      ],
      [
        'Changes to applications are authorised and tested.',
        'For a sample of changes, inspected the authorisation and the test evidence.',
        NO_EXCEPTION,
      ],
      [
        'Backups are monitored and failed ones are repeated.',
        'For a sample of days, inspected the backup report and the resolution of failures.',
        NO_EXCEPTION,
      ],
    ],
  ],
]

const DUTIES = [
  'Clients keep the list of authorised signatories up to date and inform Wychwood of changes in writing.',
  'Clients review valuations and raise queries within five business days.',
  'Clients approve the investment limits that Wychwood monitors.',
  'Clients restrict access to the reporting portal to their own staff.',
  'Clients inform Wychwood of corporate actions of assets that Wychwood does not hold.',
]

const ENGAGEMENT = `We were engaged to report on Wychwood Fund Administration plc’s description in part 4 of its fund administration services throughout the period ${PERIOD} (the “description”), and on the design and operation of controls related to the control objectives stated in the description.`
const STANDARD =
  'We conducted our engagement in accordance with International Standard on Assurance Engagements 3402, “Assurance Reports on Controls at a Service Organisation”, issued by the International Auditing and Assurance Standards Board.'
const OPINION =
  'Our opinion has been formed on the basis of the matters outlined in this report. In our opinion, in all material respects:'
const SUBSERVICE =
  'Wychwood uses Lindisfarne Custody for safekeeping and Stannary Pricing for market prices (“subservice organisations”). The description excludes their control objectives and controls, and our procedures did not extend to them.'

/** British: ISAE 3402, days before months, directors and clients. */
export const wychwood: Report = {
  name: 'wychwood-isae3402-type2',
  kind: 'soc',
  title: 'ISAE 3402 Type II – Wychwood Fund Administration plc',
  author: FIRM,
  created: '2026-03-04',
  look: {
    ...PLAIN,
    paper: 'a4',
    body: 'liberation',
    heads: 'times',
    size: 10,
    header: ['Wychwood Fund Administration plc', '', 'Assurance report on internal controls'],
    footer: ['', '', '{page} | {pages}'],
    isHeaderFirst: false,
  },
  text: `
@part labels=none
@space 170
=== Wychwood Fund Administration plc
== Assurance Report on Internal Controls (ISAE 3402 Type II)
= for the year ${PERIOD}
@part labels=arabic first=2
== Contents
@contents
# 1 Introduction by the directors
Wychwood Fund Administration plc administers funds for pension schemes and charities. The accountants who audit our financial statements, Marchbanks & Ely LLP, have not taken part in this report.
# 2 Statement by the directors
The description fairly presents the fund administration services, and the controls were suitably designed and operated effectively throughout the period ${PERIOD}.
Signed on behalf of the Board of Directors
~ Rosalind Achterberg, Director
~ 20 February 2026
# 3 Report of the service auditor
To the Directors of Wychwood Fund Administration plc
### Scope
${ENGAGEMENT}
${SUBSERVICE}
The description also refers to complementary controls of clients, which we have not evaluated.
### Directors’ responsibilities
The directors are responsible for the description and the statement, for stating the control objectives, and for the controls.
### Our independence and quality management
We have complied with the independence requirements of the Code of Ethics of the Institute of Chartered Accountants in England and Wales and apply International Standard on Quality Management 1.
### Our responsibilities
Our responsibility is to express an opinion on the description and on the design and operation of controls. ${STANDARD} That standard requires that we plan and perform our procedures to obtain reasonable assurance.
### Limitations of controls
Because of their nature, controls may not prevent or detect all errors or omissions.
### Opinion
${OPINION}
-[(a)] the description fairly presents the fund administration services as designed and implemented throughout the period ${PERIOD};
-[(b)] the controls were suitably designed throughout that period; and
-[(c)] the controls tested operated effectively throughout that period.
### Description of tests of controls
The controls tested, and the nature, timing and results of the tests, are in part 5.
### Intended users
This report is intended only for clients who have used the services and their auditors.
~ ${FIRM}
~ Chartered Accountants
~ Bristol
~ 27 February 2026
# 4 Description of services
## 4.1 Business
The services are Fund Accounting, Transfer Agency and Client Reporting. Tax advice is not included. Staff are in Exeter, England, in Edinburgh, Scotland, and in a support centre in Kraków, Poland.
## 4.2 Governance
The Board meets quarterly. An Audit and Risk Committee meets six times a year. Except for the chair, its members are independent.
${plainEnvironment('Wychwood', '###')}
## 4.3 Complementary controls of clients
In designing our controls we have assumed that clients operate the following:
@table widths=1,10 rules=none
${DUTIES.map((duty, index) => `| ${index + 1} | ${duty}`).join('\n')}
## 4.4 Subservice organisations
@table widths=3,4 rules=rows
|| Organisation | Service
| Lindisfarne Custody | Safekeeping of assets
| Stannary Pricing | Market prices
# 5 Control objectives, controls, tests and results
${OBJECTIVES.map(
  ([title, controls], index) => `## 5.${index + 1} ${title}
@table widths=3,3,2 rules=rows
|| Control activity | Testing performed | Result
${controls.map((row) => `| ${row.join(' | ')}`).join('\n')}`,
).join('\n')}
# 6 Responses of the directors to exceptions
The information in this part has not been subject to our auditor’s procedures.
5.2: A second person now checks the stale price report. 5.4: The calendar of notices was corrected on 2 July 2025.
`,
  facts: {
    reportIssueDate: { value: '2026-02-27', quotes: ['27 February 2026'] },
    certification: {
      value: 'SOC_1',
      quotes: ['Assurance Report on Internal Controls (ISAE 3402 Type II)', STANDARD, ENGAGEMENT],
      optional: true,
    },
    scopeType: {
      value: 'TYPE_2',
      quotes: ['Assurance Report on Internal Controls (ISAE 3402 Type II)', ENGAGEMENT],
    },
    auditPeriodRange: {
      value: { start: '2025-01-01', end: '2025-12-31' },
      quotes: [PERIOD, ENGAGEMENT],
    },
    reportOpinion: {
      value: 'UNQUALIFIED',
      quotes: [OPINION, 'In our opinion, in all material respects:'],
    },
    findings: [LATE_PRICE, LATE_BREACH].map((text) => ({
      text,
      alternatives: [text.replace('Exception noted. ', '')],
    })),
    notTested: [NOT_TESTED],
    userControls: DUTIES.map((text) => ({ text })),
    services: ['Fund Accounting', 'Transfer Agency', 'Client Reporting'].map((text) => ({ text })),
    debatableServices: ['fund administration services'],
    locations: [
      {
        city: 'Exeter',
        stateOrCountry: 'England',
        alternatives: ['United Kingdom', 'UK'],
        quotes: ['Exeter, England'],
      },
      {
        city: 'Edinburgh',
        stateOrCountry: 'Scotland',
        alternatives: ['United Kingdom', 'UK'],
        quotes: ['Edinburgh, Scotland'],
      },
      { city: 'Kraków', stateOrCountry: 'Poland', quotes: ['Kraków, Poland'] },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: ['Lindisfarne Custody', 'Stannary Pricing'].map((text) => ({
      text,
      quotes: [SUBSERVICE, text],
    })),
    isInclusive: {
      value: false,
      quotes: [
        'The description excludes their control objectives and controls, and our procedures did not extend to them.',
        SUBSERVICE,
      ],
    },
  },
  traps: [
    'ISAE 3402 stands to SOC 1; there are no criteria',
    'Section numbers do not follow the usual order: the auditor’s report is the third part',
    'The auditor of the financial statements is named',
    'Locations stand in a sentence, in three countries',
  ],
}
