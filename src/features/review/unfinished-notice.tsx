import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explainError } from '../../api/explain-error.ts'
import { discardSave, resumeSave, type StoredSave } from '../../api/saving/save-review.ts'
import { unfinishedQuery } from '../../api/saving/unfinished.ts'
import { users } from '../../api/users.ts'
import { listPlace, type SocListId } from '../../domain/soc-edit.ts'
import { placeOfField, SOC_SECTIONS } from '../../domain/soc-sections.ts'
import { displayName } from '../../domain/user.ts'
import { toEditValues } from '../../editing/edit-values.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { formatInstant } from '../../lib/dates.ts'
import { Notice } from '../../ui/notice.tsx'

const nameOf = (list: SocListId): string => {
  const { section } = listPlace(list)
  const found = SOC_SECTIONS.find(({ id }) => id === section)
  return found ? placeOfField(`${section}.${list}`, found).label : list
}

/**
 * A save that an earlier page did not see through (a crash, a closed laptop, a lost network): says
 * what happened, and finishes it or takes it back.
 */
export const UnfinishedNotice = () => {
  const { vendorId, review, saving } = useReviewEditing()
  const queryClient = useQueryClient()
  const { data: unfinished = [] } = useQuery(unfinishedQuery(vendorId, review.id))
  const [failure, setFailure] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const end = async (save: StoredSave, isUndo: boolean): Promise<void> => {
    setIsBusy(true)
    setFailure(undefined)
    const { form, title } = toEditValues(review)
    const target = { title: save.title?.target ?? title, form: save.intent?.target ?? form }
    try {
      const people = isUndo ? await queryClient.infiniteQuery(users.list()) : undefined
      const userIdOf = (name: string): number | undefined =>
        people?.pages.flatMap((page) => page.data).find((user) => displayName(user) === name)?.id
      await saving.settleUnfinished(
        () => (isUndo ? discardSave(save, userIdOf) : resumeSave(save)),
        target,
      )
    } catch (error) {
      setFailure(explainError(error).sentence)
    }
    setIsBusy(false)
    await queryClient.invalidateQueries(unfinishedQuery(vendorId, review.id))
  }

  return unfinished.map(({ save, progress }) => (
    <Notice key={save.id} tone="warning" role="alert">
      <span>
        A save of {formatInstant(save.startedAt)} was not finished.{' '}
        {progress.kind === 'untouched'
          ? 'Nothing of it has arrived at Drata.'
          : progress.emptied.length > 0
            ? `In Drata ${progress.emptied.map(nameOf).join(' and ')} ${progress.emptied.length > 1 ? 'are' : 'is'} empty until it is finished or undone.`
            : 'Part of it has arrived at Drata.'}{' '}
        {failure}
      </span>
      <Button size="compact-sm" loading={isBusy} onClick={() => void end(save, false)}>
        Finish saving
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isBusy}
        onClick={() => void end(save, true)}
      >
        Undo it
      </Button>
    </Notice>
  ))
}
