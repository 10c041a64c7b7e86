import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { explainError } from '../../api/transport/explain-error.ts'
import { pathLabel } from '../../domain/work/value-text.ts'
import { toValues } from '../../domain/work/values.ts'
import { useEditSnapshot, useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { KeptWordsNotice } from './kept-words-notice.tsx'
import { UnfinishedNotice } from './unfinished-notice.tsx'

const ConflictDialog = lazyPart(() => import('./conflict-dialog.tsx'))

/** Notices about restored work, and about work that was just discarded. */
const RestoredNotice = () => {
  const { review, work } = useReviewEditing()
  const { isUnsaved } = useEditSnapshot()
  const { isRestored, discarded, work: now } = useWorkState()
  const isUnfinished = now.journal.length > 0
  return (
    <>
      {isRestored && isUnsaved && !isUnfinished && (
        <Notice tone="warning" role="alert">
          <span>Unsaved changes restored</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => work.discard(toValues(review.title, review.socReviewForm))}
          >
            Discard
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={work.keepRestored}>
            Keep
          </Button>
        </Notice>
      )}
      {discarded && (
        <Notice>
          <span>Unsaved changes discarded</span>
          <Button size="compact-sm" variant="default" onClick={work.undoDiscard}>
            Undo
          </Button>
        </Notice>
      )}
    </>
  )
}

/** Why the last save failed or left something out. */
const FailureNotice = () => {
  const { work, saving } = useReviewEditing()
  const { isUnsaved } = useEditSnapshot()
  const { failure, conflicts, isAsked, isSaving } = useWorkState()
  if (!isUnsaved || isSaving) return null
  if (conflicts.length > 0) {
    const names = conflicts.map(({ path }) => pathLabel(path)).join(', ')
    return isAsked ? null : (
      <Notice tone="warning" role="alert">
        <span>Not saved: {names}. Someone else changed it, too. Everything else is saved.</span>
        <Button size="compact-sm" onClick={work.ask}>
          Decide
        </Button>
      </Notice>
    )
  }
  const sentence = failure === null ? saving.leftOut : explainError(failure).sentence
  return (
    sentence !== undefined && (
      <ErrorState
        sentence={sentence}
        requestId={explainError(failure).requestId}
        retryLabel="Retry"
        onRetry={() => saving.save()}
      />
    )
  )
}

/** Everything that the analyst should know before typing on. */
export const EditNotices = () => {
  const { isReadOnly, otherTabs } = useReviewEditing()
  const { isUnsaved } = useEditSnapshot()
  const { isAsked, isKept } = useWorkState()
  if (isReadOnly) return <KeptWordsNotice />
  return (
    <>
      <UnfinishedNotice />
      <RestoredNotice />
      <KeptWordsNotice />
      {!isKept && isUnsaved && (
        <Notice tone="warning" role="alert">
          This browser cannot keep what you type: its storage is full or blocked. Save before you
          close or reload this tab.
        </Notice>
      )}
      {otherTabs > 0 && (
        <Notice tone="warning">
          This review is also open in another tab. Each tab keeps its own unsaved changes.
        </Notice>
      )}
      <FailureNotice />
      {isAsked && (
        <Suspense>
          <ConflictDialog />
        </Suspense>
      )}
    </>
  )
}
