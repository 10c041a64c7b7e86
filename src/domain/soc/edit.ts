import type { SocForm, SocFormValues } from '../contract/soc-form.ts'
import type { Answers } from './field-kinds.ts'
import { bySection, type SocField, type SocItem } from './form-fields.ts'

/**
 * The form's values as they are edited and compared: one spelling for each meaning, so that what
 * was typed and deleted again is no change.
 */
export type SocEdit = SocFormValues & {
  reviewerInformation: {
    /** The user whom the analyst chose; absent while the service's own name stands. */
    reviewerUserId?: number | undefined
  }
}

/** The contract's order; values that the app does not know stay behind it. */
const inOrder = (known: readonly string[], chosen: readonly string[]): string[] => [
  ...known.filter((value) => chosen.includes(value)),
  ...[...new Set(chosen)].filter((value) => !known.includes(value)).toSorted(),
]

/** A browser's text field ends every line in one way, so that no other way can be told apart. */
const text = (value: string): string => value.replaceAll(/\r\n?/g, '\n')

/** An item is sent back as it came: fields that the app does not know stay in it. */
const spelledItem = ({ texts, hasInPlace }: SocField<'list'>, item: SocItem): SocItem => {
  const spelled: Record<string, unknown> = { ...item }
  for (const name of Object.keys(texts)) spelled[name] = text(String(item[name]))
  if (hasInPlace) spelled.inPlace = item.inPlace ?? false
  return spelled
}

/** Gives a value of a field its one spelling. No value, and an empty text, mean that there is none. */
const spelled = (field: SocField, value: unknown): unknown => {
  switch (field.kind) {
    case 'list':
      return ((value ?? []) as readonly SocItem[]).map((item) => spelledItem(field, item))
    case 'set':
      return inOrder(field.options, (value ?? []) as readonly string[])
    case 'range': {
      const { start, end } = (value ?? {}) as { start?: string | null; end?: string | null }
      return { start: start || null, end: end || null }
    }
    default:
      return value === '' || value === undefined
        ? null
        : typeof value === 'string'
          ? text(value)
          : value
  }
}

/** A value of each kind of field, in its one spelling. */
interface EditValues {
  person: string | null
  day: string | null
  range: { start: string | null; end: string | null }
  choice: string | null
  set: readonly string[]
  'yes-no': boolean | null
  line: string | null
  text: string | null
  list: readonly SocItem[]
}

const answerIn = (form: SocFormValues, { section, name }: SocField): unknown => {
  const answers: Answers = form[section]
  return answers[name]
}

/** The value of a field in an edit. */
export const valueIn = <F extends SocField>(edit: SocEdit, field: F): EditValues[F['kind']] =>
  // A field is found by its name, where no type follows; the table says what it holds.
  answerIn(edit, field) as EditValues[F['kind']]

/** A form with a value for each field. The loop goes through the table that the type is made of. */
export const editOf = (valueOf: (field: SocField) => unknown): SocEdit =>
  bySection(valueOf) as unknown as SocEdit

/** Gives every meaning its one spelling. */
export const toSocEdit = (form: SocForm | SocEdit): SocEdit => {
  const edit = editOf((field) => spelled(field, answerIn(form, field)))
  if ('reviewerUserId' in form.reviewerInformation && form.reviewerInformation.reviewerUserId)
    edit.reviewerInformation.reviewerUserId = form.reviewerInformation.reviewerUserId
  return edit
}

/** The form of a SOC report that nobody has worked on. */
export const emptySocEdit = (): SocEdit => editOf((field) => spelled(field, null))

/** Whether two values say the same; they are plain data. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
