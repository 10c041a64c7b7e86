import type { SortDirection, SortField } from './contract/values.ts'

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
