import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Control, type UseFormGetValues, useFieldArray } from 'react-hook-form'
import { isSame } from '../../../domain/soc/edit.ts'
import { LIST_OF, type SocItem, type SocListId } from '../../../domain/soc/form-fields.ts'
import {
  type OtherReading,
  type OtherWay,
  type Reading,
  readPaste,
} from '../../../domain/soc/paste-items.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
import { onKeys } from '../../../lib/keys.ts'
import { textFieldAt } from '../../../lib/text-field.ts'
import { dragRow } from './drag.ts'
import { blankItem, counted, isBlankItem, itemName } from './lists.ts'
import { sameControl, textAt } from './row-focus.ts'

/** A change that can be undone: at `index`, the items `after` have replaced the items `before`. */
export interface ListChange {
  said: string
  undone: string
  index: number
  before: readonly SocItem[]
  after: readonly SocItem[]
  /** The items that a pasted text can be read as instead. */
  other?: OtherReading | undefined
  /** Called when it was undone. */
  onUndo?: () => void
}

/**
 * Adds items below those of a list, without moving the focus.
 * @param onUndo called when the analyst takes them out again
 */
export type TakeItems = (items: readonly SocItem[], onUndo: () => void) => void

/** The handlers of a row. They never change, so that rows need not render again. */
export interface RowActions {
  remove: (index: number) => void
  /** Pastes into the row's text, or below the row where no text has the focus. */
  paste: (event: ClipboardEvent<HTMLElement>, index: number) => void
  keyDown: (event: KeyboardEvent<HTMLElement>, index: number) => void
  grab: (event: PointerEvent<HTMLElement>, index: number) => void
}

const UNDO_LIMIT = 50
const NO_FOCUS = { shouldFocus: false }

/** Adjusts the indexes of changes after rows were added at an index (or removed, if negative). */
const shifted = (history: readonly ListChange[], at: number, by: number): ListChange[] =>
  history.map((change) => (change.index >= at ? { ...change, index: change.index + by } : change))

/** Whether a paste would replace the whole row: the text is blank or all selected. */
const isReplaced = (item: SocItem, target: HTMLTextAreaElement): boolean => {
  const isAllSelected = target.selectionStart === 0 && target.selectionEnd === target.value.length
  const key = target.name.split('.').at(-1) ?? ''
  return isBlankItem(isAllSelected ? { ...item, [key]: '' } : item)
}

/** What the other reading of a paste was, once it is chosen, and what leads back. */
const CHOSEN: Record<OtherWay, { said: string; back: OtherWay }> = {
  join: { said: 'Joined into', back: 'split' },
  split: { said: 'Split into', back: 'join' },
  'with-head': { said: 'With the head of the table:', back: 'without-head' },
  'without-head': { said: 'Without the head of the table:', back: 'with-head' },
}

/** How a paste was read, after the number of its items. */
const readingOf = ({ other, head }: Reading): string => {
  if (head) return `, without the table’s head “${head.join(' | ')}”`
  return other?.way === 'split' ? ` from ${other.items.length} lines` : ''
}

/** Programs that copy a table say so. */
const isFromTable = (data: DataTransfer): boolean => /<table[\s>]/i.test(data.getData('text/html'))

