import { labelOf } from './contract/labels.ts'
import type { Questionnaire } from './contract/questionnaire.ts'

/** Where a questionnaire stands, in a word, and what its colour means. */
export interface QuestionnaireState {
  label: string
  tone: 'positive' | 'neutral'
}

const STATUS_LABELS = { DRAFT: 'Draft', SENT: 'Sent' }

/**
 * Where a questionnaire stands. One that was uploaded by hand is a file with the answers in it, and
 * was never sent; a status that the app doesn't know is shown as it came.
 */
export const questionnaireState = ({
  isManualUpload,
  isCompleted,
  status,
}: Pick<Questionnaire, 'isManualUpload' | 'isCompleted' | 'status'>): QuestionnaireState => {
  if (isManualUpload) return { label: 'Uploaded', tone: 'neutral' }
  if (isCompleted) return { label: 'Completed', tone: 'positive' }
  return { label: labelOf(STATUS_LABELS, status ?? 'SENT'), tone: 'neutral' }
}
