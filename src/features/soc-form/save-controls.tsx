import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import classes from './fields.module.css'
import { useEditSnapshot, useReviewEditing } from './review-editing.ts'
import { useAutosave } from './use-autosave.ts'

/** "Save", and at every moment whether what is typed is saved, and if not, why. */
export const SaveControls = () => {
  const { isReadOnly, saving } = useReviewEditing()
  const { isDirty } = useEditSnapshot()
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
