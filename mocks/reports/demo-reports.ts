import { brambleway } from './demo/brambleway.ts'
import { cobaltFathom } from './demo/cobalt-fathom.ts'
import { dunmarrowReport } from './demo/dunmarrow.ts'
import { dunmarrowLetter } from './demo/dunmarrow-letter.ts'
import type { Report } from './report.ts'

/** The reports of the demo's vendors. */
export const DEMO_REPORTS: readonly Report[] = [
  cobaltFathom,
  dunmarrowReport,
  dunmarrowLetter,
  brambleway,
]
