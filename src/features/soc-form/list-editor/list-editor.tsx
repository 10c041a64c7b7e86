import { Fragment, useId } from 'react'
import {
  type Control,
  get,
  type UseFormGetValues,
  type UseFormRegister,
  useFormState,
} from 'react-hook-form'
import { LIST_OF, type SocListId } from '../../../domain/soc/form-fields.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import classes from './list-editor.module.css'
import { ListEditorRow } from './list-editor-row.tsx'
import { useListEditor } from './list-editor-state.ts'
import { counted } from './lists.ts'

interface ListEditorProps {
  list: SocListId
  control: Control<ReviewEditValues>
  register: UseFormRegister<ReviewEditValues>
  getValues: UseFormGetValues<ReviewEditValues>
}

/**
 * Rows are grouped so that the browser can skip groups out of sight. In one flat list of 500 rows
 * it went through all of them on each keystroke, which took twice the time.
 */
const GROUP_SIZE = 20

type RowErrors = Record<string, { message?: string } | undefined> | undefined

/**
 * Edits one of the form's lists: add, remove with undo, reorder by keyboard and pointer, and paste
 * many items at once. The inputs are uncontrolled and the rows memoised, so a keystroke
 * renders nothing, however long the list is.
 */
export const ListEditor = ({ list, control, register, getValues }: ListEditorProps) => {
  const kind = LIST_OF[list]
  const name = `form.${kind.path}` as const
  const editor = useListEditor(list, control, getValues)
  const { fields, actions, add, undo, readOtherwise } = editor
  const { lastChange, announcement, listRef, addRef } = editor
  const { errors } = useFormState({ control, name })
  const rowErrors = get(errors, name) as readonly RowErrors[] | undefined
  const [first, second] = Object.keys(kind.texts)
  const id = useId()
  const errorOf = (index: number, key = ''): string | undefined =>
    rowErrors?.[index]?.[key]?.message

  const starts = Array.from(
    { length: Math.ceil(fields.length / GROUP_SIZE) },
    (_, group) => group * GROUP_SIZE,
  )
  const notice = lastChange && (
    <div key={lastChange.said} role="listitem" className={classes.notice}>
      <span id={`${id}-change`}>{lastChange.said}</span>
      <button
        type="button"
        className={classes.undo}
        aria-describedby={`${id}-change`}
        onClick={() => undo(lastChange)}
      >
        Undo
      </button>
      {lastChange.other && (
        <button
          type="button"
          className={classes.undo}
          aria-describedby={`${id}-change`}
          onClick={() => readOtherwise(lastChange)}
        >
          {lastChange.other.isJoined ? 'Join the lines' : 'Split into lines'}
        </button>
      )}
    </div>
  )
  // Instead of what was removed, or below what was added.
  const noticeIndex = lastChange
    ? Math.min(lastChange.index + lastChange.after.length, fields.length)
    : -1

  return (
    <div>
      <p className={classes.head}>
        <span className={classes.count}>
          {fields.length > 0 ? counted(kind, fields.length) : `No ${kind.plural} recorded`}
        </span>
        <span>Paste a column of the report’s table to add many at once.</span>
      </p>
      <div ref={listRef} role="list" aria-label={kind.plural} className={classes.rows}>
        {starts.map((start) => {
          const rows = fields.slice(start, start + GROUP_SIZE)
          return (
            <div key={start} className={classes.group} style={{ '--rows': rows.length }}>
              {rows.map((field, offset) => {
                const index = start + offset
                return (
                  <Fragment key={field.id}>
                    {index === noticeIndex && notice}
                    <ListEditorRow
                      list={list}
                      index={index}
                      register={register}
                      actions={actions}
                      error={errorOf(index, first)}
                      secondError={errorOf(index, second)}
                      handleHint={`${id}-handle`}
                    />
                  </Fragment>
                )
              })}
            </div>
          )
        })}
        {noticeIndex === fields.length && notice}
      </div>
      <button
        ref={addRef}
        type="button"
        className={classes.add}
        onClick={add}
        onPaste={(event) => actions.paste(event, fields.length - 1)}
      >
        <PlusIcon />
        Add {kind.noun}
      </button>
      <p id={`${id}-handle`} hidden>
        Drag to another position, or press the up or down arrow key.
      </p>
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
    </div>
  )
}
