import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../../../domain/contract/values.ts'
import { ApiError } from '../../transport/api-error.ts'
import type { FileFate, FileSender } from '../files/send-files.ts'
import type { CreateOptions, Creation, Creations } from './creations.ts'
import type { NewReviewFile } from './send-new-review.ts'

/** How a review was created, and what became of a report that the service took for itself alone. */
export type CreationWithReport = Creation & {
  /** Undefined where the review has its report, or none was given. */
  report?: FileFate['outcome']
}

/**
 * Whether the service does not take a review and its report in one request: the way to send both is
 * published in two forms, and nobody has published an answer (contract, point 16).
 */
const isContentRefused = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.status === 415 ||
    (error.status === 400 && /content[- ]?type|media type|multipart/i.test(error.said ?? '')))

/** A document has no type of a trust centre's page. */
const documentTypeOf = ({ documentType }: NewReviewFile): DocumentType =>
  DOCUMENT_TYPES.find((type) => type === documentType) ?? 'COMPLIANCE_REPORT'

/**
 * Creates a review with its report. Where the service takes no report with a review, it creates the
 * review alone, and uploads the report as one of its documents.
 * @throws what {@link Creations.create} throws
 */
export const createWithReport = async (
  creations: Pick<Creations, 'create'>,
  files: Pick<FileSender, 'send'>,
  vendorId: number,
  request: ReviewCreateRequest,
  options: CreateOptions,
): Promise<CreationWithReport> => {
  const created = await creations.create(vendorId, request, options)
  const { file, onProgress, ...alone } = options
  if (!file || created.outcome !== 'absent' || !isContentRefused(created.error)) return created
  const review = await creations.create(vendorId, request, alone)
  if (review.outcome !== 'done') return review
  const target = {
    kind: 'document',
    vendorId,
    reviewId: review.review.id,
    documentType: documentTypeOf(file),
  } as const
  const [fate] = await files.send(target, [file.file], {
    onProgress: (progress) => onProgress?.(progress),
    signal: options.signal,
  })
  return { ...review, report: fate?.outcome ?? 'unsure' }
}
