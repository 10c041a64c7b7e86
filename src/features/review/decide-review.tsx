import { Button } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { ReviewAction } from '../../domain/contract/enums.ts'
import type { Review } from '../../domain/contract/review.ts'
import { isUnsaved } from '../../domain/work/work.ts'
import { useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useDecisionOutcome } from './decision-outcome.tsx'
import { UnsavedFirst } from './unsaved-first.tsx'
import { useOfferedActions } from './use-offered-actions.ts'

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

/** Buttons for what can be done with the review now, and the dialogs that ask how. */
export const ReviewActions = ({ vendorId, review }: ReviewActionsProps) => {
  const { offers } = useOfferedActions(vendorId, review.id)
  const { setOutcome, remark } = useDecisionOutcome()
  const { tracker, work } = useReviewEditing()
  const { elsewhere, left } = useWorkState()
  const [asked, setAsked] = useState<ReviewAction | null>(null)
  const [isCleared, setIsCleared] = useState(false)
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

  const Dialog = asked && dialogs[asked]
  const hasUnsaved =
    tracker.getState().isUnsaved || [...elsewhere, ...left].some((kept) => isUnsaved(kept.work))
  return (
    <>
      {offers('reopen') && (
        <Button
          size="xs"
          flex="none"
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
          flex="none"
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
    </>
  )
}
