import type { SocFormSaveRequest } from '../../src/domain/contract/requests.ts'
import type { SocForm, SocSectionId } from '../../src/domain/contract/soc-form.ts'
import { missingFields, type SocFormValues } from '../../src/domain/soc/completeness.ts'
import { emptySocEdit } from '../../src/domain/soc/edit.ts'

const judged = <S extends SocSectionId>(id: S, values: SocFormValues[S]) => {
  const missingRequiredFields = missingFields(id, values)
  return { ...values, isComplete: missingRequiredFields.length === 0, missingRequiredFields }
}

/** Says of every section what it lacks, and of the form whether a review can be finalized. */
export const judgeSocForm = (values: SocFormValues): SocForm => {
  const sections = {
    reviewerInformation: judged('reviewerInformation', values.reviewerInformation),
    complianceScope: judged('complianceScope', values.complianceScope),
    reportOpinion: judged('reportOpinion', values.reportOpinion),
    findings: judged('findings', values.findings),
    endUserControls: judged('endUserControls', values.endUserControls),
    servicesAndLocations: judged('servicesAndLocations', values.servicesAndLocations),
    cpaFirm: judged('cpaFirm', values.cpaFirm),
    subserviceOrganizations: judged('subserviceOrganizations', values.subserviceOrganizations),
  }
  const readyToFinalize = Object.values(sections).every(({ isComplete }) => isComplete)
  return { readyToFinalize, ...sections }
}

/** The form of a SOC report that nobody has worked on. */
export const emptySocForm = (): SocForm => {
  const values = emptySocEdit()
  values.complianceScope.trustServiceCriteria = null
  return judgeSocForm(values)
}

/** A scalar is untouched when left out, and cleared by null. */
const set = <T, U>(before: T, sent: U | undefined): T | U => (sent === undefined ? before : sent)

/** A list is untouched when left out, cleared by an empty one, and otherwise added to. */
const append = <T, U>(before: T[], sent: readonly U[] | undefined, item: (sent: U) => T): T[] =>
  sent === undefined ? before : sent.length === 0 ? [] : [...before, ...sent.map(item)]

/**
 * Saves a request into a form (contract, points 1 to 3): scalars are set, cleared by null or left;
 * the four lists are appended, never replaced.
 *
 * @param nameOfUser the display name that stands for a `reviewerUserId`; throws for an unknown user
 * @returns a new form, judged anew
 */
export const applySocForm = (
  form: SocForm,
  request: SocFormSaveRequest,
  nameOfUser: (userId: number) => string,
): SocForm => {
  const { reviewerInformation, complianceScope, reportOpinion, findings } = request
  const { endUserControls, servicesAndLocations, cpaFirm, subserviceOrganizations } = request
  const reviewerId = reviewerInformation?.reviewerUserId
  const range = complianceScope?.auditPeriodRange
  return judgeSocForm({
    reviewerInformation: {
      reviewer: set(
        form.reviewerInformation.reviewer,
        typeof reviewerId === 'number' ? nameOfUser(reviewerId) : reviewerId,
      ),
      reportIssueDate: set(
        form.reviewerInformation.reportIssueDate,
        reviewerInformation?.reportIssueDate,
      ),
    },
    complianceScope: {
      certification: set(form.complianceScope.certification, complianceScope?.certification),
      scopeType: set(form.complianceScope.scopeType, complianceScope?.scopeType),
      auditPeriod: set(form.complianceScope.auditPeriod, complianceScope?.auditPeriod),
      auditPeriodRange: set(
        form.complianceScope.auditPeriodRange,
        range === null ? { start: null, end: null } : range,
      ),
      // A choice among five, so it is set whole: it is not one of the four appended lists.
      trustServiceCriteria: set(
        form.complianceScope.trustServiceCriteria,
        complianceScope?.trustServiceCriteria,
      ),
    },
    reportOpinion: {
      reportOpinion: set(form.reportOpinion.reportOpinion, reportOpinion?.reportOpinion),
      encompassBusinessNeeds: set(
        form.reportOpinion.encompassBusinessNeeds,
        reportOpinion?.encompassBusinessNeeds,
      ),
      followUpActivity: set(form.reportOpinion.followUpActivity, reportOpinion?.followUpActivity),
    },
    findings: {
      findings: append(form.findings.findings, findings?.findings, ({ description = '' }) => ({
        description,
      })),
      hasMaterialImpact: set(form.findings.hasMaterialImpact, findings?.hasMaterialImpact),
    },
    endUserControls: {
      userControls: append(
        form.endUserControls.userControls,
        endUserControls?.userControls,
        ({ description = '', inPlace = false }) => ({ description, inPlace }),
      ),
    },
    servicesAndLocations: {
      services: append(
        form.servicesAndLocations.services,
        servicesAndLocations?.services,
        ({ name = '' }) => ({ name }),
      ),
      locations: append(
        form.servicesAndLocations.locations,
        servicesAndLocations?.locations,
        ({ city = '', stateOrCountry = '' }) => ({ city, stateOrCountry }),
      ),
    },
    cpaFirm: {
      cpaFirm: set(form.cpaFirm.cpaFirm, cpaFirm?.cpaFirm),
      cpaProcedurePerformed: set(
        form.cpaFirm.cpaProcedurePerformed,
        cpaFirm?.cpaProcedurePerformed,
      ),
    },
    subserviceOrganizations: {
      subserviceOrganization: set(
        form.subserviceOrganizations.subserviceOrganization,
        subserviceOrganizations?.subserviceOrganization,
      ),
      subserviceOrganizationUsingInclusiveMethod: set(
        form.subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod,
        subserviceOrganizations?.subserviceOrganizationUsingInclusiveMethod,
      ),
      subserviceOrganizationProcedurePerformed: set(
        form.subserviceOrganizations.subserviceOrganizationProcedurePerformed,
        subserviceOrganizations?.subserviceOrganizationProcedurePerformed,
      ),
    },
  })
}
