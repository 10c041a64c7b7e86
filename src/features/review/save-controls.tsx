import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { useAutosave } from '../../editing/use-autosave.ts'
import classes from './save-controls.module.css'

/** After this, in milliseconds, one begins to wonder whether anything still happens. */
const LONG_MS = 8_000

/** @returns whether something that is under way has been so for long */
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

/** "Save", and at every moment whether what is typed is saved, and if not, why. */
export const SaveControls = () => {
  const { isReadOnly, saving } = useReviewEditing()
  const { isDirty } = useEditSnapshot()
  const takesLong = useTakesLong(saving.isSaving)
  useAutosave()
  useHotkeys([['mod+S', () => void saving.save()]], [])
  if (isReadOnly) return null
  const state = saving.isSaving
    ? 'Saving…'
    : saving.failure !== undefined && isDirty
      ? 'Not saved'
      : isDirty
        ? 'Unsaved changes'
        : 'Saved'
  return (
    <>
      <span
        role="status"
        aria-label="Saving"
        className={classes.status}
        data-tone={state === 'Not saved' ? 'negative' : isDirty ? 'warning' : 'neutral'}
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
        variant={isDirty ? 'filled' : 'default'}
        loading={saving.isSaving}
        onClick={() => void saving.save()}
      >
        Save
      </Button>
    </>
  )
}
