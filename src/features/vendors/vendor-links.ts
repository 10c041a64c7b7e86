import type { Vendor } from '../../domain/contract/vendor.ts'
import { safeHref } from '../../lib/links.ts'

/** A link that leads away, with its words. */
export interface VendorLink {
  label: string
  href: string
}

const safeLinks = (
  links: readonly (readonly [label: string, href: string | null | undefined])[],
): VendorLink[] =>
  links.flatMap(([label, href]) => (href && safeHref(href) ? [{ label, href }] : []))

/** The links of a vendor that are used most. */
export const shortLinks = (vendor: Vendor): VendorLink[] =>
  safeLinks([
    ['Website', vendor.url],
    ['Trust center', vendor.trustCenterUrl],
    ['Drata', vendor._links?.self.href],
  ])

/** All links of a vendor. */
export const allLinks = (vendor: Vendor): VendorLink[] =>
  safeLinks([
    ['Website', vendor.url],
    ['Trust center', vendor.trustCenterUrl],
    ['Privacy', vendor.privacyUrl],
    ['Terms', vendor.termsUrl],
    ['Open in Drata', vendor._links?.self.href],
  ])
