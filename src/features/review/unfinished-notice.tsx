import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { WorkRecord } from '../../api/saving/work-store.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import { allUsers } from '../../api/users.ts'
import { peopleOfName } from '../../domain/people.ts'
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

/** @param count how many users have the name of the reviewer before the save */
const leftSentence = (name: string, count: number): string =>
  `The reviewer was not set back: ${count > 1 ? `${count} users are` : 'no user is'} called “${name}”. Choose the reviewer in Reviewer information.`

/** A save of this page, or of an earlier one, that may not have ended. */
const OwnUnfinished = () => {
  const { work, saving } = useReviewEditing()
  const { work: now, isSaving } = useWorkState()
  const queryClient = useQueryClient()
  const { isBusy, error, run } = useOneAtATime()
  /** Why the reviewer could not go back, once a save was undone. */
  const [left, setLeft] = useState<string | null>(null)
  if (!isUnfinished(now) || (isSaving && !isBusy))
    return (
      left !== null &&
      !isSaving && (
        <Notice tone="warning" role="alert">
          <span>{left}</span>
          <Button size="compact-sm" variant="subtle" onClick={() => setLeft(null)}>
            Dismiss
          </Button>
        </Notice>
      )
    )

  const undo = async (): Promise<void> => {
    const people = await queryClient.query(allUsers())
    let sentence: string | null = null
    const userIdOf: UserIdOf = (name) => {
      const [user, ...others] = peopleOfName(people, name)
      if (user && others.length === 0) return user.id
      sentence = leftSentence(name, user ? others.length + 1 : 0)
      return undefined
    }
    await work.undoSave(userIdOf)
    setLeft(sentence)
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
