import { type Balance, balanceOf } from './balance.ts'
import { criteriaClaims } from './fields/criteria.ts'
import { firmClaims } from './fields/firm.ts'
import { issueDateClaims } from './fields/issue-date.ts'
import { locationClaims } from './fields/locations.ts'
import { opinionClaims } from './fields/opinion.ts'
import { serviceClaims } from './fields/report-services.ts'
import { type ReportTexts, reportTextsOf } from './fields/report-texts.ts'
import {
  auditDayClaims,
  certificationClaims,
  periodClaims,
  scopeTypeClaims,
} from './fields/scope.ts'
import { methodClaims, noSubservice, subserviceClaims } from './fields/subservice.ts'
import { findingClaims, testRowsOf } from './fields/test-results.ts'
import { userControlClaims, userControlNumbers } from './fields/user-controls.ts'
import { type DocumentKind, kindOf } from './kind.ts'
import { layOut } from './layout/layout.ts'
import type { PageText } from './layout/page-text.ts'
import { type Proof, proofOf } from './proof/prove.ts'
import type { Claim, FieldReading, FieldReadings, FieldValues, Suggestion } from './suggestion.ts'

/** What was read of a document. It can be sent from a worker as it is. */
export interface Reading {
  kind: DocumentKind
  /** Null for a document that fills no form: a letter, a certificate, a scan. */
  fields: FieldReadings | null
  balance: Balance
}

const NOT_FOUND = { status: 'not-found' } as const

const reading = <T>(candidates: Suggestion<T>[]): FieldReading<T> =>
  candidates.length > 0 ? { status: 'found', candidates } : NOT_FOUND

/** One candidate a value, the first one of each. */
const oneEach = <C extends { value: unknown }>(claims: readonly C[]): C[] => {
  const byValue = new Map<string, C>()
  for (const one of claims) {
    const key = JSON.stringify(one.value)
    if (!byValue.has(key)) byValue.set(key, one)
  }
  return [...byValue.values()]
}

const scalar = <T>(proof: Proof, claims: readonly Claim<T>[]): FieldReading<T> => {
  // Where the quote of one claim cannot be proved, that of another for the same value may be.
  return reading(oneEach(claims.map((one) => proof.admit(one)).filter((one) => one !== null)))
}

const list = <T>(
  proof: Proof,
  claims: readonly Claim<T>[],
  textOf: (value: T) => string,
): FieldReading<T> =>
  reading(
    oneEach(claims.map((one) => proof.admit(one, textOf(one.value))).filter((one) => one !== null)),
  )

const bestOf = <T>(field: FieldReading<T>): T | null =>
  field.status === 'found' ? (field.candidates[0]?.value ?? null) : null

const scopeOf = (proof: Proof, report: ReportTexts) => {
  const certification = scalar(proof, certificationClaims(report))
  const period = scalar(proof, periodClaims(report))
  const day = scalar(proof, auditDayClaims(report))
  const type = scalar(proof, scopeTypeClaims(report))
  const isTypeOne = bestOf(type) === 'TYPE_1' || (bestOf(type) === null && bestOf(period) === null)
  return {
    certification,
    scopeType: type,
    auditPeriod: isTypeOne ? day : NOT_FOUND,
    auditPeriodRange: isTypeOne ? NOT_FOUND : period,
    trustServiceCriteria:
      bestOf(certification) === 'SOC_1' ? NOT_FOUND : scalar(proof, criteriaClaims(report)),
  }
}

const subserviceOf = (
  proof: Proof,
  report: ReportTexts,
): Pick<FieldReadings, 'subserviceOrganization' | 'subserviceOrganizationUsingInclusiveMethod'> => {
  const names = list(proof, subserviceClaims(report), ({ name }) => name)
  const [none] = noSubservice(report)
    .map((one) => proof.admit(one))
    .filter((one) => one !== null)
  if (none && names.status !== 'found') {
    const stated = { status: 'none', quote: none.quote, rule: none.rule } as const
    return { subserviceOrganization: stated, subserviceOrganizationUsingInclusiveMethod: stated }
  }
  return {
    subserviceOrganization: names,
    subserviceOrganizationUsingInclusiveMethod: scalar(proof, methodClaims(report)),
  }
}

const fieldsOf = (
  proof: Proof,
  report: ReportTexts,
  findings: readonly Claim<FieldValues['findings']>[],
  controls: FieldReading<FieldValues['userControls']>,
): FieldReadings => {
  const scope = scopeOf(proof, report)
  const end = bestOf(scope.auditPeriodRange)?.end ?? bestOf(scope.auditPeriod)
  return {
    reportIssueDate: scalar(proof, issueDateClaims(report, end)),
    ...scope,
    reportOpinion: scalar(proof, opinionClaims(report)),
    findings: list(proof, findings, ({ description }) => description),
    userControls: controls,
    services: list(proof, serviceClaims(report), ({ name }) => name),
    locations: list(proof, locationClaims(report), ({ city }) => city),
    cpaFirm: list(proof, firmClaims(report), (name) => name),
    ...subserviceOf(proof, report),
  }
}

/**
 * Reads a report: its kind, the values of the SOC form with their quotes, and what was not understood.
 * @param pages in order
 * @param onPage is told of each page that was taken apart, by its number
 */
export const readPages = (pages: readonly PageText[], onPage?: (page: number) => void): Reading => {
  const layout = layOut(pages, onPage)
  const kind = kindOf(layout, pages.length)
  const proof = proofOf(pages, layout)
  const report = reportTextsOf(layout)
  const isReport = kind === 'SOC_REPORT' || kind === 'ISAE_3402' || kind === 'ISAE_3000'
  const tests = isReport ? testRowsOf(report) : []
  const controls = list(
    proof,
    isReport ? userControlClaims(report) : [],
    ({ description }) => description,
  )
  const labels = new Map(pages.map(({ page, label }) => [page, label]))
  return {
    kind,
    fields: isReport ? fieldsOf(proof, report, findingClaims(tests), controls) : null,
    balance: balanceOf(
      tests,
      controls.status === 'found' ? controls.candidates.length : 0,
      isReport ? userControlNumbers(report) : [],
      layout.emptyPages,
      labels,
      proof,
    ),
  }
}
