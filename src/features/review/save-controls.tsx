import { Button, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useEditSnapshot, useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { useAutosave } from '../../editing/use-autosave.ts'
import { usePageKey } from '../../ui/hooks/use-page-key.ts'

/** Milliseconds after which an analyst begins to wonder whether anything still happens. */
const LONG_MS = 8_000

/** @returns whether something has been under way for long */
const useTakesLong = (isUnderWay: boolean): boolean => {
  const [takesLong, setTakesLong] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setTimeout(() => setTakesLong(true), LONG_MS)
    return () => {
      clearTimeout(timer)
      setTakesLong(false)
    }
  }, [isUnderWay])
  return takesLong
}

const colorOf = (state: string, isUnsaved: boolean): string => {
  if (state === 'Not saved') return 'var(--cs-negative)'
  return isUnsaved ? 'var(--cs-warning)' : 'var(--cs-text-quiet)'
}

/** The Save button, and whether the input is saved. */
export const SaveControls = () => {
  const { isReadOnly, saving } = useReviewEditing()
  const { isUnsaved } = useEditSnapshot()
  const { isSaving, failure, conflicts } = useWorkState()
  const takesLong = useTakesLong(isSaving)
  useAutosave()
  usePageKey('Mod+S', () => void (isReadOnly || saving.save()))
  if (isReadOnly) return null
  const hasFailed = failure !== null || conflicts.length > 0 || saving.leftOut !== undefined
  const state = isSaving
    ? 'Saving…'
    : !isUnsaved
      ? 'Saved'
      : hasFailed
        ? 'Not saved'
        : 'Unsaved changes'
  return (
    <>
      <Text role="status" aria-label="Saving" truncate fz={13} c={colorOf(state, isUnsaved)}>
        {state}
      </Text>
      {takesLong && (
        <Text role="status" truncate fz={13} c="var(--cs-text-quiet)">
          Drata is slow to answer
        </Text>
      )}
      <Button
        size="xs"
        flex="none"
        variant={isUnsaved ? 'filled' : 'default'}
        loading={isSaving}
        onClick={() => void saving.save()}
      >
        Save
      </Button>
    </>
  )
}
