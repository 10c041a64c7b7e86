/** What an operation is, for sentences about it. */
export interface Operation {
  /** Completes "could not …". */
  does: string
  /** The permission that the API key needs, where the contract names it. */
  permission?: string
}

const LIST_VENDORS = 'Vendors: List Vendors'
const CREATE_REVIEW = 'Vendors: Create Security Review'
const UPLOAD_QUESTIONNAIRE = 'Vendors: Upload Security Questionnaire'
const LIST_QUESTIONNAIRES = 'Vendors: List Vendor Questionnaire'

/** Every operation that the app uses, by the contract's operation ids. */
export const OPERATIONS = {
  getConfig: { does: 'read the gateway’s configuration' },
  listVendors: { does: 'list the vendors', permission: LIST_VENDORS },
  getVendor: { does: 'read the vendor', permission: LIST_VENDORS },
  listVendorSecurityReviews: {
    does: 'list the vendor’s security reviews',
    permission: LIST_VENDORS,
  },
  listVendorSecurityReviewsAcrossVendors: {
    does: 'list the security reviews of all vendors',
    permission: LIST_VENDORS,
  },
  getVendorSecurityReview: { does: 'read the security review', permission: LIST_VENDORS },
  updateVendorSecurityReview: {
    does: 'save the security review',
    permission: 'Vendors: Update Security Review',
  },
  listSecurityReviewActions: {
    does: 'ask which actions are available',
    permission: 'Vendors: List Security Review Actions',
  },
  performSecurityReviewAction: {
    does: 'carry out the action',
    permission: 'Vendors: Perform Security Review Action',
  },
  createVendorSecurityReview: {
    does: 'create the security review',
    permission: CREATE_REVIEW,
  },
  createVendorSecurityReviewWithFile: {
    does: 'create the security review with its file',
    permission: CREATE_REVIEW,
  },
  createVendorSecurityReviewV1: { does: 'create the security review', permission: CREATE_REVIEW },
  sendSecurityQuestionnaire: {
    does: 'upload the questionnaires',
    permission: UPLOAD_QUESTIONNAIRE,
  },
  sendSecurityQuestionnaireForSecurityReview: {
    does: 'upload the questionnaires',
    permission: UPLOAD_QUESTIONNAIRE,
  },
  listVendorQuestionnaires: {
    does: 'list the vendor’s questionnaires',
    permission: LIST_QUESTIONNAIRES,
  },
  listVendorSecurityReviewSecurityQuestionnaires: {
    does: 'list the review’s questionnaires',
    permission: LIST_QUESTIONNAIRES,
  },
  uploadVendorDocument: { does: 'upload the document' },
  getVendorDocuments: { does: 'list the vendor’s documents' },
  getVendorDocument: { does: 'open the document' },
  listUsers: { does: 'list the users' },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS
