import { SOC_SECTION_IDS, type SocSectionId } from '../contract/enums.ts'
import type { FieldEntry, FieldKind } from './field-kinds.ts'
import { SOC_FORM } from './fields.ts'

/** The fields of the form's table, as a flat list for loops and by their paths. */

type Table = typeof SOC_FORM
/** The entries of a section in the table, by name. */
export type Entries<S extends SocSectionId> = Table[S]['fields']

/** The paths of all fields of some kinds, such as `cpaFirm.cpaFirm`. */
export type SocPath<K extends FieldKind = FieldKind> = {
  [S in SocSectionId]: {
    [N in keyof Entries<S> & string]: Entries<S>[N] extends { kind: K } ? `${S}.${N}` : never
  }[keyof Entries<S> & string]
}[SocSectionId]

/** A field of the form, with its section, name and path. */
export type SocField<K extends FieldKind = FieldKind> = {
  [P in K]: FieldEntry<P> & {
    section: SocSectionId
    name: P extends 'list' ? SocListId : string
    path: SocPath<P>
  }
}[K]

/** Every field, in the order of the form. */
export const SOC_FIELDS: readonly SocField[] = SOC_SECTION_IDS.flatMap((section) =>
  Object.entries<FieldEntry>(SOC_FORM[section].fields).map(
    // TypeScript loses the link between a key and its entry when a loop takes them apart.
    ([name, entry]) => ({ ...entry, section, name, path: `${section}.${name}` }) as SocField,
  ),
)

/** The fields of a section. */
export const fieldsIn = (section: SocSectionId): readonly SocField[] =>
  SOC_FIELDS.filter((field) => field.section === section)

const BY_PATH: ReadonlyMap<string, SocField> = new Map(
  SOC_FIELDS.map((field) => [field.path, field]),
)

/** Finds the field at a path; undefined if the form has none. A {@link SocPath} always has one. */
export const fieldAt: {
  (path: SocPath): SocField
  (path: string): SocField | undefined
} = (path: string) => BY_PATH.get(path) as SocField

/** Makes something for each field, and groups the results by section, like the form. */
export const bySection = <T>(make: (field: SocField) => T): Record<string, Record<string, T>> =>
  Object.fromEntries(
    SOC_SECTION_IDS.map((id) => [
      id,
      Object.fromEntries(fieldsIn(id).map((field) => [field.name, make(field)])),
    ]),
  )

/** The name of a list. No other field of the form has the same name. */
export type SocListId = {
  [S in SocSectionId]: {
    [N in keyof Entries<S> & string]: Entries<S>[N] extends { kind: 'list' } ? N : never
  }[keyof Entries<S> & string]
}[SocSectionId]

/** A list of the form. The service can only append to it, or clear it (contract, point 1). */
export type SocList = SocField<'list'>

const isList = (field: SocField): field is SocList => field.kind === 'list'

export const SOC_LISTS: readonly SocList[] = SOC_FIELDS.filter(isList)

const listsBy = <T>(valueOf: (list: SocList) => T) =>
  // The loop covers every list, so each name is there.
  Object.fromEntries(SOC_LISTS.map((list) => [list.name, valueOf(list)])) as Record<SocListId, T>

/** The lists by name. */
export const LIST_OF: Readonly<Record<SocListId, SocList>> = listsBy((list) => list)

/** The fields of an item that the app knows. Others are sent back as the service sent them. */
export const ITEM_FIELDS: Readonly<Record<SocListId, readonly string[]>> = listsBy(
  ({ texts, hasInPlace }) => [...Object.keys(texts), ...(hasInPlace ? ['inPlace'] : [])],
)

/** An item of any of the lists. It has no id, so it is identified by its content. */
export type SocItem = Readonly<Record<string, unknown>>

/** An item without the fields that the app does not know. */
export const knownItem = (list: SocListId, item: SocItem): SocItem =>
  Object.fromEntries(
    ITEM_FIELDS[list].filter((name) => name in item).map((name) => [name, item[name]]),
  )
