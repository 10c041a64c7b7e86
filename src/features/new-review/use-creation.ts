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

/** What became of a creation that succeeded. */
export type Created = CreationWithReport & { outcome: 'done' }

type Unsure = CreationWithReport & { outcome: 'unsure' }

/** What is to be created. */
export interface Intention {
  request: ReviewCreateRequest
  file: NewReviewFile | undefined
}

/** Creating, as the page sees it. */
export interface Creating {
  isPending: boolean
  /** Whether it is looked for, since its answer was lost. */
  isLooking: boolean
  /** How far the file is; null where none is on its way. */
  progress: FormProgress | null
  /** Why nothing was created; null where nothing failed, or where it was canceled. */
  error: unknown
  /** It was canceled, and is certainly not there. */
  isCanceled: boolean
  /** Set while it is unsure whether the review exists. */
  unsure: Unsure | null
  create: (intention: Intention, options?: { createAnyway?: boolean }) => void
  cancel: () => void
  /** Goes back to the form from a question. */
  dismiss: () => void
  /** Answers the question: this review is it. */
  accept: (reviewId: number) => void
}

/** How the last attempt ended. */
interface Ending {
  creation: CreationWithReport
  isCanceled: boolean
}

/**
 * Creates one review at a time: what is asked for while one is under way is the same intention.
 * @param onCreated called with whether it had been canceled, too late
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
