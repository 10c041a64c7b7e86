import type { ReactNode } from 'react'
import {
  CERTIFICATION_LABELS,
  labelOf,
  NOT_STATED,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
} from '../../domain/contract/labels.ts'
import type { SocForm, SocSectionId } from '../../domain/contract/soc-form.ts'
import { type FieldPlace, SOC_SECTIONS } from '../../domain/soc/sections.ts'
import { formatDay } from '../../lib/dates.ts'
import { Tag } from '../../ui/tag.tsx'
import classes from './section-values.module.css'

const yesNo = (value: boolean | null, none = NOT_STATED): string =>
  value === null ? none : value ? 'Yes' : 'No'

const day = (value: string | null | undefined) =>
  value ? <time dateTime={value}>{formatDay(value)}</time> : null

const numbered = (items: readonly ReactNode[]) =>
  items.length > 0 && (
    <ol className={classes.items}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the service gives its items no ids
        <li key={index}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ol>
  )

/** How each section's values are read: by the field's name, in the order of the form. */
const VALUES: {
  [S in SocSectionId]: (values: SocForm[S]) => Record<string, ReactNode>
} = {
  reviewerInformation: (values) => ({
    reviewer: values.reviewer,
    reportIssueDate: day(values.reportIssueDate),
  }),
  complianceScope: (values) => ({
    certification: values.certification && labelOf(CERTIFICATION_LABELS, values.certification),
    scopeType: values.scopeType && labelOf(SCOPE_TYPE_LABELS, values.scopeType),
    ...(values.scopeType !== 'TYPE_2' && { auditPeriod: day(values.auditPeriod) }),
    ...(values.scopeType !== 'TYPE_1' && {
      auditPeriodRange: (values.auditPeriodRange.start || values.auditPeriodRange.end) && (
        <>
          {day(values.auditPeriodRange.start) ?? '…'} – {day(values.auditPeriodRange.end) ?? '…'}
        </>
      ),
    }),
    trustServiceCriteria: values.trustServiceCriteria
      ?.map((criterion) => labelOf(TRUST_SERVICE_CRITERION_LABELS, criterion))
      .join(', '),
  }),
  reportOpinion: (values) => ({
    reportOpinion: values.reportOpinion && labelOf(REPORT_OPINION_LABELS, values.reportOpinion),
    encompassBusinessNeeds:
      values.encompassBusinessNeeds !== null && yesNo(values.encompassBusinessNeeds),
    followUpActivity: values.followUpActivity,
  }),
  findings: (values) => ({
    findings: numbered(values.findings.map(({ description }) => description || 'No description')),
    hasMaterialImpact: values.hasMaterialImpact !== null && yesNo(values.hasMaterialImpact),
  }),
  endUserControls: (values) => ({
    userControls: numbered(
      values.userControls.map(({ description, inPlace }) => (
        <>
          {description || 'No description'}{' '}
          <Tag tone={inPlace ? 'positive' : 'neutral'}>
            {inPlace ? 'In place' : inPlace === false ? 'Not in place' : 'Not stated'}
          </Tag>
        </>
      )),
    ),
  }),
  servicesAndLocations: (values) => ({
    services: numbered(values.services.map(({ name }) => name || 'No name')),
    locations: numbered(
      values.locations.map(
        ({ city, stateOrCountry }) =>
          [city, stateOrCountry].filter(Boolean).join(', ') || 'No name',
      ),
    ),
  }),
  cpaFirm: (values) => ({
    cpaFirm: values.cpaFirm,
    cpaProcedurePerformed: values.cpaProcedurePerformed,
  }),
  subserviceOrganizations: (values) => ({
    subserviceOrganization: values.subserviceOrganization || 'None named',
    subserviceOrganizationUsingInclusiveMethod: yesNo(
      values.subserviceOrganizationUsingInclusiveMethod,
      'Not applicable',
    ),
    subserviceOrganizationProcedurePerformed: values.subserviceOrganizationProcedurePerformed,
  }),
}

interface SectionValuesProps {
  id: SocSectionId
  form: SocForm
  missing: readonly FieldPlace[]
}

/** A section laid out to be read. Each field is a place that a link can lead to. */
export const SectionValues = ({ id, form, missing }: SectionValuesProps) => {
  const values = VALUES[id](form[id] as never)
  const fields = SOC_SECTIONS.find((section) => section.id === id)?.fields ?? []
  return (
    <dl className={classes.values}>
      {fields.map(({ path, label }) => {
        const name = path.slice(id.length + 1)
        const isMissing = missing.some((place) => place.path === path)
        if (!(name in values) && !isMissing) return null
        return (
          <div key={path} id={path} tabIndex={-1} className={classes.field}>
            <dt>{label}</dt>
            <dd dir="auto">
              {values[name] || (
                <span className={isMissing ? classes.missing : classes.none}>
                  {isMissing ? 'Missing' : NOT_STATED}
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
