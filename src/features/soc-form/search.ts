import * as z from 'zod/mini'
import { choices } from '../../domain/search.ts'
import { SOC_SECTION_IDS } from '../../domain/soc-form.ts'

/** What the address of a review holds: which panels are open. */
export const reviewSearch = z.object({ open: choices(SOC_SECTION_IDS) })
