/** A request of the Drata API. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT'
  /** The path below `/api`, starting with the version; ids are in braces. */
  path: string
  /** Completes "could not …". */
  does: string
  /** The permission that the API key needs, if the contract names it. */
  permission?: string
}

const VENDOR = '/v2/vendors/{vendorId}'
const REVIEWS = `${VENDOR}/security-reviews` as const
const REVIEW = `${REVIEWS}/{securityReviewId}` as const

const LIST_VENDORS = 'Vendors: List Vendors'
const CREATE_REVIEW = 'Vendors: Create Security Review'
const UPLOAD_QUESTIONNAIRE = 'Vendors: Upload Security Questionnaire'
const LIST_QUESTIONNAIRES = 'Vendors: List Vendor Questionnaire'

/**
 * The operations of the Drata API that the app uses, by the contract's operation ids. The app
 * requests these, the demo answers these, and the gateway forwards only these, whatever else the
 * key allows. A new operation is one entry here, one function in api, and one in mocks/service with
 * its line in mocks/operations.ts.
 */
export const OPERATIONS = {
  listVendors: {
    method: 'GET',
    path: '/v2/vendors',
    does: 'list the vendors',
    permission: LIST_VENDORS,
  },
  getVendor: {
    method: 'GET',
    path: VENDOR,
    does: 'read the vendor',
    permission: LIST_VENDORS,
  },
  listVendorSecurityReviews: {
    method: 'GET',
    path: REVIEWS,
    does: 'list the vendor’s security reviews',
    permission: LIST_VENDORS,
  },
  listVendorSecurityReviewsAcrossVendors: {
    method: 'GET',
    path: '/v2/vendor-security-reviews',
    does: 'list the security reviews of all vendors',
    permission: LIST_VENDORS,
  },
  getVendorSecurityReview: {
    method: 'GET',
    path: REVIEW,
    does: 'read the security review',
    permission: LIST_VENDORS,
  },
  updateVendorSecurityReview: {
    method: 'PUT',
    path: REVIEW,
    does: 'save the security review',
    permission: 'Vendors: Update Security Review',
  },
  listSecurityReviewActions: {
    method: 'GET',
    path: `${REVIEW}/actions`,
    does: 'ask which actions are available',
    permission: 'Vendors: List Security Review Actions',
  },
  performSecurityReviewAction: {
    method: 'POST',
    path: `${REVIEW}/actions`,
    does: 'carry out the action',
    permission: 'Vendors: Perform Security Review Action',
  },
  createVendorSecurityReview: {
    method: 'POST',
    path: REVIEWS,
    does: 'create the security review',
    permission: CREATE_REVIEW,
  },
  createVendorSecurityReviewWithFile: {
    method: 'POST',
    path: `${REVIEWS}/with-file`,
    does: 'create the security review with its file',
    permission: CREATE_REVIEW,
  },
  createVendorSecurityReviewV1: {
    method: 'POST',
    path: '/v1/vendors/{vendorId}/security-reviews',
    does: 'create the security review',
    permission: CREATE_REVIEW,
  },
  sendSecurityQuestionnaire: {
    method: 'POST',
    path: `${VENDOR}/security-questionnaires`,
    does: 'upload the questionnaires',
    permission: UPLOAD_QUESTIONNAIRE,
  },
  sendSecurityQuestionnaireForSecurityReview: {
    method: 'POST',
    path: `${REVIEW}/security-questionnaires`,
    does: 'upload the questionnaires',
    permission: UPLOAD_QUESTIONNAIRE,
  },
  listVendorQuestionnaires: {
    method: 'GET',
    path: `${VENDOR}/questionnaires`,
    does: 'list the vendor’s questionnaires',
    permission: LIST_QUESTIONNAIRES,
  },
  listVendorSecurityReviewSecurityQuestionnaires: {
    method: 'GET',
    path: `${REVIEW}/security-questionnaires`,
    does: 'list the review’s questionnaires',
    permission: LIST_QUESTIONNAIRES,
  },
  uploadVendorDocument: {
    method: 'POST',
    path: `${VENDOR}/documents`,
    does: 'upload the document',
  },
  getVendorDocuments: {
    method: 'GET',
    path: `${VENDOR}/documents`,
    does: 'list the vendor’s documents',
  },
  getVendorDocument: {
    method: 'GET',
    path: `${VENDOR}/documents/{documentId}`,
    does: 'open the document',
  },
  listUsers: {
    method: 'GET',
    path: '/v2/users',
    does: 'list the users',
  },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS

/** The ids in a path, by name. */
export type IdsIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Readonly<Record<Name, number>> & IdsIn<Rest>
  : unknown
