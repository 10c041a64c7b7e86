/**
 * All enumerations of the contract, in its order. Requests may only use these values; answers may
 * hold others (see {@link Open}).
 */

/** A value of a known enumeration, or a newer one, which is shown unchanged. */
export type Open<T extends string> = T | (string & {})

export const REVIEW_STATUSES = [
  'NOT_YET_STARTED',
  'IN_PROGRESS',
  'COMPLETED',
  'NOT_REQUIRED',
] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

export const REVIEW_TYPES = ['SECURITY', 'SOC_REPORT', 'UPLOAD_REPORT'] as const
export type ReviewType = (typeof REVIEW_TYPES)[number]

export const DECISIONS = ['PENDING', 'APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED'] as const
export type Decision = (typeof DECISIONS)[number]

/** The decisions an analyst can make: finalize refuses PENDING. */
export const FINAL_DECISIONS = ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REJECTED'] as const
export type FinalDecision = (typeof FINAL_DECISIONS)[number]

export const REVIEW_ACTIONS = ['finalize', 'reopen'] as const
export type ReviewAction = (typeof REVIEW_ACTIONS)[number]

export const CERTIFICATIONS = ['SOC_1', 'SOC_2', 'SOC_3'] as const
export type Certification = (typeof CERTIFICATIONS)[number]

export const SCOPE_TYPES = ['TYPE_1', 'TYPE_2'] as const
export type ScopeType = (typeof SCOPE_TYPES)[number]

export const TRUST_SERVICE_CRITERIA = [
  'AVAILABILITY',
  'CONFIDENTIALITY',
  'SECURITY',
  'PRIVACY',
  'PROCESSING_INTEGRITY',
] as const
export type TrustServiceCriterion = (typeof TRUST_SERVICE_CRITERIA)[number]

export const REPORT_OPINIONS = ['UNQUALIFIED', 'QUALIFIED', 'ADVERSE', 'DISCLAIMER'] as const
export type ReportOpinion = (typeof REPORT_OPINIONS)[number]

/** The sections of the SOC form, in the order of the form. */
export const SOC_SECTION_IDS = [
  'reviewerInformation',
  'complianceScope',
  'reportOpinion',
  'findings',
  'endUserControls',
  'servicesAndLocations',
  'cpaFirm',
  'subserviceOrganizations',
] as const
export type SocSectionId = (typeof SOC_SECTION_IDS)[number]

export const SORT_FIELDS = ['createdAt', 'updatedAt'] as const
export type SortField = (typeof SORT_FIELDS)[number]

export const SORT_DIRECTIONS = ['ASC', 'DESC'] as const
export type SortDirection = (typeof SORT_DIRECTIONS)[number]

export const VENDOR_RISKS = ['NONE', 'LOW', 'MODERATE', 'HIGH'] as const
export type VendorRisk = (typeof VENDOR_RISKS)[number]

export const VENDOR_STATUSES = [
  'PROSPECTIVE',
  'ACTIVE',
  'ARCHIVED',
  'APPROVED',
  'REJECTED',
  'FLAGGED',
  'ON_HOLD',
  'OFFBOARDED',
  'UNDER_REVIEW',
  'NONE',
] as const
export type VendorStatus = (typeof VENDOR_STATUSES)[number]

export const VENDOR_CATEGORIES = [
  'ENGINEERING',
  'PRODUCT',
  'MARKETING',
  'CS',
  'SALES',
  'FINANCE',
  'HR',
  'ADMINISTRATIVE',
  'SECURITY',
  'LEGAL',
  'INFORMATION_TECHNOLOGY',
  'NONE',
] as const
export type VendorCategory = (typeof VENDOR_CATEGORIES)[number]

export const VENDOR_TYPES = [
  'VENDOR',
  'SUPPLIER',
  'CONTRACTOR',
  'PARTNER',
  'OTHER',
  'NONE',
] as const
export const VENDOR_IMPACT_LEVELS = [
  'INSIGNIFICANT',
  'MINOR',
  'MODERATE',
  'MAJOR',
  'CRITICAL',
  'UNSCORED',
] as const
export const VENDOR_OPERATIONAL_IMPACTS = [
  'NONE',
  'LOW',
  'NORMAL',
  'IMPORTANT',
  'CRITICAL',
] as const
export const VENDOR_ENVIRONMENT_ACCESS = ['NO', 'READ_ONLY', 'READ_WRITE'] as const
export const VENDOR_PASSWORD_POLICIES = [
  'USERNAME_PASSWORD',
  'SSO',
  'LDAP',
  'NONE',
  'NOT_APPLICABLE',
  'SCIM',
  'OTHER',
] as const
export const RENEWAL_SCHEDULES = [
  'ONE_MONTH',
  'TWO_MONTHS',
  'THREE_MONTHS',
  'SIX_MONTHS',
  'ONE_YEAR',
  'CUSTOM',
  'NONE',
] as const
export const TRUST_CENTER_PROVIDERS = [
  'ANECDOTES',
  'CONVEYOR',
  'DRATA',
  'HYPERCOMPLY',
  'SAFEBASE',
  'SCRUT',
  'SECUREFRAME',
  'SECURITYPAL',
  'SKYPHER',
  'SPRINTO',
  'TRUSTARC',
  'TRUSTCLOUD',
  'VANTA',
  'WHISTIC',
  'ZENGRC',
] as const

export const DOCUMENT_TYPES = [
  'COMPLIANCE_REPORT',
  'COMPLIANCE_REPORT_REVIEW',
  'BRIDGE_LETTER',
  'UPLOADED_COMPLIANCE_REPORT_REVIEW',
  'QUESTIONNAIRE_ATTACHMENT',
  'SOC_DOCUMENT',
  'QUESTIONNAIRE_REPORT',
  'TRUST_CENTER_PAGE',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]
export const QUESTIONNAIRE_STATUSES = ['DRAFT', 'SENT'] as const

/** Limits of the contract, in characters unless the name says otherwise. */
export const LIMITS = {
  title: 191,
  titleWithFile: 255,
  note: 1_000,
  longText: 30_000,
  shortText: 191,
  requesterUserId: 1_000_000_000,
  pageSize: 500,
} as const
