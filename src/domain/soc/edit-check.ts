import { auditPeriodRange, reviewUpdateRequest, socFormSaveRequest } from '../contract/requests.ts'
import { SOC_SECTION_IDS, type SocSectionId } from '../contract/soc-form.ts'
import { ITEM_FIELDS } from '../work/words.ts'
import {
  isSame,
  itemsOf,
  SOC_LISTS,
  SOC_SCALARS,
  type SocEdit,
  type SocItem,
  type SocListId,
  toSocEdit,
} from './edit.ts'

/**
 * Finds what the service would refuse as malformed, before it is sent: nothing else stops a save,
 * since only the service decides what is complete.
 */

/** Sentences by dot path, such as `findings.findings.3.description`. */
export type EditErrors = Record<string, string>

const BOTH_ENDS = 'The audit period needs both its start and its end.'

/**
 * A field's value as a request would carry it, without what need not be checked. Values that the
 * service itself sent are never complained about: an enum that is newer than the app is no error.
 */
const valueToCheck = (edit: SocEdit, base: SocEdit, id: SocSectionId, name: string): unknown => {
  const value = (edit[id] as Record<string, unknown>)[name]
  if (name === 'trustServiceCriteria') {
    const known = base.complianceScope.trustServiceCriteria ?? []
    return (edit.complianceScope.trustServiceCriteria ?? []).filter(
      (criterion) => !known.includes(criterion),
    )
  }
  return value
}

/** The fields of a section that differ from the base, as one request. */
const sectionToCheck = (edit: SocEdit, base: SocEdit, id: SocSectionId) => {
  const request: Record<string, unknown> = {}
  const valueIn = (of: SocEdit, name: string): unknown => (of[id] as Record<string, unknown>)[name]
  for (const name of SOC_SCALARS[id]) {
    if (name === 'auditPeriodRange' || isSame(valueIn(edit, name), valueIn(base, name))) continue
    if (name === 'reviewer') {
      const { reviewerUserId } = edit.reviewerInformation
      if (reviewerUserId !== undefined) request.reviewerUserId = reviewerUserId
    } else request[name] = valueToCheck(edit, base, id, name)
  }
  return request
}

/** Where a list's items begin that a save would send: behind those that are there already. */
const firstSent = (edit: SocEdit, base: SocEdit, list: SocListId): number => {
  const [before, after] = [itemsOf(base, list), itemsOf(edit, list)]
  return isSame(after.slice(0, before.length), before) ? before.length : 0
}

/** The first sentence for each path: later checks of a value follow from the first. */
const errorsOf = (
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  pathOf: (path: readonly PropertyKey[]) => string,
): EditErrors => {
  const errors: EditErrors = {}
  for (const { path, message } of issues) errors[pathOf(path)] ??= message
  return errors
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.')

const scalarErrors = (edit: SocEdit, base: SocEdit, today: string): EditErrors => {
  const request = Object.fromEntries(
    SOC_SECTION_IDS.map((id) => [id, sectionToCheck(edit, base, id)]),
  )
  const { error } = socFormSaveRequest(today).safeParse(request)
  // The reviewer is written by id but edited by name; a set is one field, whichever member is wrong.
  return errorsOf(error?.issues ?? [], (path) =>
    dotted(path)
      .replace('.reviewerUserId', '.reviewer')
      .replace(/(\.trustServiceCriteria)\..*$/, '$1'),
  )
}

const rangeErrors = (edit: SocEdit, base: SocEdit): EditErrors => {
  const range = edit.complianceScope.auditPeriodRange
  const path = 'complianceScope.auditPeriodRange'
  if (isSame(range, base.complianceScope.auditPeriodRange)) return {}
  if (!range.start && !range.end) return {}
  if (!range.start) return { [`${path}.start`]: BOTH_ENDS }
  if (!range.end) return { [`${path}.end`]: BOTH_ENDS }
  const issues = auditPeriodRange.safeParse(range).error?.issues ?? []
  // Which of two comes first can only be said of two dates.
  const first = issues.filter(({ code }) => code !== 'custom')
  return errorsOf(first.length > 0 ? first : issues, (issue) => dotted([path, ...issue]))
}

const listErrors = (edit: SocEdit, base: SocEdit, today: string): EditErrors => {
  const schema = socFormSaveRequest(today)
  return Object.assign(
    {},
    ...SOC_LISTS.map(({ section, list }): EditErrors => {
      if (isSame(itemsOf(edit, list), itemsOf(base, list))) return {}
      const start = firstSent(edit, base, list)
      // Fields that the app does not know are the service's own.
      const known = (item: SocItem) =>
        Object.fromEntries(ITEM_FIELDS[list].map((name) => [name, item[name]]))
      const request = { [section]: { [list]: itemsOf(edit, list).slice(start).map(known) } }
      const { error } = schema.safeParse(request)
      return errorsOf(error?.issues ?? [], ([, , index, ...rest]) =>
        dotted([section, list, Number(index) + start, ...rest]),
      )
    }),
  ) as EditErrors
}

/** An edit of which nothing was there before, so that all of it is checked. */
const nothing = (edit: SocEdit): SocEdit => {
  const bare = structuredClone(edit) as unknown as Record<string, Record<string, unknown>>
  for (const id of SOC_SECTION_IDS) bare[id] = {}
  for (const { section, list } of SOC_LISTS) bare[section] = { ...bare[section], [list]: [] }
  bare.complianceScope = { trustServiceCriteria: [], auditPeriodRange: { start: null, end: null } }
  return bare as unknown as SocEdit
}

/**
 * Checks what the form holds.
 *
 * @param today the calendar day beyond which a report cannot have been issued
 * @param base what the service has: what was not changed since is not checked. Of a list that is
 *   only added to, the additions are checked; any other change sends, and checks, every item
 * @returns nothing where all of it can be sent
 */
export const checkSocEdit = (edit: SocEdit, today: string, base?: SocEdit): EditErrors => {
  const spelled = toSocEdit(edit)
  const from = base === undefined ? nothing(spelled) : toSocEdit(base)
  return {
    ...scalarErrors(spelled, from, today),
    ...rangeErrors(spelled, from),
    ...listErrors(spelled, from, today),
  }
}

/** The sections in which something is wrong, in the order of the form. */
export const sectionsOf = (errors: EditErrors): SocSectionId[] =>
  SOC_SECTION_IDS.filter((id) => Object.keys(errors).some((path) => path.startsWith(`${id}.`)))

/** What is wrong with a title, in a sentence. Like the service, it takes an empty one. */
export const checkTitle = (title: string): string | undefined =>
  reviewUpdateRequest('').safeParse({ title }).error?.issues[0]?.message
