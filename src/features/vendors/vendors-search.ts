import * as z from 'zod/mini'
import { SORT_DIRECTIONS } from '../../domain/contract/enums.ts'
import { choice, freeText } from '../../domain/search-schema.ts'
import { SERVICE_SORTS, VENDOR_SORTS } from '../../domain/vendor-sorts.ts'

/** The search parameters of the list of vendors. */
export const vendorsSearch = z.object({
  q: freeText(),
  sort: choice(VENDOR_SORTS, 'updated'),
  dir: choice(SORT_DIRECTIONS, 'DESC'),
})
export type VendorsSearch = z.infer<typeof vendorsSearch>

/** Values that are left out of the address. */
export const VENDORS_DEFAULTS = { q: '', sort: 'updated', dir: 'DESC' } satisfies VendorsSearch

/**
 * The sort order to request from the service. Any order will do if all vendors are loaded anyway.
 */
export const vendorsOrder = ({ sort, dir }: VendorsSearch) => {
  const field = SERVICE_SORTS[sort]
  return field
    ? ({ sort: field, sortDir: dir } as const)
    : ({ sort: 'updatedAt', sortDir: 'DESC' } as const)
}
