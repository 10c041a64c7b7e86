import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useEditSnapshot, useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { useAutosave } from '../../editing/use-autosave.ts'
import { usePageKey } from '../../ui/hooks/use-page-key.ts'
import classes from './save-controls.module.css'

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
      <span
        role="status"
        aria-label="Saving"
        className={classes.status}
        data-tone={state === 'Not saved' ? 'negative' : isUnsaved ? 'warning' : 'neutral'}
      >
        {state}
      </span>
      {takesLong && (
        <span role="status" className={classes.status}>
          Drata is slow to answer
        </span>
      )}
      <Button
        size="xs"
        variant={isUnsaved ? 'filled' : 'default'}
        loading={isSaving}
        onClick={() => void saving.save()}
      >
        Save
      </Button>
    </>
  )
}
