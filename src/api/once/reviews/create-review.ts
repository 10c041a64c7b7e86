import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import type { Review } from '../../../domain/contract/review.ts'
import type { User } from '../../../domain/contract/user.ts'
import { documents } from '../../documents.ts'
import { securityReviews } from '../../security-reviews.ts'
import { allUsers } from '../../users.ts'
import { vendors } from '../../vendors.ts'
import { createFileSender } from '../files/send-files.ts'
import { listFiles, sendFiles } from '../files/uploads.ts'
import { onceOf } from '../of-app.ts'
import { createWithReport } from './create-with-report.ts'
import type { CreateOptions } from './creations.ts'
import type { CreatedReview } from './send-new-review.ts'

interface CreateReviewInput extends CreateOptions {
  request: ReviewCreateRequest
}

/** A list's row of a SOC report has no form, and version 1 answers less than the page shows. */
const isWhole = ({ review, answerV1 }: CreatedReview): boolean =>
  answerV1 === undefined && (review.type !== 'SOC_REPORT' || review.socReviewForm !== undefined)

/** The review with the people that its ids stand for, as far as this page knows them. */
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
 * The mutation behind "Create review". The page of the review opens from the answer; what the answer
 * leaves out is read behind it.
 */
export const createReviewMutation = (queryClient: QueryClient, vendorId: number) =>
  mutationOptions({
    mutationKey: [...securityReviews.all, 'create', vendorId],
    mutationFn: ({ request, ...options }: CreateReviewInput) =>
      createWithReport(
        onceOf(queryClient).creations,
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
      // Not awaited: what changed is read again when it is looked at.
      const changed = [securityReviews.lists, vendors.all, ...(file ? [documents.all] : [])]
      for (const queryKey of changed) void queryClient.invalidateQueries({ queryKey })
    },
  })
