import { SOC_SECTION_IDS, type SocForm, type SocSectionId } from '../contract/soc-form.ts'
import { TRUST_SERVICE_CRITERIA } from '../contract/values.ts'
import type { SocFormValues } from './completeness.ts'

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
export type SocItem = Readonly<Record<string, unknown>>

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
  // An item is sent back as it came: fields that the app does not know stay in it.
  edit.findings.findings = form.findings.findings.map((item) => ({
    ...item,
    description: text(item.description),
  }))
  edit.endUserControls.userControls = form.endUserControls.userControls.map((item) => ({
    ...item,
    description: text(item.description),
    inPlace: item.inPlace ?? false,
  }))
  edit.servicesAndLocations.services = form.servicesAndLocations.services.map((item) => ({
    ...item,
    name: text(item.name),
  }))
  edit.servicesAndLocations.locations = form.servicesAndLocations.locations.map((item) => ({
    ...item,
    city: text(item.city),
    stateOrCountry: text(item.stateOrCountry),
  }))
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
const sectionOf = (list: SocListId): SocSectionId =>
  (SOC_LISTS.find((entry) => entry.list === list) ?? SOC_LISTS[0]).section

/** The items of a list. */
export const itemsOf = (edit: SocEdit, list: SocListId): readonly SocItem[] => {
  return (edit[sectionOf(list)] as unknown as Record<SocListId, SocItem[]>)[list]
}

/** Whether two values say the same; they are plain data. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
