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
import { itemsFromPaste } from '../../../domain/soc/paste-items.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
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
}

/** The handlers of a row. They never change, so that rows need not render again. */
export interface RowActions {
  remove: (index: number) => void
  /** Pastes into the row's text, or below the row. */
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
        const after = itemsFromPaste(list, text)
        const item = items()[index]
        const fillsRow = item !== undefined && target !== undefined && isReplaced(item, target)
        const [first, ...rest] = after
        // One line pasted into a non-empty field is an ordinary paste; leave it to the browser.
        if (!first || (target && rest.length === 0 && !fillsRow)) return
        event.preventDefault()
        const start = fillsRow ? index : index + 1
        focusText(start + after.length - 1)
        if (fillsRow) update(index, first as never)
        const others = fillsRow ? rest : after
        if (others.length > 0) insert(index + 1, others as never, NO_FOCUS)
        const count = counted(kind, after.length)
        remember({
          said: `Added ${count}`,
          undone: `${count} removed again`,
          index: start,
          before: fillsRow ? [{ ...item }] : [],
          after,
        })
      },
      keyDown: (event, index) => {
        const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event
        if (nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
        const isOnHandle = event.target.closest('[data-handle]') !== null
        if ((key === 'ArrowUp' || key === 'ArrowDown') && (altKey || isOnHandle)) {
          if (ctrlKey || metaKey || shiftKey) return
          event.preventDefault()
          moveTo(index, key === 'ArrowUp' ? index - 1 : index + 1, event.target)
        } else if (key === 'Enter' && (ctrlKey || metaKey)) {
          event.preventDefault()
          add(index + 1)
        }
      },
      grab: (event, index) => {
        const handle = event.currentTarget
        if (listRef.current)
          dragRow(event, listRef.current, index, (to) => moveTo(index, to, handle))
      },
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
    }

    return { add: () => add(items().length), actions, undo }
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
