import { labelOf } from './contract/labels.ts'
import type { Questionnaire } from './contract/questionnaire.ts'

/** The state of a questionnaire: a label and the tone of its color. */
export interface QuestionnaireState {
  label: string
  tone: 'positive' | 'neutral'
}

const STATUS_LABELS = { DRAFT: 'Draft', SENT: 'Sent' }

/**
 * The state of a questionnaire. One that was uploaded by hand is a file with the answers and was
 * never sent. An unknown status is shown unchanged.
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
