import * as z from 'zod/mini'
import { SOC_SECTION_IDS } from '../../domain/contract/enums.ts'
import { choices } from '../../domain/search-schema.ts'

/** The search parameters of a review's address: which panels are open. */
export const reviewSearch = z.object({ open: choices(SOC_SECTION_IDS) })
