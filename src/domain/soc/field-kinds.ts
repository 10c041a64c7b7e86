/** What an entry of the form's table can hold: parts of all fields, and parts of each kind. */

/** A section's answers by the names of their fields. */
export type Answers = Readonly<Record<string, unknown>>

/** A rule over the answers of the field's own section. */
export type When = (answers: Answers) => boolean

interface AnyField {
  /** The accessible name on the screen. */
  label: string
  /** Where to find the answer in a SOC report, and what to beware of: one or two sentences. */
  hint: string
  /** Whether an answer is needed before the review can be finalized. Default: it is not. */
  isRequired?: true | When
  /** When the field is asked for. Default: always. */
  appliesWhen?: When
  /** When the read-only form leaves the field out, because it belongs to another kind of report. */
  isForeignWhen?: When
  /** A remark beside the field, shown once the answers make it more important than usual. */
  remark?: { text: string; when: When }
  /** What a missing answer means, if it means something. */
  none?: string
}

/** An answer from a closed set. The service may know more values than the app. */
interface Options {
  options: readonly [string, ...string[]]
  labels: Readonly<Record<string, string>>
}

/** The limit counts characters. */
interface Limited {
  limit: number
}

/** A list that the service can only append to, or clear with an empty list (contract, point 1). */
interface Items {
  noun: string
  plural: string
  /** The texts of an item, by field name. */
  texts: Readonly<Record<string, { label: string } & Limited>>
  /** Each text is one line, short enough to stand beside another. */
  isSingleLine?: true
  /** Each item also says whether it is in place (`inPlace`). */
  hasInPlace?: true
  /** What an item without any words is called. */
  unnamed: string
}

/** What each kind of field has in addition. */
export interface FieldKinds {
  /** A user: read as a display name, written by id under another name (contract, point 2). */
  person: { sentAs: string }
  /** A calendar date. With `isPast`, it must not be later than today. */
  day: { isPast?: true }
  /** Two calendar dates, of which the second is later. Both are required, or neither. */
  range: object
  choice: Options
  /** Any number of values from a closed set; always written as a whole, in the contract's order. */
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

/** Whether a value is no answer. A range is blank if either of its days is missing. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object' || value === null) return value === null || value === undefined
  const { start, end } = value as { start?: unknown; end?: unknown }
  return isBlank(start) || isBlank(end)
}
