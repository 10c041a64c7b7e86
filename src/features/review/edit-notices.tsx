import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { UnfinishedNotice } from './unfinished-notice.tsx'

const ConflictDialog = lazyPart(() => import('./conflict-dialog.tsx'))

/** Everything the analyst should know before typing on. */
export const EditNotices = () => {
  const { review, isReadOnly, saving, draft } = useReviewEditing()
  const { isDirty } = useEditSnapshot()
  if (review.status === 'COMPLETED')
    return <Notice>This review is completed and read-only. Reopen it to change anything.</Notice>
  // The gateway's own word stands above every page.
  if (isReadOnly) return null
  return (
    <>
      <UnfinishedNotice />
      {draft.isRestored && (
        <Notice tone="warning" role="alert">
          <span>Unsaved changes restored</span>
          <Button size="compact-sm" variant="default" onClick={draft.discard}>
            Discard
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={draft.keep}>
            Keep
          </Button>
        </Notice>
      )}
      {draft.undoDiscard && (
        <Notice>
          <span>Unsaved changes discarded</span>
          <Button size="compact-sm" variant="default" onClick={draft.undoDiscard}>
            Undo
          </Button>
        </Notice>
      )}
      {draft.otherTabs > 0 && (
        <Notice tone="warning">
          This review is also open in another tab. Each tab keeps its own unsaved changes; save in
          one of them at a time.
        </Notice>
      )}
      {saving.conflict && (
        <Suspense>
          <ConflictDialog conflict={saving.conflict} />
        </Suspense>
      )}
      {saving.failure !== undefined && isDirty && (
        <ErrorState sentence={saving.failure} retryLabel="Retry" onRetry={saving.save} />
      )}
    </>
  )
}
