import { Group, Text } from '@mantine/core'
import { Fragment, type ReactNode, useId } from 'react'
import {
  type Control,
  get,
  type UseFormGetValues,
  type UseFormRegister,
  useFormState,
} from 'react-hook-form'
import { LIST_OF, type SocItem, type SocListId } from '../../../domain/soc/form-fields.ts'
import { inPlaceText } from '../../../domain/soc/in-place.ts'
import type { OtherWay } from '../../../domain/soc/paste-items.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
import { textFieldAt } from '../../../lib/text-field.ts'
import { ViewChoice } from '../../../ui/fields/view-choice.tsx'
import { PlusIcon } from '../../../ui/icons.tsx'
import { QuietButton } from '../../../ui/layout/quiet-button.tsx'
import { ListEvidenceSlot } from '../evidence/evidence-slot.tsx'
import { shownHelp } from '../help.ts'
import classes from './list-editor.module.css'
import { ListEditorRow } from './list-editor-row.tsx'
import { useListEditor } from './list-editor-state.ts'
import { counted } from './lists.ts'
import { useInPlaceFilter } from './use-in-place-filter.ts'

interface ListEditorProps {
  list: SocListId
  control: Control<ReviewEditValues>
  register: UseFormRegister<ReviewEditValues>
  getValues: UseFormGetValues<ReviewEditValues>
  /** The label of the list. */
  children: ReactNode
}

const WAYS: Record<OtherWay, string> = {
  join: 'Join the lines',
  split: 'Split into lines',
  'with-head': 'Add the head, too',
  'without-head': 'Leave the head out',
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
export const ListEditor = (props: ListEditorProps) => {
  const { list, control, register, getValues, children } = props
  const kind = LIST_OF[list]
  const name = `form.${kind.path}` as const
  const editor = useListEditor(list, control, getValues)
  const { fields, actions, add, take, undo, readOtherwise } = editor
  const { lastChange, announcement, listRef, addRef } = editor
  const items = (): readonly SocItem[] => getValues(name)
  const filter = useInPlaceFilter(fields, items)
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
    <Group
      key={lastChange.said}
      role="listitem"
      gap="0 8px"
      px={8}
      py={2}
      fz={13}
      c="dimmed"
      bg="var(--cs-neutral-surface)"
      bdrs={4}
    >
      <span id={`${id}-change`}>{lastChange.said}</span>
      <QuietButton aria-describedby={`${id}-change`} onClick={() => undo(lastChange)}>
        Undo
      </QuietButton>
      {lastChange.other && (
        <QuietButton aria-describedby={`${id}-change`} onClick={() => readOtherwise(lastChange)}>
          {WAYS[lastChange.other.way]}
        </QuietButton>
      )}
    </Group>
  )
  // Instead of what was removed, or below what was added.
  const noticeIndex = lastChange
    ? Math.min(lastChange.index + lastChange.after.length, fields.length)
    : -1

  return (
    <div
      id={kind.path}
      tabIndex={-1}
      style={{ scrollMargin: 160 }}
      onFocus={() => shownHelp().setState({ about: kind.label, text: kind.hint })}
      // Also where no text has the focus, such as after a jump to the list.
      onPaste={(event) => {
        if (!event.defaultPrevented && !textFieldAt(event.target))
          actions.paste(event, fields.length - 1)
      }}
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement && target.type === 'checkbox') filter.recount()
      }}
    >
      {children}
      <ListEvidenceSlot list={list} take={take} />
      <Group gap="4px 16px" fz={13} c="dimmed">
        <Text span inherit fw={600} c="var(--cs-text)">
          {fields.length > 0 ? counted(kind, fields.length) : `No ${kind.plural} recorded`}
        </Text>
        {kind.hasInPlace && fields.length > 0 && (
          <>
            <Text span inherit fw={600} c="var(--cs-text)">
              {inPlaceText(items())}
            </Text>
            <ViewChoice
              label="Show controls"
              options={filter.options}
              value={filter.shown}
              onChange={filter.show}
            />
          </>
        )}
        <span>Paste a column of the report’s table to add many at once.</span>
      </Group>
      <div ref={listRef} role="list" aria-label={kind.plural} className={classes.rows}>
        {starts.map((start) => {
          const rows = fields.slice(start, start + GROUP_SIZE)
          const inSight = rows.filter(({ id: row }) => !filter.isHidden(row)).length
          return (
            <div key={start} className={classes.group} style={{ '--rows': inSight }}>
              {rows.map((field, offset) => {
                const index = start + offset
                const hasError = rowErrors?.[index] !== undefined
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
                      isHidden={filter.isHidden(field.id) && !hasError}
                    />
                  </Fragment>
                )
              })}
            </div>
          )
        })}
        {noticeIndex === fields.length && notice}
      </div>
      <QuietButton ref={addRef} style={{ marginInlineStart: -8 }} onClick={add}>
        <PlusIcon />
        Add {kind.noun}
      </QuietButton>
      <p id={`${id}-handle`} hidden>
        Drag to another position, or press the up or down arrow key.
      </p>
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
    </div>
  )
}
