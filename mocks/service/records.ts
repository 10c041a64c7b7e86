import type { VendorDocument } from '../../src/domain/contract/document.ts'
import type { Questionnaire } from '../../src/domain/contract/questionnaire.ts'
import type { Review } from '../../src/domain/contract/review.ts'
import type { User } from '../../src/domain/contract/user.ts'
import type { Vendor } from '../../src/domain/contract/vendor.ts'

/** The fields that every record has, and that lists are sorted by. */
export interface Stamped {
  id: number
  createdAt: string
  updatedAt: string
}

/** A vendor as it is stored: people by id. The answer adds links and latest reviews. */
export type VendorRecord = Omit<
  Vendor,
  'user' | 'vendorRelationshipContact' | 'latestSecurityReviews' | '_links'
> & { userId: number | null; relationshipContactId: number | null }

/** A review as it is stored. A SOC report without a form has an empty one. */
export type ReviewRecord = Omit<
  Review,
  'user' | 'requesterUser' | 'vendor' | 'vendorId' | '_links' | keyof Stamped
> &
  Stamped & { vendorId: number }

export type UserRecord = User

/** A questionnaire, with the review that it belongs to, if any. No answer includes the review. */
export type QuestionnaireRecord = Questionnaire &
  Stamped & { vendorId: number; reviewId: number | null }

/** A document. The answer makes its download address, which expires soon. */
export type DocumentRecord = Omit<VendorDocument, 'downloadUrl'> & { vendorId: number }

/** The collections of the service. */
export interface Records {
  vendors: VendorRecord
  reviews: ReviewRecord
  users: UserRecord
  questionnaires: QuestionnaireRecord
  documents: DocumentRecord
}
export type Kind = keyof Records
export type Collections = { [K in Kind]: readonly Records[K][] }

export const KINDS = ['vendors', 'reviews', 'users', 'questionnaires', 'documents'] as const
