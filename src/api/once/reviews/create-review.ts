import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import type { Review } from '../../../domain/contract/review.ts'
import type { User } from '../../../domain/contract/user.ts'
import { documents } from '../../documents.ts'
import { securityReviews } from '../../security-reviews.ts'
import { isRefusal } from '../../transport/api-error.ts'
import { allUsers } from '../../users.ts'
import { vendors } from '../../vendors.ts'
import { listFiles, sendFiles } from '../files/file-requests.ts'
import { createFileSender, type FileFate, type FileSender } from '../files/send-files.ts'
import { once } from '../of-app.ts'
import type { CreateOptions, Creation, Creations } from './creations.ts'
import type { CreatedReview } from './review-requests.ts'

/** How a review was created, with the outcome of its report if that was sent separately. */
export type CreationWithReport = Creation & {
  /** undefined if the review has its report, or none was given. */
  report?: FileFate['outcome']
}

/**
 * Whether the service does not accept a review and its report in one request. Two formats for it
 * are published, and no answer is known (contract, point 16).
 */
const isContentRefused = (error: unknown): boolean =>
  isRefusal(error, 415) ||
  (isRefusal(error, 400) && /content[- ]?type|media type|multipart/i.test(error.said ?? ''))

/**
 * Creates a review with its report. If the service does not accept both together, it creates the
 * review alone and uploads the report as one of its documents.
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
    documentType: file.documentType ?? 'COMPLIANCE_REPORT',
  } as const
  const [fate] = await files.send(target, [file.file], {
    onProgress: (progress) => onProgress?.(progress),
    signal: options.signal,
  })
  return { ...review, report: fate?.outcome ?? 'unsure' }
}

interface CreateReviewInput extends CreateOptions {
  request: ReviewCreateRequest
}

/**
 * Whether the review is complete enough for its page. A SOC report found in a list lacks its form,
 * and the answer of version 1 lacks other fields.
 */
const isWhole = ({ review, answerV1 }: CreatedReview): boolean =>
  answerV1 === undefined && (review.type !== 'SOC_REPORT' || review.socReviewForm !== undefined)

/** The review with the people behind its ids, as far as this page knows them. */
const withPeople = (review: Review, people: readonly User[]): Review => {
  const personOf = (id: number | null): Review['user'] => {
    const person = people.find((candidate) => candidate.id === id)
    if (!person) return undefined
    const { firstName = null, lastName = null } = person
    return { ...person, firstName, lastName }
  }
  return {
    ...review,
    user: review.user ?? personOf(review.userId),
    requesterUser: review.requesterUser ?? personOf(review.requesterUserId),
  }
}

/**
 * The mutation behind "Create review". The review's page opens from the answer; fields that the
 * answer lacks are then read in the background.
 */
export const createReviewMutation = (queryClient: QueryClient, vendorId: number) =>
  mutationOptions({
    mutationKey: [...securityReviews.all, 'create', vendorId],
    mutationFn: ({ request, ...options }: CreateReviewInput) =>
      createWithReport(
        once().creations,
        createFileSender({ send: sendFiles, list: listFiles }),
        vendorId,
        request,
        options,
      ),
    onSuccess: (creation, { file }) => {
      if (creation.outcome === 'done' && isWhole(creation)) {
        const { review } = creation
        const people = queryClient.getQueryData(allUsers().queryKey)
        queryClient.setQueryData(
          securityReviews.detail(vendorId, review.id).queryKey,
          withPeople(review, people ?? []),
          { updatedAt: 0 },
        )
      }
      // Not awaited: the lists are read again when they are shown.
      const changed = [securityReviews.lists, vendors.all, ...(file ? [documents.all] : [])]
      for (const queryKey of changed) void queryClient.invalidateQueries({ queryKey })
    },
  })
