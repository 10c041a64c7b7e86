import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { pathLabel, valueText } from '../../domain/work/value-text.ts'
import { isSameAt } from '../../domain/work/values.ts'
import { isUnfinished, isUnsaved } from '../../domain/work/work.ts'
import { useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { stateOf } from './unfinished-state.ts'

const WordsDialog = lazyPart(() => import('../../ui/words-dialog.tsx'))

/** Why unsaved changes cannot be saved, and where they are. */
const unwrittenSentence = (isCompleted: boolean, isKept: boolean): string => {
  const why = isCompleted
    ? 'Your unsaved changes were not saved, because the review is completed.'
    : 'Your unsaved changes cannot be saved here.'
  if (!isKept)
    return `${why} This browser cannot keep them: copy them before you close or reload this tab.`
  return isCompleted
    ? `${why} They return to the form when it is reopened.`
    : `${why} They are kept in this browser.`
}

/**
 * Words that are kept but not in the form: the page is read-only, or a newer text has replaced
 * them. They can be read and copied.
 */
export const KeptWordsNotice = () => {
  const { review, isReadOnly, work } = useReviewEditing()
  const { work: kept, displaced, isKept } = useWorkState()
  const [isShown, setIsShown] = useState(false)
  const isUnwritten = isReadOnly && isUnsaved(kept)
  if (!isUnwritten && displaced.length === 0) return null

  const edited = isUnwritten
    ? Object.keys(kept.mine)
        .filter((path) => !isSameAt(path, kept.base[path], kept.mine[path]))
        .map((path) => ({ path, value: kept.mine[path] }))
    : []
  const words = [...edited, ...displaced].map(({ path, value }) => ({
    label: pathLabel(path),
    text: valueText(path, value),
  }))
  return (
    <Notice tone="warning" role="alert">
      <span>
        {isUnwritten
          ? unwrittenSentence(review.status === 'COMPLETED', isKept)
          : 'An earlier page left text for fields that now hold newer text.'}{' '}
        {isUnwritten && isUnfinished(kept) && `A save was not finished. ${stateOf(kept)}`}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => setIsShown(true)}>
        Show them
      </Button>
      {displaced.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={work.dropDisplaced}>
          Delete them
        </Button>
      )}
      {isShown && (
        <Suspense>
          <WordsDialog words={words} onClose={() => setIsShown(false)} />
        </Suspense>
      )}
    </Notice>
  )
}
