import { expect, test } from 'vitest'
import { heading, type Sketch, sketchedPages, text } from '../../testing/reports/sketched-pages.ts'
import { readReport } from '../../testing/reports/sketched-report.ts'
import { readPages } from './reading.ts'

const kindOf = (...pages: Sketch[][]) => {
  const { kind, fields } = readPages(sketchedPages(pages))
  return { kind, isForm: fields !== null }
}

test('an auditor’s report on a service organization fills a form', () => {
  expect(readReport().kind).toBe('SOC_REPORT')
  expect(readReport().fields).not.toBeNull()
})

test.each([
  [
    'BRIDGE_LETTER',
    [
      heading('Gap Letter'),
      text(
        'Our most recent SOC 2 Type 2 report covers the period 1 July 2024 to 30 June 2025, with an unqualified opinion of Halloran Pike LLP. We are not aware of any material changes to our controls from 1 July 2025 to 30 September 2025.',
      ),
    ],
  ],
  [
    'BRIDGE_LETTER',
    [
      text(
        'Dear customer, this letter covers the gap period after our SOC 1 report. There have been no material changes in the control environment of the service organization.',
      ),
    ],
  ],
  [
    'CERTIFICATE',
    [
      heading('Certificate of Registration'),
      text(
        'This is to certify that the information security management system of Ostrava Ledgers Ltd conforms to ISO/IEC 27001:2022. Certificate number IS 123456.',
      ),
    ],
  ],
  [
    'OTHER',
    [
      heading('Penetration Test'),
      text(
        'We tested the application from 1 May 2025 to 9 May 2025. Exception noted: one session did not expire. The controls of the service organization were not in scope.',
      ),
    ],
  ],
  [
    'OTHER',
    [
      heading('Independent Auditor’s Report'),
      text(
        'We have audited the financial statements of Ostrava Ledgers Ltd. In our opinion, the financial statements present fairly, in all material respects, its financial position.',
      ),
    ],
  ],
])('a document of kind %s fills none', (kind, parts) => {
  expect(kindOf(parts)).toEqual({ kind, isForm: false })
})

test('pages without text are a scan, also with a stamp on each', () => {
  expect(kindOf([], [], [])).toEqual({ kind: 'SCAN', isForm: false })
  expect(kindOf([text('Page 1 of 3')], [text('Page 2 of 3')], [text('Page 3 of 3')])).toEqual({
    kind: 'SCAN',
    isForm: false,
  })
})
