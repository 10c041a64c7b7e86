import type { SocForm } from '../contract/soc-form.ts'
import { editOf, isSame, type SocEdit, toSocEdit, valueIn } from '../soc/edit.ts'
import {
  LIST_OF,
  SOC_FIELDS,
  type SocField,
  type SocItem,
  type SocListId,
  type SocPath,
} from '../soc/form-fields.ts'
import { isAlike, isSameItem, wordsOf } from './words.ts'

/**
 * The editable values of a review as a flat map from path to value. Saving compares, merges and
 * sends path by path, whatever the section.
 */

/** `title`, or a section and a field of the form, such as `cpaFirm.cpaFirm`. */
export type Path = string

/** The reviewer. The service sends a name, and takes the id of the user whom the analyst chose. */
export interface Person {
  name: string | null
  userId?: number | undefined
}

/** Plain data: a text, a choice, a flag, a day, a range, a set, a {@link Person}, or a list. */
export type Value = unknown

/** A review's values by path. A review without a form has only the title. */
export type Values = Readonly<Record<Path, Value>>

export const TITLE: Path = 'title'
export const REVIEWER: SocPath<'person'> = 'reviewerInformation.reviewer'

/** Every path of the form, in its order. */
export const FORM_PATHS: readonly Path[] = SOC_FIELDS.map(({ path }) => path)

const LISTS: ReadonlyMap<Path, SocListId> = new Map(
  Object.values(LIST_OF).map(({ path, name }) => [path, name]),
)

/** The list at a path; undefined if the path is no list. */
export const listAt = (path: Path): SocListId | undefined => LISTS.get(path)

/** The items at a path that is a list. */
export const itemsAt = (values: Values, path: Path): readonly SocItem[] =>
  (values[path] as readonly SocItem[] | undefined) ?? []

/** The person at {@link REVIEWER}. */
export const personOf = (value: Value): Person => (value as Person | undefined) ?? { name: null }

/** Drops a text of white space alone: it says nothing, and the service may refuse it. */
const unlessBlank = (value: Value): Value =>
  typeof value === 'string' && value.trim() === '' ? null : value

const isBlankItem = (list: SocListId, item: SocItem): boolean => wordsOf(list, item).trim() === ''

/**
 * The values of a review. Blank texts become no value and blank items are left out. They hold no
 * words, and the service must not refuse them after a list was cleared.
 *
 * @param form the form of a SOC report; undefined for other reviews
 */
export const toValues = (title: string | null, form: SocForm | SocEdit | undefined): Values => {
  const values: Record<Path, Value> = { [TITLE]: (title ?? '').trim() === '' ? '' : title }
  if (form === undefined) return values
  const edit = toSocEdit(form)
  for (const field of SOC_FIELDS) values[field.path] = toValue(field, edit)
  return values
}

const toValue = (field: SocField, edit: SocEdit): Value => {
  if (field.kind === 'person') {
    const { reviewerUserId: userId } = edit.reviewerInformation
    const name = valueIn(edit, field)
    return { name, ...(userId !== undefined && { userId }) } satisfies Person
  }
  const list = listAt(field.path)
  return field.kind === 'list' && list !== undefined
    ? valueIn(edit, field).filter((item) => !isBlankItem(list, item))
    : unlessBlank(valueIn(edit, field))
}

/**
 * The form of these values, section by section; undefined if they have none. It shares its items
 * with the values, so do not change it.
 */
export const toForm = (values: Values): SocEdit | undefined => {
  if (!(REVIEWER in values)) return undefined
  const { name, userId } = personOf(values[REVIEWER])
  const form = editOf(({ path }) => (path === REVIEWER ? name : values[path]))
  if (userId !== undefined) form.reviewerInformation.reviewerUserId = userId
  return form
}

const isSamePerson = (one: Person, other: Person): boolean =>
  one.userId === other.userId && (one.userId !== undefined || one.name === other.name)

/**
 * Whether two values of a path are exactly equal. A chosen person differs from a person who was
 * only read by name, even if the names are equal.
 */
export const isSameAt = (path: Path, one: Value, other: Value): boolean => {
  if (one === other) return true
  if (typeof one === 'string' && typeof other === 'string') return false
  const list = listAt(path)
  if (list !== undefined)
    return isSameList(list, one as readonly SocItem[], other as readonly SocItem[])
  return path === REVIEWER ? isSamePerson(personOf(one), personOf(other)) : isSame(one, other)
}

const isSameList = (list: SocListId, one: readonly SocItem[], other: readonly SocItem[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every((item, index) => {
      const against = other[index]
      return item === against || (against !== undefined && isSameItem(list, item, against))
    }))

/**
 * Whether two values of a field (not a list) are the same words. People are compared by name, since
 * the service shows nothing else.
 */
export const isAlikeAt = (path: Path, one: Value, other: Value): boolean =>
  path === REVIEWER ? isAlike(personOf(one).name, personOf(other).name) : isAlike(one, other)

/** Whether two sets of values are exactly equal. */
export const isSameValues = (one: Values, other: Values): boolean =>
  Object.keys({ ...one, ...other }).every((path) => isSameAt(path, one[path], other[path]))

/** The values that differ. @returns those of `wanted` */
export const changesBetween = (held: Values, wanted: Values): Values =>
  Object.fromEntries(
    Object.entries(wanted).filter(([path, value]) => !isSameAt(path, held[path], value)),
  )
