import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { WorkRecord } from '../../api/saving/work-store.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import { allUsers } from '../../api/users.ts'
import { displayName } from '../../domain/contract/user.ts'
import { isUnfinished } from '../../domain/work/work.ts'
import { useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import type { UserIdOf } from '../../editing/work-state.ts'
import { formatInstant } from '../../lib/dates.ts'
import { useOneAtATime } from '../../ui/hooks/use-one-at-a-time.ts'
import { Notice } from '../../ui/notice.tsx'
import { stateOf } from './unfinished-state.ts'

interface UnfinishedProps {
  sentence: string
  failure: string | undefined
  children: ReactNode
}

const Unfinished = ({ sentence, failure, children }: UnfinishedProps) => (
  <Notice tone="warning" role="alert" label="Unfinished save">
    <span>
      <strong>Unfinished save</strong> {sentence} {failure}
    </span>
    {children}
  </Notice>
)

/** Why an action failed; undefined if it did not. */
const sentenceOf = (error: unknown): string | undefined =>
  error === null ? undefined : explainError(error).sentence

/** A save of this page, or of an earlier one, that may not have ended. */
const OwnUnfinished = () => {
  const { work, saving } = useReviewEditing()
  const { work: now, isSaving } = useWorkState()
  const queryClient = useQueryClient()
  const { isBusy, error, run } = useOneAtATime()
  if (!isUnfinished(now) || (isSaving && !isBusy)) return null

  const undo = async (): Promise<void> => {
    const people = await queryClient.query(allUsers())
    const userIdOf: UserIdOf = (name) => {
      const [user, ...others] = people.filter((candidate) => displayName(candidate) === name)
      return others.length > 0 ? undefined : user?.id
    }
    await work.undoSave(userIdOf)
  }
  return (
    <Unfinished sentence={`A save was not finished. ${stateOf(now)}`} failure={sentenceOf(error)}>
      <Button size="compact-sm" loading={isBusy} onClick={() => void run(() => saving.save())}>
        Finish saving
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void run(undo)}>
        Undo it
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={isBusy}
        onClick={() => void run(work.leaveSave)}
      >
        Leave it as it is
      </Button>
    </Unfinished>
  )
}

/** Work that another tab has left unsaved. The tab is closed, or its save broke off. */
const OthersWork = ({ record, isOpen }: { record: WorkRecord; isOpen: boolean }) => {
  const { work } = useReviewEditing()
  const { work: now } = useWorkState()
  const { isBusy, error, run } = useOneAtATime()
  const when = formatInstant(new Date(record.savedAt).toISOString())
  if (isOpen)
    return (
      <Unfinished
        sentence={`Another tab has not finished saving. ${stateOf(record.work)}`}
        failure={sentenceOf(error)}
      >
        <Button
          size="compact-sm"
          loading={isBusy}
          onClick={() => void run(() => work.finishElsewhere(record))}
        >
          Finish saving
        </Button>
      </Unfinished>
    )
  return (
    <Notice tone="warning" role="alert">
      <span>
        A closed tab left unsaved changes from {when}. {sentenceOf(error)}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={isBusy}
        // A journal cannot be merged with another, so this page's own save must end first.
        disabled={isUnfinished(now)}
        onClick={() => void run(() => work.takeOver(record))}
      >
        Bring them back
      </Button>
    </Notice>
  )
}

/**
 * Saves that broke off (a crash, a closed laptop, a lost network) and work of other tabs: says what
 * happened, and offers what can be done.
 */
export const UnfinishedNotice = () => {
  const { elsewhere, left } = useWorkState()
  return (
    <>
      <OwnUnfinished />
      {left.map((record) => (
        <OthersWork key={record.id} record={record} isOpen={false} />
      ))}
      {elsewhere
        .filter(({ work }) => isUnfinished(work))
        .map((record) => (
          <OthersWork key={record.id} record={record} isOpen />
        ))}
    </>
  )
}
