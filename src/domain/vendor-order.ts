import { type SortDirection, VENDOR_RISKS } from './contract/enums.ts'
import { type Vendor, vendorName } from './contract/vendor.ts'
import { nextDeadline } from './deadline.ts'
import type { VendorSort } from './vendor-sorts.ts'

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

const deadlineTime = ({ latestSecurityReviews }: Vendor): number | null => {
  const next = nextDeadline(latestSecurityReviews ?? [])
  return next ? Date.parse(next.reviewDeadlineAt) : null
}

/** The sort key of each order; null sorts last in both directions. */
const KEYS: Partial<Record<VendorSort, (vendor: Vendor) => number | string | null>> = {
  name: vendorName,
  risk: ({ risk }) => {
    const rank = VENDOR_RISKS.findIndex((known) => known === risk)
    return rank === -1 ? null : rank
  },
  critical: ({ critical }) => (critical === null ? null : Number(critical)),
  status: ({ status }) => status,
  deadline: deadlineTime,
}

/**
 * Sorts vendors. Equal ones are sorted by name, so that the order never looks random.
 * @returns the same array for an order that the service made
 */
export const orderVendors = (
  vendors: readonly Vendor[],
  sort: VendorSort,
  direction: SortDirection,
): readonly Vendor[] => {
  const keyOf = KEYS[sort]
  if (!keyOf) return vendors
  const sign = direction === 'ASC' ? 1 : -1
  return vendors
    .map((vendor) => ({ vendor, key: keyOf(vendor) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || compareNames(a.vendor, b.vendor)
      const difference =
        typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key
          : names.compare(String(a.key), String(b.key))
      return sign * difference || compareNames(a.vendor, b.vendor)
    })
    .map(({ vendor }) => vendor)
}

const compareNames = (a: Vendor, b: Vendor): number =>
  names.compare(vendorName(a), vendorName(b)) || a.id - b.id

/**
 * Normalizes text for searching: without case, accents, surrounding space and invisible characters.
 */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .trim()

/** The vendors whose name, services or contact contain every word of the text. */
export const searchVendors = (vendors: readonly Vendor[], text: string): readonly Vendor[] => {
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return vendors
  return vendors.filter((vendor) => {
    const content = folded(
      [vendorName(vendor), vendor.servicesProvided, vendor.contactAtVendor].join(' '),
    )
    return words.every((word) => content.includes(word))
  })
}
