import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'

const FINDINGS: readonly (readonly [
  number: string,
  title: string,
  severity: string,
  text: string,
])[] = [
  [
    'PT-01',
    'Stored cross-site scripting in comments',
    'High',
    'A comment is shown to other users without being escaped.',
  ],
  [
    'PT-02',
    'No limit on sign-in attempts',
    'Medium',
    'Passwords can be tried without an account being locked.',
  ],
  ['PT-03', 'Verbose error pages', 'Low', 'Error pages name the versions of libraries.'],
  [
    'PT-04',
    'Missing security headers',
    'Informational',
    'Two headers that browsers understand are not sent.',
  ],
]

/** A certificate of one page, which is no SOC report. */
export const isoCertificate: Report = {
  name: 'marlpit-iso27001-certificate',
  kind: 'other',
  title: 'Certificate 27001-4711',
  author: 'Kestrelstone Certification Ltd',
  created: '2025-11-03',
  look: { ...PLAIN, paper: 'a4', size: 12, footer: ['', '', ''], hasOutline: false },
  text: `
@part labels=none
@letterhead Kestrelstone Certification
@space 60
=== CERTIFICATE
= of registration
@space 20
= This is to certify that the information security management system of
== Marlpit Document Services Ltd
= 14 Tanners Row, Norwich, England
= has been assessed and found to conform to the requirements of
== ISO/IEC 27001:2022
@space 10
= Scope: processing, storage and destruction of documents of customers, in accordance with the Statement of Applicability, version 3.1, dated 2 September 2025.
= Certificate number: 27001-4711
= Valid from 3 November 2025 to 2 November 2028
= The auditor found no major nonconformities and two minor ones.
@space 60
~ Imogen Thackeray, Head of Certification
~ Kestrelstone Certification Ltd, Leeds, 3 November 2025
`,
  facts: {},
  traps: ['A certificate with an auditor, a scope, a period and findings; no field is filled'],
}

/** A report of testers, which has findings and is no SOC report. */
export const penetrationTest: Report = {
  name: 'foxglove-penetration-test',
  kind: 'other',
  title: 'Penetration Test Report – Foxglove Forms',
  author: 'Velvet Anvil Security',
  created: '2026-06-18',
  look: {
    ...PLAIN,
    body: 'helvetica',
    heads: 'helvetica',
    size: 10,
    header: ['Velvet Anvil Security', '', 'Confidential'],
    footer: ['', '', 'Page {page} of {pages}'],
  },
  text: `
@part labels=arabic
@space 160
=== Penetration Test Report
== Foxglove Forms web application
= Version 1.1, June 18, 2026
== Contents
@contents
# 1 Executive summary
Velvet Anvil Security tested the web application of Foxglove Forms from May 25 to June 5, 2026. The test supports the SOC 2 Type 2 examination by Larch & Merriweather, CPAs. In our opinion, the application is in good condition, except for one finding of high severity.
@table widths=2,1
|| Severity | Findings
| High | 1
| Medium | 1
| Low | 1
| Informational | 1
# 2 Scope and method
The application at app.foxglove.example.com and its interface were tested with accounts of two roles. Source code was not part of the scope. The method follows the testing guide of OWASP.
# 3 Findings
${FINDINGS.map(
  ([number, title, severity, text]) => `## ${number} ${title}
**Severity:** ${severity}
**Description:** ${text}
**Recommendation:** Foxglove is responsible for correcting this and for having the correction tested.`,
).join('\n')}
# 4 Retest
PT-01 and PT-02 were retested on June 16, 2026: no exceptions were noted. PT-03 was not tested again.
`,
  facts: {},
  traps: [
    'A report with findings, an opinion, a period, a firm and the words of a SOC report; no field is filled',
  ],
}
