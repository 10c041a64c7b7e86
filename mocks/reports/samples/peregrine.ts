import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { controlsFor } from '../words/controls.ts'
import { formalEnvironment } from '../words/environment.ts'

const FIRM = 'Calloway Finch & Co.'
const DAY = 'May 31, 2026'

/** The services, with what customers have to do for each. */
const SERVICES: readonly (readonly [name: string, about: string, duties: readonly string[]])[] = [
  [
    'Peregrine Intake',
    'Intake receives referrals by fax, mail, and interface, and turns them into records.',
    [
      'Clients must verify that the sender numbers registered for Intake are their own.',
      'Clients must correct records that Intake marks as unreadable.',
    ],
  ],
  [
    'Peregrine Scheduling',
    'Scheduling finds appointments and reminds patients.',
    [
      'Clients must keep the calendars of their practitioners current.',
      'Clients must obtain the consent of patients before reminders are sent.',
      'Clients must remove practitioners who have left.',
    ],
  ],
  [
    'Peregrine Records',
    'Records keeps documents of patients and shares them with authorized practitioners.',
    [
      'Clients must authorize each practitioner who may read documents.',
      'Clients must review the access log of Records every month.',
    ],
  ],
]

const SCOPE = `We have examined the description of Peregrine Referral Systems, Inc. (“Peregrine”) of its referral management system as of ${DAY} (the “Description”) and the suitability of the design of controls stated in the Description as of ${DAY}, to provide reasonable assurance that Peregrine’s service commitments and system requirements would be achieved based on the trust services criteria relevant to Security, Confidentiality and Privacy (the “applicable trust services criteria”) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`
const NOT_OPERATION =
  'We did not perform any procedures regarding the operating effectiveness of controls stated in the Description and, accordingly, do not express an opinion thereon.'
const OPINION = `In our opinion, in all material respects, the Description presents the referral management system that was designed and implemented as of ${DAY} in accordance with the description criteria, and the controls stated in the Description were suitably designed as of ${DAY} to provide reasonable assurance that the service commitments and system requirements would be achieved.`
const NONE_USED =
  'Peregrine does not use subservice organizations: it operates its own servers in its own rooms.'
const LOCATIONS =
  'Peregrine is based in Tucson, Arizona, where its servers are, and supports clients from Asheville, North Carolina and from Guadalajara, Mexico.'

const serviceText = ([name, about, duties]: (typeof SERVICES)[number]): string => `### ${name}
${about}
The following complementary user entity controls belong to ${name}:
${duties.map((duty, index) => `-[(${'i'.repeat(index + 1)})] ${duty}`).join('\n')}`

const TEXT = `
@part labels=none
@space 90
== ${FIRM}
= Certified Public Accountants
@space 90
=== Peregrine Referral Systems, Inc.
@space 12
== SOC 2® Type 1
= Independent Service Auditor’s Report on a Description of a System and the Suitability of the Design of Controls Relevant to Security, Confidentiality, and Privacy
= As of ${DAY}
@part labels=roman first=1
== CONTENTS
@contents
@part labels=arabic first=1
# I. INDEPENDENT SERVICE AUDITOR’S REPORT
To: Peregrine Referral Systems, Inc.
### Scope
${SCOPE}
The Description indicates that complementary user entity controls are necessary. It does not include controls of user entities, and our examination did not include them either.
### Peregrine’s responsibilities
Peregrine is responsible for its service commitments and system requirements, for its controls, and for the assertion in part II.
### Our responsibilities
Our responsibility is to express an opinion on the Description and on the suitability of the design of controls, based on our examination, which was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants.
### Inherent limitations
Controls may become inadequate because conditions change or because compliance with policies deteriorates.
### Other matter
${NOT_OPERATION}
### Opinion
${OPINION}
### Restricted use
This report is intended solely for Peregrine and for user entities of the system as of ${DAY}.
@space 12
~ (signed) ${FIRM}
~ Santa Fe, New Mexico
~ July 10, 2026
# II. ASSERTION OF PEREGRINE
~ July 2, 2026
We assert that the Description presents the system as of ${DAY} and that the controls stated in it were suitably designed as of that date.
~ Lucinda Vale, Chief Operating Officer
# III. DESCRIPTION OF THE REFERRAL MANAGEMENT SYSTEM
## A. Background
Peregrine was founded in 2019 by two physicians. Its first readiness assessment was performed by Quillfeather Advisors in 2025.
## B. Where Peregrine works
${LOCATIONS} ${NONE_USED}
## C. Services and what clients do
${SERVICES.map(serviceText).join('\n')}
${formalEnvironment('Peregrine', '###')}
## D. Privacy notice
Patients are informed by their practitioner. Peregrine processes personal information on behalf of clients only.
# IV. CRITERIA AND CONTROLS
No tests of operating effectiveness are part of a type 1 report. The table lists the controls in place as of ${DAY}.
@table widths=1,7 rules=rows
|| Criterion | Control
${controlsFor('CC', 'C', 'P')
  .map(({ criterion, control }) => `| ${criterion} | ${control}`)
  .join('\n')}
`

/** A type 1: one date, no tests, and a disclaimer that is not the opinion. */
export const peregrine: Report = {
  name: 'peregrine-soc2-type1',
  kind: 'soc',
  title: 'Peregrine SOC 2 Type 1',
  author: FIRM,
  created: '2026-07-10',
  look: {
    ...PLAIN,
    body: 'helvetica',
    heads: 'helvetica',
    size: 10,
    header: ['', '', 'Peregrine Referral Systems, Inc.'],
    footer: [FIRM, '{page}', ''],
    headingCase: 'capitals',
    hasSectionPages: true,
    bullet: '-',
  },
  text: TEXT,
  facts: {
    reportIssueDate: { value: '2026-07-10', quotes: ['July 10, 2026'] },
    certification: { value: 'SOC_2', quotes: ['SOC 2® Type 1', SCOPE] },
    scopeType: { value: 'TYPE_1', quotes: ['SOC 2® Type 1', SCOPE, NOT_OPERATION] },
    auditPeriod: { value: '2026-05-31', quotes: [`As of ${DAY}`, SCOPE, OPINION] },
    trustServiceCriteria: {
      value: ['SECURITY', 'CONFIDENTIALITY', 'PRIVACY'],
      quotes: ['Security, Confidentiality, and Privacy', SCOPE],
    },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    userControls: SERVICES.flatMap(([, , duties]) => duties.map((text) => ({ text }))),
    services: SERVICES.map(([text]) => ({ text })),
    locations: [
      {
        city: 'Tucson',
        stateOrCountry: 'Arizona',
        alternatives: ['AZ'],
        quotes: [LOCATIONS, 'Tucson, Arizona'],
      },
      {
        city: 'Asheville',
        stateOrCountry: 'North Carolina',
        alternatives: ['NC'],
        quotes: [LOCATIONS, 'Asheville, North Carolina'],
      },
      {
        city: 'Guadalajara',
        stateOrCountry: 'Mexico',
        quotes: [LOCATIONS, 'Guadalajara, Mexico'],
      },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
  },
  traps: [
    'A type 1: a date and no period, no tests and so no findings',
    '"do not express an opinion thereon" is not the opinion',
    'User controls stand in the text of each service, numbered anew',
    'No subservice organization is used',
    'A readiness consultant is named',
  ],
}
