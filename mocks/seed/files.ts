import type {
  DocumentRecord,
  QuestionnaireRecord,
  ReviewRecord,
  VendorRecord,
} from '../service/records.ts'
import type { Calendar } from './calendar.ts'
import { LANDMARKS } from './landmarks.ts'
import { REPORT_DOCUMENTS } from './report-vendors.ts'

const { northwind, nearlyFinished, overdue, arabicVendor, japaneseVendor } = LANDMARKS

type QuestionnaireRow = [
  vendor: number,
  review: number | null,
  title: string,
  sent: number,
  fields?: Partial<QuestionnaireRecord>,
]

/** A questionnaire that was uploaded by hand, and so was complete from the start. */
const byHand = (
  vendor: { id: number },
  review: { id: number } | null,
  title: string,
  sent: number,
  calendar: Calendar,
): QuestionnaireRow => [
  vendor.id,
  review?.id ?? null,
  title,
  sent,
  { isManualUpload: true, isCompleted: true, completedAt: calendar.at(sent, 10, 45) },
]

/**
 * Questionnaires of reviews and of vendors: answered, open, uploaded by hand, and a draft.
 * @param vendors their contacts are the recipients
 */
export const createQuestionnaires = (
  vendors: readonly VendorRecord[],
  calendar: Calendar,
): QuestionnaireRecord[] => {
  const rows: QuestionnaireRow[] = [
    [
      northwind.id,
      nearlyFinished.id,
      'SOC 2 follow-up questions',
      -20,
      {
        completedBy: 'Rosa Quispe',
        isCompleted: true,
        responseId: 88_001,
        completedAt: calendar.at(-12, 15, 20),
        totalQuestions: 24,
        totalQuestionsAnswered: 24,
      },
    ],
    [
      northwind.id,
      nearlyFinished.id,
      'Subservice organizations',
      -6,
      { totalQuestions: 12, totalQuestionsAnswered: 5, reminderDate: calendar.at(1, 9) },
    ],
    byHand(northwind, nearlyFinished, 'vendor-answers-2026.xlsx', -4, calendar),
    [northwind.id, overdue.id, 'Annual security questionnaire', -30, { totalQuestions: 80 }],
    [northwind.id, overdue.id, 'Business continuity addendum', -2, { status: 'DRAFT' }],
    byHand(northwind, null, 'SIG Lite 2026 – Northwind Payments.xlsx', -40, calendar),
    byHand(northwind, null, 'caiq-v4.csv', -41, calendar),
    [
      northwind.id,
      null,
      'Onboarding questionnaire',
      -760,
      {
        completedBy: 'Rosa Quispe',
        isCompleted: true,
        responseId: 81_204,
        completedAt: calendar.at(-741, 9, 5),
        totalQuestions: 64,
        totalQuestionsAnswered: 64,
      },
    ],
    byHand(arabicVendor, null, 'استبيان أمن المعلومات ٢٠٢٦.docx', -15, calendar),
    byHand(japaneseVendor, null, 'セキュリティチェックシート.xlsx', -11, calendar),
  ]
  return rows.map(([vendorId, reviewId, title, sent, fields], index) => ({
    id: 7001 + index,
    completedBy: null,
    recipientEmail: vendors.find(({ id }) => id === vendorId)?.contactsEmail ?? '',
    isCompleted: false,
    dateSent: calendar.at(sent, 10, 45),
    isManualUpload: false,
    responseId: null,
    title,
    status: 'SENT',
    completedAt: null,
    totalQuestions: null,
    totalQuestionsAnswered: null,
    reminderDate: null,
    ...fields,
    vendorId,
    reviewId,
    createdAt: calendar.at(sent, 10, 45),
    updatedAt: calendar.at(Math.min(sent + 1, -1), 11),
  }))
}

type DocumentRow = readonly [
  vendorId: number,
  name: string,
  type: DocumentRecord['type'],
  added: number,
]

/**
 * Documents: those of the landmarks, the report of every fifth SOC review of other vendors, and those
 * whose files exist.
 */
export const createDocuments = (
  reviews: readonly ReviewRecord[],
  calendar: Calendar,
): DocumentRecord[] => {
  const rows: DocumentRow[] = [
    [northwind.id, 'northwind-soc2-type2-2026.pdf', 'COMPLIANCE_REPORT', -25],
    [northwind.id, 'northwind-soc1-type2-2026.pdf', 'SOC_DOCUMENT', -21],
    [northwind.id, 'northwind-bridge-letter.pdf', 'BRIDGE_LETTER', -8],
    [northwind.id, 'Penetration test – summary für Kunden (final).docx', 'COMPLIANCE_REPORT', -31],
    [northwind.id, 'soc2-2025-review.pdf', 'COMPLIANCE_REPORT_REVIEW', -338],
    ...reviews
      .filter(({ type, vendorId }) => type === 'SOC_REPORT' && vendorId !== northwind.id)
      .filter((_, index) => index % 5 === 0)
      .map(
        ({ vendorId, id }): DocumentRow => [
          vendorId,
          `soc-report-${id}.pdf`,
          'COMPLIANCE_REPORT',
          -(id % 90) - 3,
        ],
      ),
    [northwind.id, 'SIG Lite 2026 – evidence.xlsx', 'QUESTIONNAIRE_ATTACHMENT', -39],
    [northwind.id, 'sig-lite-2026-report.pdf', 'QUESTIONNAIRE_REPORT', -38],
    [northwind.id, 'data-flow-diagram.png', 'QUESTIONNAIRE_ATTACHMENT', -39],
    [northwind.id, 'subprocessors-2026-q3.csv', 'COMPLIANCE_REPORT', -52],
    [
      northwind.id,
      'Business continuity and disaster recovery plan, exercise protocol and corrective actions of the card and bank payment platforms in Columbus, Dublin and Osaka, version 7.2, approved, without annexes.docx',
      'COMPLIANCE_REPORT',
      -70,
    ],
    [northwind.id, 'soc2-2025-our-review.pdf', 'UPLOADED_COMPLIANCE_REPORT_REVIEW', -336],
    [arabicVendor.id, 'تقرير الضوابط ٢٠٢٦.pdf', 'SOC_DOCUMENT', -14],
    [japaneseVendor.id, 'SOC2報告書_2026.pdf', 'SOC_DOCUMENT', -10],
    ...REPORT_DOCUMENTS,
  ]
  return rows.map(([vendorId, name, type, added], index) => ({
    id: 9001 + index,
    vendorId,
    name,
    type,
    createdAt: calendar.at(added, 13, index),
    updatedAt: calendar.at(added, 13, index),
  }))
}
