import * as z from 'zod/mini'
import { SOC_SECTION_IDS } from '../../domain/contract/values.ts'
import { choices } from '../../domain/search-schema.ts'

/** What the address of a review holds: which panels are open. */
export const reviewSearch = z.object({ open: choices(SOC_SECTION_IDS) })
