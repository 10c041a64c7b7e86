import type { DocumentRecord, QuestionnaireRecord, ReviewRecord } from '../service/records.ts'
import type { Calendar } from './calendar.ts'
import { LANDMARKS } from './landmarks.ts'

const { northwind, nearlyFinished, overdue } = LANDMARKS

/** Questionnaires of two of Northwind's reviews: answered, open, uploaded by hand, still a draft. */
export const createQuestionnaires = (calendar: Calendar): QuestionnaireRecord[] => {
  const rows: [
    review: number,
    title: string,
    sent: number,
    fields: Partial<QuestionnaireRecord>,
  ][] = [
    [
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
      nearlyFinished.id,
      'Subservice organizations',
      -6,
      { totalQuestions: 12, totalQuestionsAnswered: 5, reminderDate: calendar.at(1, 9) },
    ],
    [
      nearlyFinished.id,
      'vendor-answers-2026.xlsx',
      -4,
      { isManualUpload: true, isCompleted: true, completedAt: calendar.at(-4, 10, 45) },
    ],
    [overdue.id, 'Annual security questionnaire', -30, { totalQuestions: 80 }],
    [overdue.id, 'Business continuity addendum', -2, { status: 'DRAFT' }],
  ]
  return rows.map(([reviewId, title, sent, fields], index) => ({
    id: 7001 + index,
    completedBy: null,
    recipientEmail: 'security@northwind-payments.example.com',
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
    vendorId: northwind.id,
    reviewId,
    createdAt: calendar.at(sent, 10, 45),
    updatedAt: calendar.at(Math.min(sent + 1, -1), 11),
  }))
}

/** Documents: a few of Northwind's, and the report of every fifth SOC review of others. */
export const createDocuments = (
  reviews: readonly ReviewRecord[],
  calendar: Calendar,
): DocumentRecord[] => {
  const rows: [vendorId: number, name: string, type: DocumentRecord['type'], added: number][] = [
    [northwind.id, 'northwind-soc2-type2-2026.pdf', 'COMPLIANCE_REPORT', -25],
    [northwind.id, 'northwind-soc1-type2-2026.pdf', 'SOC_DOCUMENT', -21],
    [northwind.id, 'northwind-bridge-letter.pdf', 'BRIDGE_LETTER', -8],
    [northwind.id, 'Penetration test – summary für Kunden (final).docx', 'COMPLIANCE_REPORT', -31],
    [northwind.id, 'soc2-2025-review.pdf', 'COMPLIANCE_REPORT_REVIEW', -338],
    ...reviews
      .filter(({ type, vendorId }) => type === 'SOC_REPORT' && vendorId !== northwind.id)
      .filter((_, index) => index % 5 === 0)
      .map(({ vendorId, id }): [number, string, DocumentRecord['type'], number] => [
        vendorId,
        `soc-report-${id}.pdf`,
        'COMPLIANCE_REPORT',
        -(id % 90) - 3,
      ]),
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
