import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import {
  type CreateOutcome,
  createReviewMutation,
  type NewReviewFile,
} from '../../api/once/create-review.ts'
import type { FormProgress } from '../../api/send-form.ts'
import type { ReviewCreateRequest } from '../../domain/requests.ts'

/** What became of a creation that succeeded. */
export type Created = CreateOutcome & { kind: 'created' }

type Unsure = CreateOutcome & { kind: 'unsure' }

/** What is to be created. */
export interface Intention {
  request: ReviewCreateRequest
  file: NewReviewFile | undefined
}

/** Creating, as the page sees it. */
export interface Creation {
  isPending: boolean
  /** How far the file is; null where none is on its way. */
  progress: FormProgress | null
  /** Why nothing was created; null where nothing failed, or where it was canceled. */
  error: Error | null
  isCanceled: boolean
  /** Set where one cannot tell whether the review exists, and until that is settled. */
  unsure: Unsure | null
  create: (intention: Intention, options?: { createAnyway?: boolean }) => void
  cancel: () => void
  /** Goes back to the form from a question. */
  dismiss: () => void
}

/** Creates one review at a time: what is asked for while one is under way is the same intention. */
export const useCreation = (
  vendorId: number,
  apiVersion: 1 | 2,
  onCreated: (created: Created) => void,
): Creation => {
  const { mutate, isPending, error } = useMutation(createReviewMutation(useQueryClient(), vendorId))
  const [unsure, setUnsure] = useState<Unsure | null>(null)
  const [progress, setProgress] = useState<FormProgress | null>(null)
  const running = useRef<AbortController>(null)

  const create: Creation['create'] = (intention, options) => {
    if (running.current) return
    const { signal } = (running.current = new AbortController())
    mutate(
      { ...intention, ...options, apiVersion, signal, onProgress: setProgress },
      {
        onSuccess: (outcome) => {
          if (outcome.kind === 'created') onCreated(outcome)
        },
        onSettled: (outcome) => {
          running.current = null
          setProgress(null)
          setUnsure(outcome?.kind === 'unsure' ? outcome : null)
        },
      },
    )
  }

  const isCanceled = error?.name === 'AbortError'
  return {
    isPending,
    progress,
    error: isCanceled ? null : error,
    isCanceled,
    unsure,
    create,
    cancel: () => running.current?.abort(),
    dismiss: () => setUnsure(null),
  }
}
