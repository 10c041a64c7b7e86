import type { VendorDocument } from '../../src/domain/contract/document.ts'
import type { Questionnaire } from '../../src/domain/contract/questionnaire.ts'
import type {
  DocumentCreateRequest,
  ReviewWithFileCreateRequest,
} from '../../src/domain/contract/requests.ts'
import type { Review } from '../../src/domain/contract/review.ts'
import { answerDocument, answerQuestionnaire, answerReview } from './answers.ts'
import { type Context, findReview, findVendor, type ReviewIds, type VendorIds } from './context.ts'
import type { Files, SentFile, SentForm } from './forms.ts'
import type { DocumentRecord, QuestionnaireRecord, VendorRecord } from './records.ts'
import { addReview } from './reviews.ts'

/**
 * The operations that take files. The service keeps the names of files, and none of their bytes.
 */

/** The recipient that is recorded for a questionnaire that was uploaded, not sent. */
const MANUAL_RECIPIENT = 'manual-upload@example.com'

/** Adds a questionnaire for each file. The answer is the first alone (contract, point 13). */
const addQuestionnaires = (
  { store, now }: Context,
  vendor: VendorRecord,
  reviewId: number | null,
  files: Files,
): Questionnaire => {
  const sent = now().toISOString()
  const add = ({ name }: SentFile): QuestionnaireRecord => {
    const record: QuestionnaireRecord = {
      id: store.nextId('questionnaires'),
      completedBy: null,
      recipientEmail: vendor.contactsEmail ?? MANUAL_RECIPIENT,
      isCompleted: true,
      dateSent: sent,
      isManualUpload: true,
      responseId: null,
      title: name,
      status: 'SENT',
      completedAt: sent,
      totalQuestions: null,
      totalQuestionsAnswered: null,
      reminderDate: null,
      vendorId: vendor.id,
      reviewId,
      createdAt: sent,
      updatedAt: sent,
    }
    store.put('questionnaires', record)
    return record
  }
  const [first, ...others] = files
  const record = add(first)
  others.forEach(add)
  return answerQuestionnaire(record)
}

/** Uploads questionnaires to a vendor. @throws ServiceError 404 */
export const sendSecurityQuestionnaire = (
  context: Context,
  ids: VendorIds,
  { files }: Pick<SentForm, 'files'>,
): Questionnaire => addQuestionnaires(context, findVendor(context, ids), null, files)

/** Uploads questionnaires to a review. @throws ServiceError 404 */
export const sendSecurityQuestionnaireForSecurityReview = (
  context: Context,
  ids: ReviewIds,
  { files }: Pick<SentForm, 'files'>,
): Questionnaire => {
  const { id } = findReview(context, ids)
  return addQuestionnaires(context, findVendor(context, ids), id, files)
}

const addDocument = (
  { store, now }: Context,
  vendorId: number,
  { name }: SentFile,
  type: DocumentRecord['type'] = 'COMPLIANCE_REPORT',
): DocumentRecord => {
  const added = now().toISOString()
  const id = store.nextId('documents')
  const record: DocumentRecord = { id, vendorId, name, type, createdAt: added, updatedAt: added }
  store.put('documents', record)
  return record
}

/**
 * Uploads a document to a vendor. A review may be named, which must be one of the vendor's. No
 * answer names it afterwards.
 * @throws ServiceError 404
 */
export const uploadVendorDocument = (
  context: Context,
  { vendorId }: VendorIds,
  { fields: { securityReviewId, type }, files: [file] }: SentForm<DocumentCreateRequest>,
): VendorDocument => {
  findVendor(context, { vendorId })
  if (typeof securityReviewId === 'number') findReview(context, { vendorId, securityReviewId })
  return answerDocument(addDocument(context, vendorId, file, type))
}

/**
 * Adds a review and its report, or neither.
 * @throws ServiceError 404 for an unknown vendor, 400 for a requester that does not exist
 */
export const createVendorSecurityReviewWithFile = (
  context: Context,
  { vendorId }: VendorIds,
  { fields: { documentType, ...request }, files: [file] }: SentForm<ReviewWithFileCreateRequest>,
): Review => {
  const record = addReview(context, { vendorId }, request)
  addDocument(context, vendorId, file, documentType)
  return answerReview(context.store, record, { withForm: true })
}
