import { choice } from '../../domain/search-schema.ts'

const VENDOR_TABS = ['reviews', 'questionnaires', 'documents', 'about'] as const
export type VendorTab = (typeof VENDOR_TABS)[number]

export const VENDOR_TAB_LABELS: Record<VendorTab, string> = {
  reviews: 'Reviews',
  questionnaires: 'Questionnaires',
  documents: 'Documents',
  about: 'About',
}

/** The search parameter for the open tab of a vendor's page. */
export const vendorTabSearch = { tab: choice(VENDOR_TABS, 'reviews') }

/** The tab that is left out of the address. */
export const VENDOR_TAB_DEFAULT = { tab: 'reviews' } as const
