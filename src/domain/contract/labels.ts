import { visibleText } from '../../lib/text.ts'
import type {
  Certification,
  Decision,
  DocumentType,
  Open,
  ReportOpinion,
  ReviewStatus,
  ReviewType,
  ScopeType,
  TrustServiceCriterion,
  VendorCategory,
  VendorRisk,
  VendorStatus,
} from './enums.ts'

/** The labels of the contract's values. */
export const REVIEW_STATUS_LABELS: Record<ReviewStatus, string> = {
  NOT_YET_STARTED: 'Not yet started',
  IN_PROGRESS: 'In progress',
  COMPLETED: 'Completed',
  NOT_REQUIRED: 'Not required',
}
export const REVIEW_TYPE_LABELS: Record<ReviewType, string> = {
  SECURITY: 'Security',
  SOC_REPORT: 'SOC report',
  UPLOAD_REPORT: 'Upload report',
}
export const DECISION_LABELS: Record<Decision, string> = {
  PENDING: 'Pending',
  APPROVED: 'Approved',
  APPROVED_WITH_CONDITIONS: 'Approved with conditions',
  REJECTED: 'Rejected',
}
export const CERTIFICATION_LABELS: Record<Certification, string> = {
  SOC_1: 'SOC 1',
  SOC_2: 'SOC 2',
  SOC_3: 'SOC 3',
}
export const SCOPE_TYPE_LABELS: Record<ScopeType, string> = { TYPE_1: 'Type 1', TYPE_2: 'Type 2' }
export const TRUST_SERVICE_CRITERION_LABELS: Record<TrustServiceCriterion, string> = {
  AVAILABILITY: 'Availability',
  CONFIDENTIALITY: 'Confidentiality',
  SECURITY: 'Security',
  PRIVACY: 'Privacy',
  PROCESSING_INTEGRITY: 'Processing integrity',
}
export const REPORT_OPINION_LABELS: Record<ReportOpinion, string> = {
  UNQUALIFIED: 'Unqualified',
  QUALIFIED: 'Qualified',
  ADVERSE: 'Adverse',
  DISCLAIMER: 'Disclaimer',
}
export const DOCUMENT_TYPE_LABELS: Record<DocumentType, string> = {
  COMPLIANCE_REPORT: 'Compliance report',
  COMPLIANCE_REPORT_REVIEW: 'Compliance report review',
  BRIDGE_LETTER: 'Bridge letter',
  UPLOADED_COMPLIANCE_REPORT_REVIEW: 'Uploaded compliance report review',
  QUESTIONNAIRE_ATTACHMENT: 'Questionnaire attachment',
  SOC_DOCUMENT: 'SOC document',
  QUESTIONNAIRE_REPORT: 'Questionnaire report',
  TRUST_CENTER_PAGE: 'Trust center page',
}
export const VENDOR_RISK_LABELS: Record<VendorRisk, string> = {
  NONE: 'No risk',
  LOW: 'Low',
  MODERATE: 'Moderate',
  HIGH: 'High',
}
export const VENDOR_STATUS_LABELS: Record<VendorStatus, string> = {
  PROSPECTIVE: 'Prospective',
  ACTIVE: 'Active',
  ARCHIVED: 'Archived',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  FLAGGED: 'Flagged',
  ON_HOLD: 'On hold',
  OFFBOARDED: 'Offboarded',
  UNDER_REVIEW: 'Under review',
  NONE: 'No status',
}
export const VENDOR_CATEGORY_LABELS: Record<VendorCategory, string> = {
  ENGINEERING: 'Engineering',
  PRODUCT: 'Product',
  MARKETING: 'Marketing',
  CS: 'Customer success',
  SALES: 'Sales',
  FINANCE: 'Finance',
  HR: 'Human resources',
  ADMINISTRATIVE: 'Administrative',
  SECURITY: 'Security',
  LEGAL: 'Legal',
  INFORMATION_TECHNOLOGY: 'Information technology',
  NONE: 'No category',
}

/** The label for a missing value. */
export const NOT_STATED = 'Not stated'

/**
 * The label of a value.
 * @returns the label; an unknown value unchanged; "Not stated" for none
 */
export const labelOf = <T extends string>(
  labels: Record<T, string>,
  value: Open<T> | null | undefined,
): string => {
  if (!value || visibleText(value) === null) return NOT_STATED
  return Object.hasOwn(labels, value) ? labels[value as T] : value
}

/** Words of constants that stay in capitals. */
const ABBREVIATIONS = new Set(
  'AI API BAA CAIQ CCPA CPA CSA DPA DPIA DSS EU GDPR HIPAA HR ID ISO IT LDAP MFA NDA NIST PCI PHI PII SAML SCIM SIG SLA SOC SSO UK VPN'.split(
    ' ',
  ),
)

/**
 * Turns a constant such as `READ_ONLY` into words ("Read only"), for values without a label.
 * Abbreviations stay in capitals: `SOC_2` becomes "SOC 2".
 */
export const wordsOf = (constant: string | null | undefined): string => {
  if (!constant || visibleText(constant) === null) return NOT_STATED
  if (!/^[A-Z][A-Z0-9_]*$/.test(constant)) return constant
  const words = constant
    .split('_')
    .map((word) => (ABBREVIATIONS.has(word) ? word : word.toLowerCase()))
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
