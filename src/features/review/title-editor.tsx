import { useEffect, useRef, useState } from 'react'
import { useFormState } from 'react-hook-form'
import { LIMITS } from '../../domain/contract/enums.ts'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { onKeys } from '../../lib/keys.ts'
import { textFieldAt } from '../../lib/text-field.ts'
import { GrowingText } from '../../ui/fields/growing-text.tsx'
import classes from './save-controls.module.css'

/** Edits the title in place. It is saved with everything else. */
export const TitleEditor = () => {
  const { form, isReadOnly } = useReviewEditing()
  const { base, values } = useEditSnapshot()
  const { errors } = useFormState({ control: form.control, name: 'title' })
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)

  // Opening moves the focus to the text; closing moves it back to the button.
  useEffect(() => {
    if (isOpen) form.setFocus('title')
    else if (wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen, form])

  const close = ({ target }: Event): false | void => {
    // The keys of “Done” press it.
    if (!textFieldAt(target)) return false
    setIsOpen(false)
  }
  const onKeyDown = onKeys({
    Enter: close,
    Escape: (event) => {
      if (textFieldAt(event.target)) form.setValue('title', base.title)
      return close(event)
    },
  })

  if (isReadOnly) return null
  return isOpen || errors.title ? (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- handles keys of the text field
    <div className={classes.title} onKeyDown={onKeyDown}>
      <div className={classes.titleText}>
        <GrowingText
          label="Title"
          isLabelHidden
          isSingleLine
          limit={LIMITS.title}
          error={errors.title?.message}
          {...form.register('title')}
        />
      </div>
      <button type="button" className={classes.clear} onClick={() => setIsOpen(false)}>
        Done
      </button>
    </div>
  ) : (
    <span>
      {values.title !== base.title && (
        <span className={classes.status} data-tone="warning">
          will be saved as “<bdi>{values.title}</bdi>”{' '}
        </span>
      )}
      <button ref={button} type="button" className={classes.clear} onClick={() => setIsOpen(true)}>
        Edit title
      </button>
    </span>
  )
}
