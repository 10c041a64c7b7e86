import type { SocForm, SocFormValues } from '../contract/soc-form.ts'
import type { Answers } from './field-kinds.ts'
import { bySection, type SocField, type SocItem } from './form-fields.ts'

/**
 * The form's values in the normal form in which they are edited and compared. Each meaning has one
 * spelling, so text that was typed and deleted again is no change.
 */
export type SocEdit = SocFormValues & {
  reviewerInformation: {
    /** The user whom the analyst chose; absent while the name that the service sent stands. */
    reviewerUserId?: number | undefined
  }
}

/** Sorts values into the contract's order; values that the app does not know come last. */
const inOrder = (known: readonly string[], chosen: readonly string[]): string[] => [
  ...known.filter((value) => chosen.includes(value)),
  ...[...new Set(chosen)].filter((value) => !known.includes(value)).toSorted(),
]

/** A browser's text field has one kind of line end, so we cannot tell the others apart. */
const normalizedText = (value: string): string => value.replaceAll(/\r\n?/g, '\n')

/** Normalizes the texts of an item. Fields that the app does not know are kept and sent back. */
const normalizedItem = ({ texts, hasInPlace }: SocField<'list'>, item: SocItem): SocItem => {
  const normalized: Record<string, unknown> = { ...item }
  for (const name of Object.keys(texts)) normalized[name] = normalizedText(String(item[name]))
  if (hasInPlace) normalized.inPlace = item.inPlace ?? false
  return normalized
}

/** Normalizes a value of a field. A missing value and an empty text both mean "no answer". */
const normalized = (field: SocField, value: unknown): unknown => {
  switch (field.kind) {
    case 'list':
      return ((value ?? []) as readonly SocItem[]).map((item) => normalizedItem(field, item))
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
          ? normalizedText(value)
          : value
  }
}

/** The type of a normalized value, for each kind of field. */
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
  // The type is lost because the field is looked up by name; the table says what it holds.
  answerIn(edit, field) as EditValues[F['kind']]

/** Builds a form with a value for each field. The loop covers the table behind the type. */
export const editOf = (valueOf: (field: SocField) => unknown): SocEdit =>
  bySection(valueOf) as unknown as SocEdit

/** Normalizes every value of a form. */
export const toSocEdit = (form: SocForm | SocEdit): SocEdit => {
  const edit = editOf((field) => normalized(field, answerIn(form, field)))
  if ('reviewerUserId' in form.reviewerInformation && form.reviewerInformation.reviewerUserId)
    edit.reviewerInformation.reviewerUserId = form.reviewerInformation.reviewerUserId
  return edit
}

/** The form of a SOC report before anybody has worked on it. */
export const emptySocEdit = (): SocEdit => editOf((field) => normalized(field, null))

/** Whether two values of plain data are equal. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
