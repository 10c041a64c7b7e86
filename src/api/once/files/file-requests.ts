import { vendorDocumentSchema } from '../../../domain/contract/document.ts'
import type { DocumentType } from '../../../domain/contract/enums.ts'
import { questionnaireSchema } from '../../../domain/contract/questionnaire.ts'
import { documents } from '../../documents.ts'
import { questionnaires } from '../../questionnaires.ts'
import { type FormProgress } from '../../transport/form-carrier.ts'
import { type OperationAt, operationAt } from '../../transport/operation-at.ts'
import { callPatiently } from '../../transport/repeat.ts'
import { sendForm } from '../../transport/send-form.ts'
import type { FileListing, FilePlace, ListedFile } from './file-accounts.ts'

/** The destination and the kind of an upload. */
export type UploadTarget =
  | { kind: 'questionnaires'; vendorId: number; reviewId: number | null }
  | { kind: 'document'; vendorId: number; reviewId: number | null; documentType: DocumentType }

/**
 * How many of the newest files a lookup reads. More cannot have arrived since a request was sent.
 */
const LOOK_AT = 100
const NEWEST = { size: LOOK_AT, sort: 'createdAt', sortDir: 'DESC' } as const

/**
 * The list in which files of a target appear. Documents always appear in the vendor's list
 * (contract, point 13).
 */
export const placeOf = ({ kind, vendorId, reviewId }: UploadTarget): FilePlace => ({
  pool: `${kind}/${vendorId}`,
  list: kind === 'document' ? null : reviewId,
})

/** The operation that uploads files to a target. */
export const operationOf = ({ kind, vendorId, reviewId }: UploadTarget): OperationAt => {
  if (kind === 'document') return operationAt('uploadVendorDocument', { vendorId })
  return reviewId === null
    ? operationAt('sendSecurityQuestionnaire', { vendorId })
    : operationAt('sendSecurityQuestionnaireForSecurityReview', {
        vendorId,
        securityReviewId: reviewId,
      })
}

/**
 * Sends the files of a request.
 * @returns the files that the answer names, which may be fewer (contract, point 13)
 * @throws ApiError; the signal's reason when it was aborted
 */
export const sendFiles = async (
  target: UploadTarget,
  files: readonly File[],
  options: {
    onProgress?: ((progress: FormProgress) => void) | undefined
    signal?: AbortSignal | undefined
  },
): Promise<ListedFile[]> => {
  const { reviewId } = target
  const form = new FormData()
  if (target.kind === 'document') {
    if (reviewId !== null) form.append('securityReviewId', String(reviewId))
    form.append('type', target.documentType)
    for (const file of files) form.append('file', file, file.name)
    const schema = vendorDocumentSchema
    const { id, name } = await sendForm({ ...operationOf(target), form, schema, ...options })
    return [{ id, name: name || null }]
  }
  for (const file of files) form.append('files', file, file.name)
  const { id, title } = await sendForm({
    ...operationOf(target),
    form,
    schema: questionnaireSchema,
    ...options,
  })
  return [{ id, name: title || null }]
}

/**
 * Lists the newest files of a target.
 * @throws ApiError; the signal's reason when it was aborted
 */
export const listFiles = async (
  target: UploadTarget,
  signal?: AbortSignal,
): Promise<FileListing> => {
  const { kind, vendorId, reviewId } = target
  const query = NEWEST
  if (kind === 'document') {
    const request = { ...documents.request(vendorId), query, signal }
    const { data, unreadable } = await callPatiently(request)
    return { files: data.map(({ id, name }) => ({ id, name: name || null })), unreadable }
  }
  const request = { ...questionnaires.request(vendorId, reviewId), query, signal }
  const { data, unreadable } = await callPatiently(request)
  return { files: data.map(({ id, title }) => ({ id, name: title || null })), unreadable }
}
