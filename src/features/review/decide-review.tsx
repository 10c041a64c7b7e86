import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useIsReadOnly } from '../../api/config.ts'
import { securityReviews } from '../../api/security-reviews.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import type { ReviewAction } from '../../domain/contract/enums.ts'
import type { Review } from '../../domain/contract/review.ts'
import { whyNoAction } from '../../domain/review-actions.ts'
import { socProgress } from '../../domain/soc/completeness.ts'
import { isUnsaved } from '../../domain/work/work.ts'
import { useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import classes from './decide-review.module.css'
import { UnsavedFirst } from './unsaved-first.tsx'

const loaders = {
  finalize: () => import('./finalize-dialog.tsx'),
  reopen: () => import('./reopen-dialog.tsx'),
}
/** Loads a dialog in advance. If that fails, the error shows when the dialog is opened. */
const preload = (action: ReviewAction): void => void loaders[action]().catch(() => undefined)
const dialogs = { finalize: lazyPart(loaders.finalize), reopen: lazyPart(loaders.reopen) }

interface ReviewActionsProps {
  vendorId: number
  review: Review
}

/**
 * What can be done with the review now: exactly what the actions endpoint lists. If it lists
 * nothing, the reason is shown instead.
 */
export const ReviewActions = ({ vendorId, review }: ReviewActionsProps) => {
  const {
    data: actions,
    error,
    refetch,
  } = useQuery({
    ...securityReviews.actions(vendorId, review.id),
    // The loader has just fetched the actions, so show its result.
    retryOnMount: false,
  })
  const { tracker, work } = useReviewEditing()
  const { elsewhere, left } = useWorkState()
  const [asked, setAsked] = useState<ReviewAction | null>(null)
  const [isCleared, setIsCleared] = useState(false)
  const [outcome, setOutcome] = useState('')
  const remark = useRef<HTMLParagraphElement>(null)
  const nextFocus = useRef<HTMLElement>(null)

  // Closing a dialog returns the focus to its button, or to the outcome if the button is gone.
  useEffect(() => {
    if (asked === null) nextFocus.current?.focus()
  }, [asked])

  const ask = (action: ReviewAction, button: HTMLElement): void => {
    nextFocus.current = button
    // Include what was typed a moment ago.
    tracker.refresh()
    // Other tabs may have unsaved work by now.
    void work.refreshOtherTabs()
    setIsCleared(false)
    setAsked(action)
  }
  const close = (done?: string): void => {
    if (done !== undefined) {
      nextFocus.current = remark.current
      setOutcome(done)
    }
    setAsked(null)
  }

  const isReadOnly = useIsReadOnly()
  const offers = (action: ReviewAction): boolean =>
    !isReadOnly && (actions?.includes(action) ?? false)
  const missing = review.socReviewForm ? socProgress(review.socReviewForm).missing.length : 0
  const isNothingOffered = actions && !isReadOnly && !offers('finalize') && !offers('reopen')
  const Dialog = asked && dialogs[asked]
  const hasUnsaved =
    tracker.getState().isUnsaved || [...elsewhere, ...left].some((kept) => isUnsaved(kept.work))
  return (
    <div className={classes.actions}>
      <p role="status" ref={remark} tabIndex={-1} className={classes.remark}>
        {outcome || (isNothingOffered && whyNoAction(review, missing))}
      </p>
      {error && !actions && (
        <p role="alert" className={classes.remark}>
          {explainError(error).sentence}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {offers('reopen') && (
        <Button
          size="xs"
          variant="default"
          onPointerEnter={() => preload('reopen')}
          onClick={({ currentTarget }) => ask('reopen', currentTarget)}
        >
          Reopen
        </Button>
      )}
      {offers('finalize') && (
        <Button
          size="xs"
          onPointerEnter={() => preload('finalize')}
          onClick={({ currentTarget }) => ask('finalize', currentTarget)}
        >
          Finalize
        </Button>
      )}
      <Suspense>
        {Dialog && (
          <Dialog
            vendorId={vendorId}
            review={review}
            onClose={close}
            before={
              hasUnsaved && !isCleared ? (
                <UnsavedFirst onContinue={() => setIsCleared(true)} onBack={() => close()} />
              ) : undefined
            }
          />
        )}
      </Suspense>
    </div>
  )
}
