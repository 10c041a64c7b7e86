import { createHash } from 'node:crypto'
import type { Random } from '../../mocks/seed/random.ts'
import {
  CERTIFICATIONS,
  FINAL_DECISIONS,
  type FinalDecision,
  REPORT_OPINIONS,
  SCOPE_TYPES,
  TRUST_SERVICE_CRITERIA,
} from '../../src/domain/contract/enums.ts'
import { emptySocEdit, type SocEdit } from '../../src/domain/soc/edit.ts'

/** A file that the analyst uploads. */
export interface EnteredFile {
  name: string
  mimeType: string
  buffer: Buffer
  sha256: string
}

/** Everything that the analyst enters in one job. */
export interface Entries {
  title: string
  note: string
  report: EnteredFile
  /** Whether the report is sent with the new review, or uploaded afterwards. */
  isReportWithReview: boolean
  questionnaires: readonly [EnteredFile, EnteredFile]
  /** The values of the form at each save. */
  rounds: readonly SocEdit[]
  /** The page is killed during this save; below 0 for none. */
  killedRound: number
  killedAfterMs: number
  decision: FinalDecision
  decisionNote: string
  isDecisionReset: boolean
}

/** A user of the seed. Reviewers are chosen by name. */
export const REVIEWER = { id: 101, name: 'Ada Reyes' }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const file = (name: string, mimeType: string, text: string): EnteredFile => {
  const buffer = Buffer.from(text)
  return { name, mimeType, buffer, sha256: createHash('sha256').update(buffer).digest('hex') }
}

const listsOf = (random: Random, edit: SocEdit, round: string): SocEdit => {
  const next = structuredClone(edit)
  const some = (noun: string): string[] =>
    Array.from({ length: random.int(0, 2) }, (_, index) => `${noun} ${round}.${index + 1}`)
  next.findings.findings.push(...some('Finding').map((description) => ({ description })))
  next.endUserControls.userControls.push(
    ...some('Control').map((description) => ({ description, inPlace: random.chance(0.5) })),
  )
  next.servicesAndLocations.services.push(...some('Service').map((name) => ({ name })))
  next.servicesAndLocations.locations.push(
    ...some('City').map((city) => ({ city, stateOrCountry: `State of ${city}` })),
  )
  return next
}

/** The first save: enough of each section that the review can be finalized. */
const firstRound = (random: Random): SocEdit => {
  const edit = listsOf(random, emptySocEdit(), '1')
  edit.reviewerInformation = {
    ...edit.reviewerInformation,
    reviewer: REVIEWER.name,
    reviewerUserId: REVIEWER.id,
    reportIssueDate: `2025-0${random.int(1, 9)}-1${random.int(0, 9)}`,
  }
  const certification = random.pick(CERTIFICATIONS)
  const scopeType = random.pick(SCOPE_TYPES)
  const isType1 = scopeType === 'TYPE_1'
  edit.complianceScope = {
    ...edit.complianceScope,
    certification,
    scopeType,
    auditPeriod: isType1 ? '2025-03-31' : null,
    auditPeriodRange: isType1
      ? { start: null, end: null }
      : { start: '2024-04-01', end: `2025-03-${random.int(10, 31)}` },
    trustServiceCriteria:
      certification === 'SOC_2' ? random.some(TRUST_SERVICE_CRITERIA, random.int(1, 3)) : [],
  }
  edit.reportOpinion = {
    ...edit.reportOpinion,
    reportOpinion: random.pick(REPORT_OPINIONS),
    encompassBusinessNeeds: random.chance(0.5),
    followUpActivity: 'Ask again in spring.\nThen close it.',
  }
  edit.findings.findings.unshift({ description: 'Finding 1.0' })
  edit.findings.hasMaterialImpact = random.chance(0.5)
  edit.endUserControls.userControls.unshift({ description: 'Control 1.0', inPlace: true })
  edit.servicesAndLocations.services.unshift({ name: 'Service 1.0' })
  edit.servicesAndLocations.locations.unshift({ city: 'Lagos', stateOrCountry: 'Nigeria' })
  edit.cpaFirm = {
    ...edit.cpaFirm,
    cpaFirm: `Hollis ${random.int(1, 99)}`,
    cpaProcedurePerformed: 'Inspection',
  }
  edit.subserviceOrganizations = {
    ...edit.subserviceOrganizations,
    subserviceOrganization: 'Harbor Cloud',
    subserviceOrganizationUsingInclusiveMethod: random.pick([true, false, null]),
    subserviceOrganizationProcedurePerformed: 'Read its report.',
  }
  return edit
}

/** Changes and removes what was saved before. The service has no request for that in lists. */
const changed = (random: Random, edit: SocEdit): SocEdit => {
  const next = listsOf(random, edit, '3')
  const { findings } = next.findings
  const index = random.int(0, findings.length - 1)
  findings[index] = { description: 'Finding, in other words' }
  const { userControls } = next.endUserControls
  if (random.chance(0.5)) userControls.splice(random.int(0, userControls.length - 1), 1)
  const { services } = next.servicesAndLocations
  if (services.length > 1) services.splice(0, 1)
  next.cpaFirm.cpaFirm = 'Hollis and Partners'
  next.reportOpinion.followUpActivity = random.pick([null, 'Nothing is left to do.'])
  return next
}

/** Draws what the analyst enters in a job. */
export const drawEntries = (random: Random, job: number): Entries => {
  const first = firstRound(random)
  const added = listsOf(random, first, '2')
  added.cpaFirm.cpaProcedurePerformed = 'Inspection and inquiry'
  return {
    title: `Review of job ${job}`,
    note: `Note of job ${job}`,
    report: file(`report-${job}.pdf`, 'application/pdf', `%PDF-1.4\nReport of job ${job}\n`),
    isReportWithReview: random.chance(0.5),
    questionnaires: [
      file(`caiq-${job}.xlsx`, XLSX, `PK\u0003\u0004 caiq of job ${job}`),
      file(`annex-${job}.csv`, 'text/csv', `question,answer\njob,${job}\n`),
    ],
    rounds: [first, added, changed(random, added)],
    killedRound: random.int(-3, 2),
    killedAfterMs: random.int(0, 150),
    decision: random.pick(FINAL_DECISIONS),
    decisionNote: `Decided in job ${job}.`,
    isDecisionReset: random.chance(0.5),
  }
}
