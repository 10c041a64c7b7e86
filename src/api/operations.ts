/** What an operation is, for sentences about it. */
export interface Operation {
  /** Completes "could not …". */
  does: string
  /** The permission that the API key needs, where the contract names it. */
  permission?: string
}

const LIST_VENDORS = 'Vendors: List Vendors'

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
  listUsers: { does: 'list the users' },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS
