import { useRef, useState } from 'react'
import { useFormState } from 'react-hook-form'
import classes from './fields.module.css'
import { useEditSnapshot, useReviewEditing } from './review-editing.ts'

/** Edits the title in place: it is saved with everything else. */
export const TitleEditor = () => {
  const { form, isReadOnly } = useReviewEditing()
  const { base, values } = useEditSnapshot()
  const { errors } = useFormState({ control: form.control, name: 'title' })
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (isReadOnly) return null
  const close = (): void => {
    setIsOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return isOpen || errors.title ? (
    <div className={classes.title}>
      <label htmlFor="title-input">Title</label>
      <input
        id="title-input"
        type="text"
        dir="auto"
        className={classes.input}
        aria-invalid={errors.title !== undefined}
        aria-describedby={errors.title ? 'title-error' : undefined}
        // The button that opened it has gone, and the focus belongs where one wants to type.
        ref={(input) => input?.focus()}
        defaultValue={form.getValues('title')}
        onChange={({ target }) => form.setValue('title', target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') close()
          if (key !== 'Escape') return
          form.setValue('title', base.title)
          close()
        }}
      />
      <button type="button" className={classes.clear} onClick={close}>
        Done
      </button>
      {errors.title?.message !== undefined && (
        <p id="title-error" role="alert" className={classes.error}>
          {errors.title.message}
        </p>
      )}
    </div>
  ) : (
    <span>
      {values.title !== base.title && (
        <span className={classes.status} data-tone="warning">
          becomes “<bdi>{values.title}</bdi>”{' '}
        </span>
      )}
      <button ref={button} type="button" className={classes.clear} onClick={() => setIsOpen(true)}>
        Edit title
      </button>
    </span>
  )
}
