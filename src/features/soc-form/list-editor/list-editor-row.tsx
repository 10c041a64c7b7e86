import { memo } from 'react'
import type { FieldPath, UseFormRegister } from 'react-hook-form'
import { LIST_OF, type SocListId } from '../../../domain/soc/form-fields.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
import { GrowingText } from '../../../ui/fields/growing-text.tsx'
import { GripIcon, RemoveIcon } from '../../../ui/icons.tsx'
import classes from './list-editor.module.css'
import type { RowActions } from './list-editor-state.ts'

interface ListEditorRowProps {
  list: SocListId
  index: number
  register: UseFormRegister<ReviewEditValues>
  actions: RowActions
  /** The errors of the first and the second text. Texts, because memo compares them by value. */
  error: string | undefined
  secondError: string | undefined
  /** The id of the text that explains the handle. */
  handleHint: string
  /** Whether a filter leaves it out of sight. Its values stay in the form. */
  isHidden: boolean
}

/** One editable item. It renders when its index or its errors change, not on keystrokes. */
export const ListEditorRow = memo((props: ListEditorRowProps) => {
  const { list, index, register, actions, error, secondError, handleHint, isHidden } = props
  const { path, noun, texts, isSingleLine, hasInPlace } = LIST_OF[list]
  const number = index + 1
  const nameOf = (key: string) => `form.${path}.${index}.${key}` as FieldPath<ReviewEditValues>
  const fields = Object.entries(texts)
  return (
    <div
      role="listitem"
      data-row={index}
      hidden={isHidden}
      className={classes.item}
      onKeyDown={(event) => actions.keyDown(event, index)}
      onPaste={(event) => actions.paste(event, index)}
    >
      <div className={classes.row}>
        {' '}
        <span className={`${classes.number} quiet`} aria-hidden="true">
          {number}
        </span>
        <div className={classes.values}>
          {fields.map(([key, { label, limit }], position) => (
            <div key={key} className={classes.text}>
              <GrowingText
                {...register(nameOf(key))}
                label={`${label} ${number}`}
                isLabelHidden
                limit={limit}
                error={position === 0 ? error : secondError}
                isSingleLine={isSingleLine ?? false}
                placeholder={fields.length > 1 ? label : undefined}
              />
            </div>
          ))}
          {hasInPlace && (
            <>
              <label className={classes.inPlace}>
                <input
                  type="checkbox"
                  aria-label={`In place ${number}`}
                  {...register(nameOf('inPlace'))}
                />
                In place
              </label>
              {/* The style sheet shows it where the box is not checked, so that nothing renders. */}
              <span aria-hidden="true" className={classes.notInPlace}>
                Not in place
              </span>
            </>
          )}
        </div>
        <button
          type="button"
          className={classes.handle}
          data-handle
          aria-label={`Move ${noun} ${number}`}
          aria-describedby={handleHint}
          title="Drag, or press ↑ or ↓"
          onPointerDown={(event) => actions.grab(event, index)}
        >
          <GripIcon />
        </button>
        <button
          type="button"
          aria-label={`Remove ${noun} ${number}`}
          onClick={() => actions.remove(index)}
        >
          <RemoveIcon />
        </button>
      </div>{' '}
    </div>
  )
})
ListEditorRow.displayName = 'ListEditorRow'
