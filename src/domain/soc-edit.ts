import type { SocFormValues } from './completeness.ts'
import type { SocForm, SocSectionId } from './soc-form.ts'
import { SOC_SECTION_IDS } from './soc-sections.ts'
import { TRUST_SERVICE_CRITERIA } from './values.ts'

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

/** The four lists that the service appends to (contract, point 1). */
export const SOC_LISTS = [
  { list: 'findings', section: 'findings' },
  { list: 'userControls', section: 'endUserControls' },
  { list: 'services', section: 'servicesAndLocations' },
  { list: 'locations', section: 'servicesAndLocations' },
] as const satisfies readonly { list: string; section: SocSectionId }[]
export type SocListId = (typeof SOC_LISTS)[number]['list']

/** An item of any of the lists: it has no id, so it is what it says. */
export type SocItem = Readonly<Record<string, string | boolean | null>>

/** The fields that are set, section by section. */
export const SOC_SCALARS: Record<SocSectionId, readonly string[]> = {
  reviewerInformation: ['reviewer', 'reportIssueDate'],
  complianceScope: [
    'certification',
    'scopeType',
    'auditPeriod',
    'auditPeriodRange',
    'trustServiceCriteria',
  ],
  reportOpinion: ['reportOpinion', 'encompassBusinessNeeds', 'followUpActivity'],
  findings: ['hasMaterialImpact'],
  endUserControls: [],
  servicesAndLocations: [],
  cpaFirm: ['cpaFirm', 'cpaProcedurePerformed'],
  subserviceOrganizations: [
    'subserviceOrganization',
    'subserviceOrganizationUsingInclusiveMethod',
    'subserviceOrganizationProcedurePerformed',
  ],
}

const known: readonly string[] = TRUST_SERVICE_CRITERIA

/** The contract's order; values that the app does not know stay behind it. */
const inOrder = (criteria: readonly string[]): string[] => [
  ...known.filter((criterion) => criteria.includes(criterion)),
  ...[...new Set(criteria)].filter((criterion) => !known.includes(criterion)).toSorted(),
]

/** A browser's text field ends every line in one way, so that no other way can be told apart. */
const text = (value: string): string => value.replaceAll(/\r\n?/g, '\n')

/** An empty text means that there is none. */
const spelled = (value: unknown): unknown =>
  value === '' || value === undefined ? null : typeof value === 'string' ? text(value) : value

/** Gives every meaning its one spelling. */
export const toSocEdit = (form: SocForm | SocEdit): SocEdit => {
  const sections = SOC_SECTION_IDS.map((id) => {
    const values = form[id] as Record<string, unknown>
    return [id, Object.fromEntries(SOC_SCALARS[id].map((name) => [name, spelled(values[name])]))]
  })
  const edit = Object.fromEntries(sections) as SocEdit
  const { auditPeriodRange: range, trustServiceCriteria } = form.complianceScope
  edit.complianceScope.auditPeriodRange = {
    start: range.start || null,
    end: range.end || null,
  }
  edit.complianceScope.trustServiceCriteria = inOrder(trustServiceCriteria ?? [])
  edit.findings.findings = form.findings.findings.map(({ description }) => ({
    description: text(description),
  }))
  edit.endUserControls.userControls = form.endUserControls.userControls.map(
    ({ description, inPlace }) => ({ description: text(description), inPlace: inPlace ?? false }),
  )
  edit.servicesAndLocations.services = form.servicesAndLocations.services.map(({ name }) => ({
    name: text(name),
  }))
  edit.servicesAndLocations.locations = form.servicesAndLocations.locations.map(
    ({ city, stateOrCountry }) => ({ city: text(city), stateOrCountry: text(stateOrCountry) }),
  )
  if ('reviewerUserId' in form.reviewerInformation && form.reviewerInformation.reviewerUserId)
    edit.reviewerInformation.reviewerUserId = form.reviewerInformation.reviewerUserId
  return edit
}

/** The form of a SOC report that nobody has worked on. */
export const emptySocEdit = (): SocEdit => ({
  reviewerInformation: { reviewer: null, reportIssueDate: null },
  complianceScope: {
    certification: null,
    scopeType: null,
    auditPeriod: null,
    auditPeriodRange: { start: null, end: null },
    trustServiceCriteria: [],
  },
  reportOpinion: { reportOpinion: null, encompassBusinessNeeds: null, followUpActivity: null },
  findings: { hasMaterialImpact: null, findings: [] },
  endUserControls: { userControls: [] },
  servicesAndLocations: { services: [], locations: [] },
  cpaFirm: { cpaFirm: null, cpaProcedurePerformed: null },
  subserviceOrganizations: {
    subserviceOrganization: null,
    subserviceOrganizationUsingInclusiveMethod: null,
    subserviceOrganizationProcedurePerformed: null,
  },
})

/** The section that a list stands in. */
export const listPlace = (list: SocListId): (typeof SOC_LISTS)[number] =>
  SOC_LISTS.find((entry) => entry.list === list) ?? SOC_LISTS[0]

/** The items of a list. */
export const itemsOf = (edit: SocEdit, list: SocListId): readonly SocItem[] => {
  const { section } = listPlace(list)
  return (edit[section] as unknown as Record<SocListId, SocItem[]>)[list]
}

/** Whether two values say the same; they are plain data. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Makes an edit field by field and list by list.
 * @param choose given a way to look at one field, returns the edit to take that field from
 */
export const pickFields = (choose: (valueOf: (edit: SocEdit) => unknown) => SocEdit): SocEdit => {
  const made: Record<string, Record<string, unknown>> = {}
  const take = (section: SocSectionId, name: string): void => {
    const valueOf = (edit: SocEdit): unknown =>
      (edit[section] as unknown as Record<string, unknown>)[name]
    const from = choose(valueOf)
    made[section] = { ...made[section], [name]: valueOf(from) }
    const { reviewerUserId } = from.reviewerInformation
    if (name === 'reviewer' && reviewerUserId !== undefined)
      made[section].reviewerUserId = reviewerUserId
  }
  for (const id of SOC_SECTION_IDS) {
    made[id] = {}
    for (const name of SOC_SCALARS[id]) take(id, name)
  }
  for (const { section, list } of SOC_LISTS) take(section, list)
  return structuredClone(made) as unknown as SocEdit
}

/**
 * Carries an unsaved edit over to what the service has now: fields that were not edited follow the
 * service, and so do those that it has by now as they were edited; the others keep what they were
 * edited from, so that a save still sees who was there.
 */
export const rebase = (
  base: SocEdit,
  edit: SocEdit,
  now: SocEdit,
): { base: SocEdit; edit: SocEdit } => {
  const isEdited = (valueOf: (of: SocEdit) => unknown): boolean =>
    !isSame(valueOf(edit), valueOf(base)) && !isSame(valueOf(edit), valueOf(now))
  return {
    base: pickFields((valueOf) => (isEdited(valueOf) ? base : now)),
    edit: pickFields((valueOf) => (isEdited(valueOf) ? edit : now)),
  }
}
