import { displayName } from '../../src/domain/contract/user.ts'
import type { DocumentRecord, ReviewRecord, UserRecord } from '../service/records.ts'
import { emptySocForm, judgeSocForm } from '../service/soc-form.ts'

/** A document whose file exists: the name it is listed by, and days from today to its upload. */
type ReportDocument = readonly [name: string, type: DocumentRecord['type'], added: number]

/** A vendor whose report a visitor can read beside an open SOC review. */
interface ReportVendor {
  vendorId: number
  /** A review whose form is nearly empty. */
  reviewId: number
  /** What the review is changed to; a review that fits as it is has none. */
  change?: Pick<ReviewRecord, 'title' | 'type'>
  documents: readonly ReportDocument[]
}

/** The vendors whose documents have files of their own, which mocks/reports makes. */
export const REPORT_VENDORS = {
  /** A qualified SOC 2. */
  cobaltFathom: {
    vendorId: 1007,
    reviewId: 5015,
    change: { title: 'SOC 2 type 2 2026', type: 'SOC_REPORT' },
    documents: [['cobalt-fathom-soc2-type2-2026.pdf', 'COMPLIANCE_REPORT', -6]],
  },
  /** A SOC 1, and a letter for the weeks since its period. */
  dunmarrow: {
    vendorId: 1009,
    reviewId: 5075,
    change: { title: 'SOC 1 type 2 2026', type: 'SOC_REPORT' },
    documents: [
      ['dunmarrow-payroll-soc1-type2-2026.pdf', 'SOC_DOCUMENT', -5],
      ['dunmarrow-payroll-bridge-letter-2026.pdf', 'BRIDGE_LETTER', -2],
    ],
  },
  /** A report that was scanned, so that it has no text. */
  brambleway: {
    vendorId: 1006,
    reviewId: 5156,
    documents: [['brambleway-ticketing-soc2-2026-scan.pdf', 'COMPLIANCE_REPORT', -9]],
  },
} as const satisfies Record<string, ReportVendor>

const VENDORS: readonly ReportVendor[] = Object.values(REPORT_VENDORS)

/** Their documents, with the vendors' ids. */
export const REPORT_DOCUMENTS = VENDORS.flatMap(({ vendorId, documents }) =>
  documents.map((document) => [vendorId, ...document] as const),
)

/** The folder of their files, below the root of the demo's page. */
export const REPORT_FOLDER = 'sample-reports/'

/** Whether a document is one of them. */
export const hasReportFile = ({ vendorId, name }: Pick<DocumentRecord, 'vendorId' | 'name'>) =>
  REPORT_DOCUMENTS.some(([ofVendor, ofName]) => ofVendor === vendorId && ofName === name)

/** The reviews with those of these vendors made ready: open, about a SOC report, and nearly empty. */
export const withReportReviews = (
  reviews: readonly ReviewRecord[],
  people: readonly UserRecord[],
): ReviewRecord[] =>
  reviews.map((review) => {
    const change = VENDORS.find(({ reviewId }) => reviewId === review.id)?.change
    if (!change) return review
    const reviewer = people.find(({ id }) => id === review.userId)
    return {
      ...review,
      ...change,
      socReviewForm: judgeSocForm({
        ...emptySocForm(),
        reviewerInformation: {
          reviewer: reviewer ? displayName(reviewer) : null,
          reportIssueDate: null,
        },
      }),
    }
  })
