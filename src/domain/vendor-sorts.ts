import type { SortDirection, SortField } from './contract/enums.ts'

/** The sort orders of the list of vendors. */
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

/** The orders that the service supports. The others need all vendors loaded. */
export const SERVICE_SORTS: Partial<Record<VendorSort, SortField>> = {
  updated: 'updatedAt',
  added: 'createdAt',
}

/** The first direction of each order: latest first for changes, ascending for all others. */
export const FIRST_DIRECTION: Record<VendorSort, SortDirection> = {
  updated: 'DESC',
  added: 'DESC',
  name: 'ASC',
  risk: 'DESC',
  critical: 'DESC',
  status: 'ASC',
  deadline: 'ASC',
}
