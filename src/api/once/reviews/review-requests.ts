import type { Page } from '../../../domain/contract/cursor-page.ts'
import type { DocumentType } from '../../../domain/contract/enums.ts'
import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import { type Review, reviewsSchema } from '../../../domain/contract/review.ts'
import { type ReviewV1, reviewV1Schema } from '../../../domain/contract/review-v1.ts'
import { reviewSchema } from '../../../domain/contract/review-with-form.ts'
import { type FormProgress } from '../../transport/form-carrier.ts'
import { operationAt } from '../../transport/operation-at.ts'
import { callPatiently } from '../../transport/repeat.ts'
import { sendForm } from '../../transport/send-form.ts'

/** A report that is sent together with its review. */
export interface NewReviewFile {
  file: File
  /** undefined lets the service choose the type. */
  documentType: DocumentType | undefined
}

export interface SendReviewOptions {
  /** Version 1 accepts neither a note, which is left out, nor a file. */
  apiVersion: 1 | 2
  file?: NewReviewFile | undefined
  /** Called only if there is a file. */
  onProgress?: ((progress: FormProgress) => void) | undefined
  /**
   * Aborts the creation while nothing can have been created: before it is sent or, with a file,
   * before all bytes are sent. After that the service's answer is awaited, since only it can tell.
   */
  signal?: AbortSignal | undefined
}

/** A review that the service reports as created. */
export interface CreatedReview {
  review: Review
  /**
   * The whole answer of version 1: it has the vendor and the people, but neither title nor form.
   */
  answerV1?: ReviewV1
}

/** The newest reviews of a vendor. */
export type ReviewListing = Pick<Page<Review>, 'data' | 'unreadable'>

/** More reviews than these cannot have been created since a request was sent. */
const NEWEST = { size: 50, sort: 'createdAt', sortDir: 'DESC' } as const

/**
 * The newest reviews of a vendor.
 * @throws ApiError where they cannot be read; the signal's reason when it was aborted
 */
export const newestReviews = (vendorId: number, signal?: AbortSignal): Promise<ReviewListing> =>
  callPatiently({
    ...operationAt('listVendorSecurityReviews', { vendorId }),
    query: NEWEST,
    schema: reviewsSchema,
    signal,
  })

/** Follows a signal until everything is sent; aborting later would not undo it. */
const untilSent = ({
  signal,
  onProgress,
}: SendReviewOptions): Required<Pick<SendReviewOptions, 'signal' | 'onProgress'>> => {
  const sending = new AbortController()
  const abort = (): void => sending.abort(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  return {
    signal: sending.signal,
    onProgress: (progress) => {
      if (progress.sent >= progress.total) signal?.removeEventListener('abort', abort)
      onProgress?.(progress)
    },
  }
}

const formOf = (request: ReviewCreateRequest, { file, documentType }: NewReviewFile): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...request, documentType }))
    if (value !== undefined && value !== null) form.append(name, String(value))
  form.append('file', file, file.name)
  return form
}

const sendV1 = async (
  vendorId: number,
  { note: _, ...request }: ReviewCreateRequest,
): Promise<CreatedReview> => {
  const answerV1 = await callPatiently({
    ...operationAt('createVendorSecurityReviewV1', { vendorId }),
    // Version 1 always needs both of these (contract, point 11).
    body: {
      ...request,
      requesterUserId: request.requesterUserId ?? undefined,
      title: request.title ?? null,
      requestedAt: request.requestedAt ?? new Date().toISOString(),
    },
    schema: reviewV1Schema,
  })
  const review = reviewSchema.parse({ ...answerV1, title: request.title })
  return { review, answerV1 }
}

/**
 * Sends the request that creates a review, with its report if there is one.
 * @throws ApiError; the signal's reason when it was aborted before all of it was sent
 */
export const sendNewReview = async (
  vendorId: number,
  request: ReviewCreateRequest,
  options: SendReviewOptions,
): Promise<CreatedReview> => {
  const { apiVersion, file } = options
  if (apiVersion === 1 && file) throw new Error('Version 1 of the API takes no file.')
  if (apiVersion === 1) return sendV1(vendorId, request)
  const review = file
    ? await sendForm({
        ...operationAt('createVendorSecurityReviewWithFile', { vendorId }),
        form: formOf(request, file),
        schema: reviewSchema,
        ...untilSent(options),
      })
    : await callPatiently({
        ...operationAt('createVendorSecurityReview', { vendorId }),
        body: request,
        schema: reviewSchema,
      })
  return { review }
}
