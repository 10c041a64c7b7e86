import type * as z from 'zod/mini'
import { type Reader, strict, tolerant } from './reader.ts'
import { CERTIFICATIONS, REPORT_OPINIONS, SCOPE_TYPES, TRUST_SERVICE_CRITERIA } from './values.ts'

/** What every section of the form reports of itself. */
const progressFields = (read: Reader) => ({
  isComplete: read.flag,
  /** Dot paths, such as `reviewerInformation.reviewer`. */
  missingRequiredFields: read.list(read.text),
})

export const finding = (read: Reader) => read.item({ description: read.text })
export const userControl = (read: Reader) =>
  read.item({ description: read.text, inPlace: read.flag })
export const service = (read: Reader) => read.item({ name: read.text })
export const location = (read: Reader) => read.item({ city: read.text, stateOrCountry: read.text })

/** The SOC form, as a review carries it (`socReviewForm`). */
export const socForm = (read: Reader) =>
  read.object({
    readyToFinalize: read.flag,
    reviewerInformation: read.object({
      ...progressFields(read),
      /** A display name: it is written as `reviewerUserId` and read back as a name. */
      reviewer: read.nullable(read.text),
      reportIssueDate: read.nullable(read.day),
    }),
    complianceScope: read.object({
      ...progressFields(read),
      certification: read.nullable(read.oneOf(CERTIFICATIONS)),
      scopeType: read.nullable(read.oneOf(SCOPE_TYPES)),
      /** The one date of a type 1 report. */
      auditPeriod: read.nullable(read.day),
      /** The period of a type 2 report. */
      auditPeriodRange: read.object({
        start: read.optional(read.nullable(read.day)),
        end: read.optional(read.nullable(read.day)),
      }),
      trustServiceCriteria: read.nullable(read.list(read.oneOf(TRUST_SERVICE_CRITERIA))),
    }),
    reportOpinion: read.object({
      ...progressFields(read),
      reportOpinion: read.nullable(read.oneOf(REPORT_OPINIONS)),
      encompassBusinessNeeds: read.nullable(read.flag),
      followUpActivity: read.nullable(read.text),
    }),
    findings: read.object({
      ...progressFields(read),
      findings: read.list(finding(read)),
      hasMaterialImpact: read.nullable(read.flag),
    }),
    endUserControls: read.object({
      ...progressFields(read),
      userControls: read.list(userControl(read)),
    }),
    servicesAndLocations: read.object({
      ...progressFields(read),
      services: read.list(service(read)),
      locations: read.list(location(read)),
    }),
    cpaFirm: read.object({
      ...progressFields(read),
      cpaFirm: read.nullable(read.text),
      cpaProcedurePerformed: read.nullable(read.text),
    }),
    subserviceOrganizations: read.object({
      ...progressFields(read),
      subserviceOrganization: read.nullable(read.text),
      /** null means not applicable, not unanswered. */
      subserviceOrganizationUsingInclusiveMethod: read.nullable(read.flag),
      subserviceOrganizationProcedurePerformed: read.nullable(read.text),
    }),
  })

export const socFormContract = /* @__PURE__ */ socForm(strict)
export const socFormSchema = socForm(tolerant)
export type SocForm = z.infer<typeof socFormSchema>

/** The ids of the eight sections, which are the contract's own keys. */
export type SocSectionId = Exclude<keyof SocForm, 'readyToFinalize'>

const { readyToFinalize: _, ...sections } = socFormSchema.parse({})

/** The same, in the order of the form. */
export const SOC_SECTION_IDS = Object.keys(sections) as [SocSectionId, ...SocSectionId[]]
