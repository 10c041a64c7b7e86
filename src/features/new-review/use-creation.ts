import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { once } from '../../api/once/of-app.ts'
import {
  type CreationWithReport,
  createReviewMutation,
} from '../../api/once/reviews/create-review.ts'
import type { NewReviewFile } from '../../api/once/reviews/review-requests.ts'
import type { FormProgress } from '../../api/transport/form-carrier.ts'
import type { ReviewCreateRequest } from '../../domain/contract/requests.ts'

/** The result of a successful creation. */
export type Created = CreationWithReport & { outcome: 'done' }

type Unsure = CreationWithReport & { outcome: 'unsure' }

/** The review to create. */
export interface Intention {
  request: ReviewCreateRequest
  file: NewReviewFile | undefined
}

/** The state of a creation for the page. */
export interface Creating {
  isPending: boolean
  /** Whether it is being looked up, since its answer was lost. */
  isLooking: boolean
  /** The progress of the file; null if none is being sent. */
  progress: FormProgress | null
  /** Why nothing was created; null if nothing failed or the user canceled. */
  error: unknown
  /** The user canceled, and the review certainly does not exist. */
  isCanceled: boolean
  /** Set while the review may or may not exist. */
  unsure: Unsure | null
  create: (intention: Intention, options?: { createAnyway?: boolean }) => void
  cancel: () => void
  /** Returns from the question to the form. */
  dismiss: () => void
  /** Answers the question with this review. */
  accept: (reviewId: number) => void
}

/** How the last attempt ended. */
interface Ending {
  creation: CreationWithReport
  isCanceled: boolean
}

/**
 * Creates one review at a time. A second request during a creation counts as the same intention.
 * @param onCreated called with whether the user canceled, too late
 */
export const useCreation = (
  vendorId: number,
  apiVersion: 1 | 2,
  onCreated: (created: Created, isCanceled: boolean) => void,
): Creating => {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation(createReviewMutation(queryClient, vendorId))
  const [ending, setEnding] = useState<Ending | null>(null)
  const [isLooking, setIsLooking] = useState(false)
  const [progress, setProgress] = useState<FormProgress | null>(null)
  const running = useRef<AbortController>(null)

  const create: Creating['create'] = (intention, options) => {
    if (running.current) return
    const { signal } = (running.current = new AbortController())
    const onPhase = (phase: string): void => setIsLooking(phase === 'looking')
    mutate(
      { ...intention, ...options, apiVersion, signal, onProgress: setProgress, onPhase },
      {
        onSuccess: (creation) => {
          if (creation.outcome === 'done') onCreated(creation, signal.aborted)
        },
        onSettled: (creation) => {
          running.current = null
          setProgress(null)
          setIsLooking(false)
          setEnding(creation ? { creation, isCanceled: signal.aborted } : null)
        },
      },
    )
  }

  const last = isPending && ending?.creation.outcome === 'absent' ? null : ending
  const isAbsent = last?.creation.outcome === 'absent'
  return {
    isPending,
    isLooking,
    progress,
    error: last?.creation.outcome === 'absent' && !last.isCanceled ? last.creation.error : error,
    isCanceled: isAbsent && last.isCanceled,
    unsure: last?.creation.outcome === 'unsure' ? last.creation : null,
    create,
    cancel: () => running.current?.abort(),
    dismiss: () => setEnding(null),
    accept: (reviewId) => void once().creations.accept(vendorId, reviewId),
  }
}
