import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'
import { FIRM, PERIOD } from './dunmarrow.ts'

/** The letter of the demo: management speaks for the months after the report. */
export const dunmarrowLetter: Report = {
  name: 'dunmarrow-payroll-bridge-letter-2026',
  kind: 'bridge',
  title: 'Bridge letter – Dunmarrow Payroll Services Ltd.',
  author: 'Dunmarrow Payroll Services Ltd.',
  created: '2026-11-18',
  look: {
    ...PLAIN,
    body: 'liberation',
    heads: 'liberation',
    hasOutline: false,
    footer: ['', '', ''],
  },
  text: `
@part labels=none
@letterhead Dunmarrow Payroll
November 18, 2026
To our clients and their auditors
**Subject:** SOC 1 Type 2 bridge letter for the period from October 1, 2026 to November 18, 2026
${FIRM} issued a SOC 1 Type 2 report on our payroll and tax filing system for the period ${PERIOD}. The report is dated November 6, 2026. Its opinion was unqualified; exceptions were noted for two controls, except for which all tests passed.
To the best of our knowledge, no material changes were made to the controls described in that report between October 1, 2026 and the date of this letter, and we are not aware of any matter that would adversely affect the opinion reached in it.
This letter was not examined by ${FIRM} or any other independent auditor and gives no assurance. It is intended solely for clients of Dunmarrow Payroll Services Ltd. and is not a substitute for the report. The user entity controls listed in the report remain the responsibility of clients.
Our next report will cover the period from October 1, 2026 to September 30, 2027.
@space 20
~ Sincerely,
@space 30
~ Malachy Dunmarrow
~ Managing Director
~ Portland, Maine
`,
  facts: {},
  traps: [
    'A letter that names a report, its auditor, its opinion, its dates and exceptions; no field is filled',
  ],
}
