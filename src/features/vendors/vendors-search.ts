import * as z from 'zod/mini'
import { SORT_DIRECTIONS } from '../../domain/contract/values.ts'
import { choice, freeText } from '../../domain/search-schema.ts'
import { SERVICE_SORTS, VENDOR_SORTS } from '../../domain/vendor-sorts.ts'

/** What the address of the list of vendors holds. */
export const vendorsSearch = z.object({
  q: freeText(),
  sort: choice(VENDOR_SORTS, 'updated'),
  dir: choice(SORT_DIRECTIONS, 'DESC'),
})
export type VendorsSearch = z.infer<typeof vendorsSearch>

/** Values that an address need not mention. */
export const VENDORS_DEFAULTS = { q: '', sort: 'updated', dir: 'DESC' } satisfies VendorsSearch

/** What the service has to list for an address: its own order, or any where all are wanted. */
export const vendorsOrder = ({ sort, dir }: VendorsSearch) => {
  const field = SERVICE_SORTS[sort]
  return field
    ? ({ sort: field, sortDir: dir } as const)
    : ({ sort: 'updatedAt', sortDir: 'DESC' } as const)
}
