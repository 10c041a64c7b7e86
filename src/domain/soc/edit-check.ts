import { dayProblem } from '../../lib/day-text.ts'
import { SOC_SECTION_IDS, type SocSectionId } from '../contract/enums.ts'
import { reviewUpdateRequest } from '../contract/requests.ts'
import { fieldRequest } from '../contract/soc-form-request.ts'
import { isSame, type SocEdit, toSocEdit, valueIn } from './edit.ts'
import { knownItem, SOC_FIELDS, type SocField, type SocItem, type SocList } from './form-fields.ts'

/**
 * Finds malformed values that the service would refuse, before they are sent. Missing answers do
 * not stop a save: only the service decides what is complete.
 */

/** Error messages by dot path, such as `findings.findings.3.description`. */
export type EditErrors = Record<string, string>

/** What is wrong with a value: messages, with the path within the value. */
type Issues = readonly { path: readonly PropertyKey[]; message: string; code?: string }[]

const issuesOf = (field: SocField, sent: unknown, today: string): Issues =>
  fieldRequest(field, today).safeParse(sent).error?.issues ?? []

/** The first message for each path. Later ones usually follow from the first. */
const errorsAt = (
  path: string,
  issues: Issues,
  pathIn: (path: readonly PropertyKey[]) => readonly PropertyKey[],
): EditErrors => {
  const errors: EditErrors = {}
  for (const issue of issues)
    errors[[path, ...pathIn(issue.path)].map(String).join('.')] ??= issue.message
  return errors
}

/** The index of the first item that a save would send. The service has those before it already. */
const firstSent = (items: readonly SocItem[], before: readonly SocItem[]): number =>
  isSame(items.slice(0, before.length), before) ? before.length : 0

const listErrors = (
  list: SocList,
  items: readonly SocItem[],
  before: readonly SocItem[],
  today: string,
): EditErrors => {
  const start = firstSent(items, before)
  // Fields that the app does not know belong to the service and are not checked.
  const sent = items.slice(start).map((item) => knownItem(list.name, item))
  return errorsAt(list.path, issuesOf(list, sent, today), ([index, ...rest]) => [
    Number(index) + start,
    ...rest,
  ])
}

/** Why a typed text is no day. The schema only says that it is none. */
const typingErrors = (path: string, text: string | null): EditErrors => {
  const problem = dayProblem(text ?? '')
  return problem === undefined ? {} : { [path]: problem }
}

const rangeErrors = (
  field: SocField<'range'>,
  range: { start: string | null; end: string | null },
  today: string,
): EditErrors => {
  const typing = {
    ...typingErrors(`${field.path}.start`, range.start),
    ...typingErrors(`${field.path}.end`, range.end),
  }
  if (Object.keys(typing).length > 0) return typing
  const bothEnds = `The ${field.label.toLowerCase()} needs both its start and its end.`
  if (!range.start && !range.end) return {}
  if (!range.start) return { [`${field.path}.start`]: bothEnds }
  if (!range.end) return { [`${field.path}.end`]: bothEnds }
  const issues = issuesOf(field, range, today)
  // Compare the two dates only if both are valid.
  const first = issues.filter(({ code }) => code !== 'custom')
  return errorsAt(field.path, first.length > 0 ? first : issues, (path) => path)
}

/** The errors of a field. @param base the form as the service has it; undefined if it has none */
const fieldErrors = (
  field: SocField,
  edit: SocEdit,
  base: SocEdit | undefined,
  today: string,
): EditErrors => {
  if (base !== undefined && isSame(valueIn(edit, field), valueIn(base, field))) return {}
  const errorsIn = (sent: unknown): EditErrors =>
    // A set shows one error for the whole field, whichever of its values is wrong.
    errorsAt(field.path, issuesOf(field, sent, today), () => [])
  switch (field.kind) {
    case 'list':
      return listErrors(field, valueIn(edit, field), base ? valueIn(base, field) : [], today)
    case 'day': {
      const text = valueIn(edit, field)
      return { ...errorsIn(text), ...typingErrors(field.path, text) }
    }
    case 'range':
      return rangeErrors(field, valueIn(edit, field), today)
    case 'person': {
      const { reviewerUserId } = edit.reviewerInformation
      return reviewerUserId === undefined ? {} : errorsIn(reviewerUserId)
    }
    case 'set': {
      // A value that the app does not know is no error if the service sent it.
      const known = base ? valueIn(base, field) : []
      return errorsIn(valueIn(edit, field).filter((value) => !known.includes(value)))
    }
    default:
      return errorsIn(valueIn(edit, field))
  }
}

/**
 * Checks what the form holds.
 *
 * @param today the calendar day after which a report cannot have been issued
 * @param base the form as the service has it. Unchanged fields are not checked. If items were only
 *   added to a list, only those are checked; any other change of a list sends, and checks, every
 *   item
 * @returns an empty object if everything can be sent
 */
export const checkSocEdit = (edit: SocEdit, today: string, base?: SocEdit): EditErrors => {
  const normalized = toSocEdit(edit)
  const from = base && toSocEdit(base)
  return Object.assign(
    {},
    ...SOC_FIELDS.map((field) => fieldErrors(field, normalized, from, today)),
  ) as EditErrors
}

/** The sections that have errors, in the order of the form. */
export const sectionsOf = (errors: EditErrors): SocSectionId[] =>
  SOC_SECTION_IDS.filter((id) => Object.keys(errors).some((path) => path.startsWith(`${id}.`)))

/** The error message for a title. Like the service, this accepts an empty title. */
export const checkTitle = (title: string): string | undefined =>
  reviewUpdateRequest('').safeParse({ title }).error?.issues[0]?.message
