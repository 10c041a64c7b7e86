import { isBlank } from '../soc/field-kinds.ts'
import {
  fieldAt,
  LIST_OF,
  type SocField,
  type SocItem,
  type SocListId,
} from '../soc/form-fields.ts'
import type { Path, Value } from '../work/values.ts'
import { gistOf } from '../work/words.ts'

/**
 * Compares what a report says with what a form holds. Texts count as equal without white space, case
 * and the marks at their ends, so that a retyped item is not added twice.
 */

/** How a form stands to a suggestion: it has no answer, says the same, or says something else. */
export type Meeting = 'free' | 'same' | 'differs'

const MARK = /[\p{P}\s]/u

/** A text to compare by. A text of nothing but marks stays as it is. */
export const foldedText = (text: string): string => {
  const gist = gistOf(text).toLowerCase()
  let [start, end] = [0, gist.length]
  // Two loops, as a pattern for both ends takes quadratic time on long runs of marks.
  while (start < end && MARK.test(gist.charAt(start))) start++
  while (end > start && MARK.test(gist.charAt(end - 1))) end--
  return start === end ? gist : gist.slice(start, end)
}

const isSameText = (one: Value, other: Value): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? foldedText(one) === foldedText(other)
    : one === other

type Days = Readonly<Record<'start' | 'end', string | null>>

const meetDays = (said: Days, present: Days | null): Meeting => {
  const days = [
    [said.start, present?.start ?? null],
    [said.end, present?.end ?? null],
  ] as const
  if (days.some(([one, other]) => other !== null && other !== '' && one !== other)) return 'differs'
  return days.every(([one, other]) => one === other) ? 'same' : 'free'
}

const meetSet = (said: readonly string[], present: readonly string[]): Meeting => {
  const isSame = said.length === present.length && said.every((value) => present.includes(value))
  if (isSame) return 'same'
  return present.length === 0 ? 'free' : 'differs'
}

/**
 * How the value of a field in the form stands to what the report says.
 * @param field any field except a list
 */
export const meetValue = (field: SocField, said: Value, present: Value): Meeting => {
  if (field.kind === 'range') return meetDays(said as Days, present as Days | null)
  if (field.kind === 'set')
    return meetSet(said as readonly string[], (present ?? []) as readonly string[])
  if (isBlank(present)) return said === null ? 'same' : 'free'
  return isSameText(said, present) ? 'same' : 'differs'
}

const textsOf = (list: SocListId, item: SocItem): readonly string[] =>
  Object.keys(LIST_OF[list].texts).map((name) => {
    const text = item[name]
    return typeof text === 'string' ? foldedText(text) : ''
  })

/** A list of a form, asked for items. */
interface HeldItems {
  has: (item: SocItem) => boolean
  add: (item: SocItem) => void
}

const heldItems = (list: SocListId, items: readonly SocItem[]): HeldItems => {
  const byFirst = new Map<string, (readonly string[])[]>()
  const add = (item: SocItem): void => {
    const [first = '', ...rest] = textsOf(list, item)
    const known = byFirst.get(first)
    if (known) known.push(rest)
    else byFirst.set(first, [rest])
  }
  for (const item of items) add(item)
  return {
    add,
    has: (item) => {
      const [first = '', ...rest] = textsOf(list, item)
      // A city without its country is the same city.
      return (byFirst.get(first) ?? []).some((other) =>
        rest.every((text, at) => text === '' || other[at] === '' || text === other[at]),
      )
    },
  }
}

/** For each item that a report names: whether the form's list has it. */
export const meetItems = (
  list: SocListId,
  said: readonly SocItem[],
  present: readonly SocItem[],
): boolean[] => {
  const held = heldItems(list, present)
  return said.map(held.has)
}

/** The items that a form's list does not have yet, each once. */
export const newItems = (
  list: SocListId,
  said: readonly SocItem[],
  present: readonly SocItem[],
): SocItem[] => {
  const held = heldItems(list, present)
  return said.filter((item) => {
    if (held.has(item)) return false
    held.add(item)
    return true
  })
}

/**
 * Whether a form still holds a value that was taken from a report.
 * @param value the value of a field, or an item of a list
 * @param present what the form holds at this path
 */
export const isStillHeld = (path: Path, value: Value, present: Value): boolean => {
  const field = fieldAt(path)
  if (!field) return false
  return field.kind === 'list'
    ? heldItems(field.name, (present ?? []) as readonly SocItem[]).has(value as SocItem)
    : meetValue(field, value, present) === 'same'
}
