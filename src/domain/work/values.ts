import { SOC_SECTION_IDS, type SocForm, type SocSectionId } from '../contract/soc-form.ts'
import {
  isSame,
  itemsOf,
  SOC_LISTS,
  SOC_SCALARS,
  type SocEdit,
  type SocItem,
  type SocListId,
  toSocEdit,
} from '../soc/edit.ts'
import { isAlike, isSameItem, wordsOf } from './words.ts'

/**
 * What can be edited of a review, flat: one value for each path. Saving compares, merges and sends
 * path by path, whatever section a path belongs to.
 */

/** `title`, or a section and a field of the form, such as `cpaFirm.cpaFirm`. */
export type Path = string

/** The reviewer: read as a name, written by the id of the user whom the analyst chose. */
export interface Person {
  name: string | null
  userId?: number | undefined
}

/** Plain data: a text, a choice, a flag, a day, a range, a set, a {@link Person}, or a list. */
export type Value = unknown

/** A review's values by path. A review that has no form has the title alone. */
export type Values = Readonly<Record<Path, Value>>

export const TITLE: Path = 'title'
export const REVIEWER: Path = 'reviewerInformation.reviewer'

/** The section and the name that a path of the form stands for. */
export const fieldOf = (path: Path): { section: SocSectionId; name: string } => {
  const known = FIELDS.get(path)
  if (known) return known
  const [section = '', name = ''] = path.split('.')
  const field = { section: section as SocSectionId, name }
  FIELDS.set(path, field)
  return field
}
const FIELDS = new Map<Path, { section: SocSectionId; name: string }>()

const LISTS = new Map<Path, SocListId>(
  SOC_LISTS.map(({ section, list }) => [`${section}.${list}`, list]),
)
const SCALARS: readonly Path[] = SOC_SECTION_IDS.flatMap((id) =>
  SOC_SCALARS[id].map((name) => `${id}.${name}`),
)

/** Every path of the form, in its order. */
export const FORM_PATHS: readonly Path[] = [...SCALARS, ...LISTS.keys()]

/** The list that a path stands for; undefined where it is no list. */
export const listAt = (path: Path): SocListId | undefined => LISTS.get(path)

/** The items at a path that is a list. */
export const itemsAt = (values: Values, path: Path): readonly SocItem[] =>
  (values[path] as readonly SocItem[] | undefined) ?? []

/** The person at {@link REVIEWER}. */
export const personOf = (value: Value): Person => (value as Person | undefined) ?? { name: null }

/** A text of nothing but space says nothing, and a service may refuse it. */
const unlessBlank = (value: Value): Value =>
  typeof value === 'string' && value.trim() === '' ? null : value

const isBlankItem = (list: SocListId, item: SocItem): boolean => wordsOf(list, item).trim() === ''

/**
 * The values of a review. Blank texts count as none and blank items are left out: they hold no
 * words, and a service that refuses them must not do so after a list was cleared.
 *
 * @param form the form of a SOC report; undefined for other reviews
 */
export const toValues = (title: string | null, form: SocForm | SocEdit | undefined): Values => {
  const values: Record<Path, Value> = { [TITLE]: (title ?? '').trim() === '' ? '' : title }
  if (form === undefined) return values
  const edit = toSocEdit(form)
  for (const path of SCALARS) {
    const { section, name } = fieldOf(path)
    values[path] = unlessBlank((edit[section] as Record<string, unknown>)[name])
  }
  const { reviewer, reviewerUserId: userId } = edit.reviewerInformation
  values[REVIEWER] = { name: reviewer, ...(userId !== undefined && { userId }) } satisfies Person
  for (const [path, list] of LISTS)
    values[path] = itemsOf(edit, list).filter((item) => !isBlankItem(list, item))
  return values
}

/**
 * The form that values stand for, section by section; undefined where they have none. It shares its
 * items with the values, so it is to be looked at, not to be changed.
 */
export const toForm = (values: Values): SocEdit | undefined => {
  if (!(REVIEWER in values)) return undefined
  const form: Record<string, Record<string, unknown>> = {}
  for (const id of SOC_SECTION_IDS) form[id] = {}
  for (const path of FORM_PATHS) {
    const { section, name } = fieldOf(path)
    form[section] = { ...form[section], [name]: values[path] }
  }
  const { name, userId } = personOf(values[REVIEWER])
  form.reviewerInformation = {
    ...form.reviewerInformation,
    reviewer: name,
    ...(userId !== undefined && { reviewerUserId: userId }),
  }
  return form as unknown as SocEdit
}

const isSamePerson = (one: Person, other: Person): boolean =>
  one.userId === other.userId && (one.userId !== undefined || one.name === other.name)

/**
 * Whether two values of a path say exactly the same. A person who was chosen is another than one
 * whose name was read, even if both bear one name.
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
 * Whether two values of a field, not of a list, are the same words: a person by name, since a
 * service shows nothing else.
 */
export const isAlikeAt = (path: Path, one: Value, other: Value): boolean =>
  path === REVIEWER ? isAlike(personOf(one).name, personOf(other).name) : isAlike(one, other)

/** Whether two sets of values say exactly the same. */
export const isSameValues = (one: Values, other: Values): boolean =>
  Object.keys({ ...one, ...other }).every((path) => isSameAt(path, one[path], other[path]))

/** What of some values is not the same in others. @returns the wanted ones, where they differ */
export const changesBetween = (held: Values, wanted: Values): Values =>
  Object.fromEntries(
    Object.entries(wanted).filter(([path, value]) => !isSameAt(path, held[path], value)),
  )
