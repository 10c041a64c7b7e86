import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { controlsFor, numbered } from '../words/controls.ts'

const FIRM = 'Ashgrove Attest Partners, P.C.'
const PERIOD = 'July 1, 2025 to June 30, 2026'

const ROWS = numbered(controlsFor('CC'))
  .filter(({ criterion }) => /^CC[678]/.test(criterion))
  .map(
    ({ number, control, evidence }) =>
      `| ${number} | ${control} | Examined the ${evidence}. | No exceptions noted.`,
  )
  .join('\n')

/** A report of the demo that was printed and scanned: a picture a page, without a word to read. */
export const brambleway: Report = {
  name: 'brambleway-ticketing-soc2-2026-scan',
  kind: 'scan',
  title: 'Scan_20260914',
  author: '',
  created: '2026-09-14',
  look: {
    ...PLAIN,
    body: 'liberation',
    heads: 'liberation',
    size: 10,
    footer: ['Brambleway Ticketing, Inc.', '', '{page}'],
    producer: 'Office Scanner 4',
  },
  text: `
@space 160
=== Brambleway Ticketing, Inc.
== SOC 2 Type 2 Report
= Relevant to Security
= For the Period ${PERIOD}
@space 200
= ${FIRM}
# Section 1 – Independent Service Auditor’s Report
To Brambleway Ticketing, Inc.
We have examined the description of the Brambleway Help Desk throughout the period ${PERIOD}, and the suitability of the design and operating effectiveness of the controls stated in it, to provide reasonable assurance that the service commitments and system requirements of Brambleway were achieved based on the trust services criteria relevant to security.
Our examination was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants. We believe that the evidence we obtained is sufficient and appropriate to provide a reasonable basis for our opinion.
In our opinion, in all material respects, the description presents the service in accordance with the description criteria, and the controls stated in it were suitably designed and operated effectively throughout the period ${PERIOD}.
@space 20
~ ${FIRM}
~ Denver, Colorado
~ August 28, 2026
# Section 2 – Assertion of Management
We confirm that the description presents the Brambleway Help Desk and that its controls were suitably designed and operated effectively.
~ Tamsin Okonjo, Chief Executive Officer
# Section 3 – Description of the System
Brambleway Ticketing, Inc. offers help desks and ticketing. It operates from Denver, Colorado.
## User entity controls
- User entities are responsible for removing agents who have left.
- User entities are responsible for protecting the accounts of their administrators.
- User entities are responsible for reviewing which tickets are public.
# Section 4 – Tests of Controls
@table widths=9,38,33,20
|| Control | Description | Test | Result
${ROWS}
`,
  facts: {},
  traps: ['Pictures only: nothing can be quoted, so every suggestion is wrong'],
}
