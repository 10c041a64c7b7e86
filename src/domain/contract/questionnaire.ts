import type * as z from 'zod/mini'
import { pageContract, pageOf } from './cursor-page.ts'
import { QUESTIONNAIRE_STATUSES } from './enums.ts'
import { type Reader, strict, tolerant } from './reader.ts'

/** A security questionnaire of a review or a vendor. */
export const questionnaire = (read: Reader) =>
  read.object({
    id: read.id,
    completedBy: read.nullable(read.text),
    recipientEmail: read.text,
    isCompleted: read.flag,
    dateSent: read.instant,
    isManualUpload: read.flag,
    responseId: read.nullable(read.number),
    title: read.optional(read.text),
    status: read.optional(read.oneOf(QUESTIONNAIRE_STATUSES)),
    completedAt: read.optional(read.nullable(read.instant)),
    totalQuestions: read.optional(read.nullable(read.number)),
    totalQuestionsAnswered: read.optional(read.nullable(read.number)),
    reminderDate: read.optional(read.nullable(read.instant)),
  })

/**
 * A questionnaire in the list of all of a vendor's questionnaires, which has fewer fields. The app
 * reads it as a {@link questionnaire} that lacks the others.
 */
const listedQuestionnaire = (read: Reader) =>
  read.object({
    id: read.id,
    title: read.optional(read.text),
    recipientEmail: read.text,
    isCompleted: read.flag,
    completedBy: read.optional(read.nullable(read.text)),
    responseId: read.optional(read.nullable(read.number)),
    dateSent: read.instant,
    isManualUpload: read.flag,
  })

export const questionnaireContract = /* @__PURE__ */ questionnaire(strict)
export const questionnairesContract = /* @__PURE__ */ pageContract(strict, questionnaireContract)
export const listedQuestionnaireContract = /* @__PURE__ */ listedQuestionnaire(strict)
export const vendorQuestionnairesContract = /* @__PURE__ */ pageContract(
  strict,
  listedQuestionnaireContract,
)
export const questionnaireSchema = questionnaire(tolerant)
export const questionnairesSchema = pageOf(questionnaireSchema)
export type Questionnaire = z.infer<typeof questionnaireSchema>
