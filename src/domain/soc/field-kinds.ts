/** What an entry of the form's table can say: of every field, and of each kind of field. */

/** A section's answers by the names of their fields. */
export type Answers = Readonly<Record<string, unknown>>

/** A rule over the answers of the field's own section. */
export type When = (answers: Answers) => boolean

interface AnyField {
  /** The accessible name on the screen. */
  label: string
  /** Where the answer stands in a SOC report, and what to beware of: one or two sentences. */
  hint: string
  /** Whether a review can be finalized without an answer; it can where nothing is said. */
  isRequired?: true | When
  /** When the field is asked for. Always, where nothing is said. */
  appliesWhen?: When
  /** When a form that is only read leaves the field out, since it belongs to another kind of report. */
  isForeignWhen?: When
  /** Stands out beside the field, once the answers make it more important than usual. */
  remark?: { text: string; when: When }
  /** What having no answer says, where it says something. */
  none?: string
}

/** An answer out of a closed set; the service may know more than the app. */
interface Options {
  options: readonly [string, ...string[]]
  labels: Readonly<Record<string, string>>
}

/** A limit counts characters. */
interface Limited {
  limit: number
}

/** What the service appends to, and clears by an empty list (contract, point 1). */
interface Items {
  noun: string
  plural: string
  /** The texts of an item, by the names of their fields. */
  texts: Readonly<Record<string, { label: string } & Limited>>
  /** Each text is one line, short enough to stand beside another. */
  isSingleLine?: true
  /** An item also says whether it is in place (`inPlace`). */
  hasInPlace?: true
  /** What an item without words is called. */
  unnamed: string
}

/** What each kind of field says beside the rest. */
export interface FieldKinds {
  /** A user: read as a display name, written by id under another name (contract, point 2). */
  person: { sentAs: string }
  /** A calendar date. One that is `isPast` lies today at the latest. */
  day: { isPast?: true }
  /** Two calendar dates, of which the second is later; one asks for both or for none. */
  range: object
  choice: Options
  /** Any number of a closed set; written as a whole, in the order of the contract. */
  set: Options
  'yes-no': object
  /** A text of one line. */
  line: Limited
  text: Limited
  list: Items
}
export type FieldKind = keyof FieldKinds

/** An entry of the table. */
export type FieldEntry<K extends FieldKind = FieldKind> = {
  [P in K]: AnyField & { kind: P } & FieldKinds[P]
}[K]

/** Whether a value is no answer: of a range, whether either of its days is missing. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object' || value === null) return value === null || value === undefined
  const { start, end } = value as { start?: unknown; end?: unknown }
  return isBlank(start) || isBlank(end)
}
