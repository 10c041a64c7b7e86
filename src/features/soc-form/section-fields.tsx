import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import {
  CERTIFICATION_LABELS,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
} from '../../domain/contract/labels.ts'
import type { SocSectionId } from '../../domain/contract/soc-form.ts'
import { CERTIFICATIONS, REPORT_OPINIONS, SCOPE_TYPES } from '../../domain/contract/values.ts'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { ChoiceField, YES_NO } from './choice-field.tsx'
import { CriteriaField } from './criteria-field.tsx'
import classes from './fields.module.css'
import { DateField, LineField, LongTextField } from './input-fields.tsx'
import { ListField } from './list-editor/list-field.tsx'
import { ReviewerField } from './reviewer-field.tsx'

const options = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

const ReviewerInformation = () => (
  <>
    <ReviewerField />
    <DateField name="form.reviewerInformation.reportIssueDate" label="Report issue date" />
  </>
)

const ComplianceScope = () => {
  const { control } = useReviewEditing().form
  const [scopeType, certification] = useWatch({
    control,
    name: ['form.complianceScope.scopeType', 'form.complianceScope.certification'],
  })
  return (
    <>
      <ChoiceField
        name="form.complianceScope.certification"
        label="Certification"
        options={options(CERTIFICATIONS, CERTIFICATION_LABELS)}
      />
      <ChoiceField
        name="form.complianceScope.scopeType"
        label="Scope type"
        options={options(SCOPE_TYPES, SCOPE_TYPE_LABELS)}
      />
      {scopeType === 'TYPE_1' && (
        <DateField name="form.complianceScope.auditPeriod" label="Audit date" />
      )}
      {scopeType === 'TYPE_2' && (
        <>
          <DateField
            name="form.complianceScope.auditPeriodRange.start"
            place="complianceScope.auditPeriodRange"
            label="Audit period start"
          />
          <DateField name="form.complianceScope.auditPeriodRange.end" label="Audit period end" />
        </>
      )}
      {certification !== 'SOC_1' && certification !== 'SOC_3' && <CriteriaField />}
    </>
  )
}

const ReportOpinion = () => {
  const { control } = useReviewEditing().form
  const opinion = useWatch({ control, name: 'form.reportOpinion.reportOpinion' })
  return (
    <>
      <ChoiceField
        name="form.reportOpinion.reportOpinion"
        label="Report opinion"
        options={options(REPORT_OPINIONS, REPORT_OPINION_LABELS)}
      />
      <ChoiceField
        name="form.reportOpinion.encompassBusinessNeeds"
        label="Control objectives encompass business needs"
        options={YES_NO}
      />
      <LongTextField
        name="form.reportOpinion.followUpActivity"
        label="Follow-up activity"
        remark={
          opinion === 'QUALIFIED'
            ? 'The opinion is qualified: write down what is to follow, with whom and by when.'
            : undefined
        }
      />
    </>
  )
}

const Findings = () => {
  const { values } = useEditSnapshot()
  const hasFindings = values.form.findings.findings.length > 0
  const isAnswered = values.form.findings.hasMaterialImpact !== null
  return (
    <>
      <ListField list="findings" path="findings.findings" label="Findings" />
      {(hasFindings || isAnswered) && (
        <ChoiceField
          name="form.findings.hasMaterialImpact"
          label="Material impact"
          options={YES_NO}
        />
      )}
    </>
  )
}

const CpaFirm = () => (
  <>
    <LineField name="form.cpaFirm.cpaFirm" label="CPA firm" />
    <LongTextField name="form.cpaFirm.cpaProcedurePerformed" label="Procedure performed" />
  </>
)

const SubserviceOrganizations = () => (
  <>
    <LongTextField
      name="form.subserviceOrganizations.subserviceOrganization"
      label="Subservice organization"
    />
    <ChoiceField
      name="form.subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod"
      label="Inclusive method"
      options={[...YES_NO, { value: null, label: 'Not applicable' }]}
    />
    <LongTextField
      name="form.subserviceOrganizations.subserviceOrganizationProcedurePerformed"
      label="Procedure performed"
    />
  </>
)

/** The fields of each section, as they apply to what is answered so far. */
const FIELDS: Record<SocSectionId, () => ReactNode> = {
  reviewerInformation: ReviewerInformation,
  complianceScope: ComplianceScope,
  reportOpinion: ReportOpinion,
  findings: Findings,
  endUserControls: () => (
    <ListField list="userControls" path="endUserControls.userControls" label="User controls" />
  ),
  servicesAndLocations: () => (
    <>
      <ListField list="services" path="servicesAndLocations.services" label="Services" />
      <ListField list="locations" path="servicesAndLocations.locations" label="Locations" />
    </>
  ),
  cpaFirm: CpaFirm,
  subserviceOrganizations: SubserviceOrganizations,
}

/** A section to be filled in. */
export const SectionFields = ({ id }: { id: SocSectionId }) => {
  const Fields = FIELDS[id]
  return (
    <div className={classes.fields}>
      <Fields />
    </div>
  )
}
