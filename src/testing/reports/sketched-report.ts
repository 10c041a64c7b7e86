import { type Reading, readPages } from '../../domain/evidence/reading.ts'
import type { FieldName } from '../../domain/evidence/suggestion.ts'
import { heading, type Sketch, sketchedPages, table, text } from './sketched-pages.ts'

/** The parts of a report that a test replaces; the others are the usual ones. */
export interface ReportParts {
  front?: readonly Sketch[]
  scope?: readonly Sketch[]
  opinion?: readonly Sketch[]
  signature?: readonly Sketch[]
  assertion?: readonly Sketch[]
  description?: readonly Sketch[]
  tests?: readonly Sketch[]
  other?: readonly Sketch[]
}

const USUAL: Required<ReportParts> = {
  front: [
    heading('Ostrava Ledgers Ltd', 22),
    heading('SOC 2 Type 2 Report'),
    text('Relevant to Security'),
  ],
  scope: [
    text('To the Board of Ostrava Ledgers Ltd:'),
    text(
      'We have examined the description of the bookkeeping system of Ostrava Ledgers Ltd (“Ostrava”) throughout the period 1 July 2024 to 30 June 2025, and the suitability of the design and operating effectiveness of its controls, based on the trust services criteria relevant to security set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.',
    ),
  ],
  opinion: [
    heading('Opinion', 12),
    text(
      'In our opinion, in all material respects, the controls stated in the description operated effectively throughout the period.',
    ),
  ],
  signature: [text('Halloran Pike LLP'), text('Leeds'), text('4 September 2025')],
  assertion: [
    text(
      'We have prepared the description. We assert that the controls operated effectively throughout the period 1 July 2024 to 30 June 2025.',
    ),
    text('1 September 2025'),
  ],
  description: [
    text('Ostrava Ledgers Ltd keeps books for small firms, and has done so for many years.'),
  ],
  tests: [
    table(
      [72, 150, 350, 470],
      ['Ref.', 'Control', 'Test performed', 'Result'],
      [
        [
          'CC1.1',
          'Staff sign the code of conduct every year.',
          'Inspected signed codes.',
          'No exceptions noted.',
        ],
      ],
    ),
  ],
  other: [text('The company has replied to the report.')],
}

/** The pages of a report of which some parts are replaced. */
export const reportPages = (parts: ReportParts = {}) => {
  const report = { ...USUAL, ...parts }
  return sketchedPages([
    report.front,
    [
      heading('Section I – Independent Service Auditor’s Report'),
      ...report.scope,
      ...report.opinion,
      ...report.signature,
    ],
    [heading('Section II – Assertion of Management'), ...report.assertion],
    [heading('Section III – Description of the System'), ...report.description],
    [heading('Section IV – Tests of Controls and Results'), ...report.tests],
    [heading('Section V – Other Information'), ...report.other],
  ])
}

/** Reads a report of which some parts are replaced. */
export const readReport = (parts: ReportParts = {}): Reading => readPages(reportPages(parts))

/** The values that were read for a field, the best first; of a list all of them. */
export const valuesOf = (reading: Reading, name: FieldName): unknown[] => {
  const field = reading.fields?.[name]
  return field?.status === 'found' ? field.candidates.map(({ value }) => value) : []
}

/** The best value that was read for a field, or null. */
export const bestOf = (reading: Reading, name: FieldName): unknown =>
  valuesOf(reading, name)[0] ?? null