/** The items of an editable list, with its actions and their undo. */
export const useListEditor = (
  list: SocListId,
  control: Control<ReviewEditValues>,
  getValues: UseFormGetValues<ReviewEditValues>,
) => {
  const kind = LIST_OF[list]
  const name = `form.${kind.path}` as const
  const { fields, insert, remove, move, update } = useFieldArray({ control, name })
  const [history, setHistory] = useState<readonly ListChange[]>([])
  const [announcement, announce] = useState('')
  const listRef = useRef<HTMLDivElement>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  const nextFocus = useRef<() => HTMLElement | null | undefined>(undefined)

  const handlers = useMemo(() => {
    const items = (): readonly SocItem[] => getValues(name)
    const focusText = (index: number): void => {
      nextFocus.current = () => textAt(listRef.current, index) ?? addRef.current
    }
    const remember = (change: ListChange): void => {
      announce(change.said)
      setHistory((changes) => [...changes, change].slice(-UNDO_LIMIT))
    }

    const add = (index: number): void => {
      focusText(index)
      insert(index, blankItem(kind) as never, NO_FOCUS)
      setHistory((changes) => shifted(changes, index, 1))
    }

    const moveTo = (from: number, to: number, focused: HTMLElement): void => {
      const count = items().length
      if (to < 0 || to >= count) return
      const inItsPlace = sameControl(focused)
      nextFocus.current = () => inItsPlace(listRef.current, to)
      move(from, to)
      setHistory((changes) => shifted(shifted(changes, from + 1, -1), to + 1, 1))
      announce(`${itemName(kind, from)} moved to position ${to + 1} of ${count}`)
    }

    const actions: RowActions = {
      remove: (index) => {
        const before = items()
          .slice(index, index + 1)
          .map((item) => ({ ...item }))
        focusText(Math.min(index, items().length - 2))
        remove(index)
        const label = itemName(kind, index)
        remember({ said: `${label} removed`, undone: `${label} is back`, index, before, after: [] })
      },
      paste: (event, index) => {
        const text = event.clipboardData.getData('text/plain')
        const target = event.target instanceof HTMLTextAreaElement ? event.target : undefined
        if (target && !/[\r\n]/.test(text)) return
        const reading = readPaste(list, text, isFromTable(event.clipboardData))
        const { items: after, other, head } = reading
        const item = items()[index]
        const fillsRow = item !== undefined && target !== undefined && isReplaced(item, target)
        const [first, ...rest] = after
        // One line pasted into a non-empty field is an ordinary paste; leave it to the browser.
        if (!first || (target && rest.length === 0 && !fillsRow && !head)) return
        event.preventDefault()
        const start = fillsRow ? index : index + 1
        focusText(start + after.length - 1)
        if (fillsRow) update(index, first as never)
        const others = fillsRow ? rest : after
        if (others.length > 0) insert(index + 1, others as never, NO_FOCUS)
        const count = counted(kind, after.length)
        remember({
          said: `Added ${count}${readingOf(reading)}`,
          undone: `${count} removed again`,
          index: start,
          before: fillsRow ? [{ ...item }] : [],
          after,
          other,
        })
      },
      keyDown: (event, index) => {
        const { target } = event
        onKeys({ 'Mod+Enter': () => add(index + 1) })(event)
        // In a text these keys move the cursor: by a line, and on a Mac with Option by a paragraph.
        if (!(target instanceof HTMLElement) || textFieldAt(target)) return
        const up = (): void => moveTo(index, index - 1, target)
        const down = (): void => moveTo(index, index + 1, target)
        const isOnHandle = target.closest('[data-handle]') !== null
        onKeys(
          {
            'Alt+ArrowUp': up,
            'Alt+ArrowDown': down,
            ...(isOnHandle && { ArrowUp: up, ArrowDown: down }),
          },
          { repeats: true },
        )(event)
      },
      grab: (event, index) => {
        const handle = event.currentTarget
        if (listRef.current)
          dragRow(event, listRef.current, index, (to) => moveTo(index, to, handle))
      },
    }

    const take: TakeItems = (taken, onUndo) => {
      if (taken.length === 0) return
      const index = items().length
      nextFocus.current = () => null
      insert(index, taken as never, NO_FOCUS)
      const count = counted(kind, taken.length)
      remember({
        said: `Added ${count} from the report`,
        undone: `${count} removed again`,
        index,
        before: [],
        after: taken,
        onUndo,
      })
    }

    const undo = (change: ListChange): void => {
      const now = items()
      // Items that were edited since they were pasted stay.
      const pasted = change.after.flatMap((item, offset) =>
        isSame(now[change.index + offset], item) ? [change.index + offset] : [],
      )
      const isUntouched = pasted.length === change.after.length
      focusText(change.before.length > 0 ? change.index : Math.max(0, change.index - 1))
      if (pasted.length > 0) remove(pasted)
      if (isUntouched && change.before.length > 0)
        insert(change.index, change.before as never, NO_FOCUS)
      setHistory((changes) => changes.filter((other) => other !== change))
      announce(change.undone)
      change.onUndo?.()
    }

    const readOtherwise = (change: ListChange): void => {
      const { index, after, other } = change
      if (!other) return
      const now = items()
      const isUntouched = after.every((item, offset) => isSame(now[index + offset], item))
      const replace = (by: ListChange): void => {
        announce(by.said)
        setHistory((changes) => changes.map((known) => (known === change ? by : known)))
      }
      if (!isUntouched) {
        const said = `The ${kind.plural} were changed since, so their lines stay as they are`
        replace({ ...change, said, other: undefined })
        return
      }
      focusText(index + other.items.length - 1)
      remove(after.map((_, offset) => index + offset))
      insert(index, other.items as never, NO_FOCUS)
      const count = counted(kind, other.items.length)
      replace({
        ...change,
        said: `${CHOSEN[other.way].said} ${count}`,
        undone: `${count} removed again`,
        after: other.items,
        other: { way: CHOSEN[other.way].back, items: [...after] },
      })
    }

    return { add: () => add(items().length), actions, take, undo, readOtherwise }
  }, [list, kind, name, getValues, insert, remove, move, update])

  const shownFields = useRef(fields)
  useLayoutEffect(() => {
    if (shownFields.current === fields) return
    shownFields.current = fields
    const target = nextFocus.current
    nextFocus.current = undefined
    if (target) target()?.focus()
    // The list was replaced from outside, so the indexes of earlier changes are meaningless.
    else setHistory((changes) => (changes.length > 0 ? [] : changes))
  }, [fields])

  return { fields, ...handlers, lastChange: history.at(-1), announcement, listRef, addRef }
}
