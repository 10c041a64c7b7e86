import { type SortDirection, type SortField, VENDOR_RISKS } from './contract/values.ts'
import { type Vendor, vendorName } from './contract/vendor.ts'
import { nextDeadline } from './deadline.ts'

/** What a list of vendors can be ordered by. */
export const VENDOR_SORTS = [
  'updated',
  'added',
  'name',
  'risk',
  'critical',
  'status',
  'deadline',
] as const
export type VendorSort = (typeof VENDOR_SORTS)[number]

/** The orders that the service knows itself; for the others every vendor has to be there. */
export const SERVICE_SORTS: Partial<Record<VendorSort, SortField>> = {
  updated: 'updatedAt',
  added: 'createdAt',
}

/** The direction in which an order is wanted first: dates of change backwards, all else forwards. */
export const FIRST_DIRECTION: Record<VendorSort, SortDirection> = {
  updated: 'DESC',
  added: 'DESC',
  name: 'ASC',
  risk: 'DESC',
  critical: 'DESC',
  status: 'ASC',
  deadline: 'ASC',
}

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

const deadlineTime = ({ latestSecurityReviews }: Vendor): number | null => {
  const next = nextDeadline(latestSecurityReviews ?? [])
  return next ? Date.parse(next.reviewDeadlineAt) : null
}

/** The key that an order compares; null sorts last in both directions. */
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
 * Orders vendors. Equal ones go by name, so that an order never looks like chance.
 * @returns the same vendors for an order that the service made
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

/** Prepares text to be searched: without case, accents, surrounding space, and what is not seen. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .trim()

/** The vendors whose name, services or contact holds every word of the text. */
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
