import type { VendorDocument } from '../../src/domain/contract/document.ts'
import type { Questionnaire } from '../../src/domain/contract/questionnaire.ts'
import type { Review } from '../../src/domain/contract/review.ts'
import type { ReviewCompact } from '../../src/domain/contract/shared-fields.ts'
import type { User, UserCompact } from '../../src/domain/contract/user.ts'
import type { Vendor } from '../../src/domain/contract/vendor.ts'
import type {
  DocumentRecord,
  QuestionnaireRecord,
  ReviewRecord,
  UserRecord,
  VendorRecord,
} from './records.ts'
import { emptySocForm } from './soc-form.ts'
import type { Store } from './store.ts'

/** How many of a vendor's reviews `latestSecurityReviews` holds, newest first. */
const LATEST_COUNT = 10

const linkTo = (path: string) => ({ self: { href: `https://app.drata.com/vendors/${path}` } })

const personOf = (store: Store, id: number | null): UserCompact | null => {
  const user = id === null ? undefined : store.find('users', id)
  if (!user) return null
  const { email, firstName = null, lastName = null, createdAt, updatedAt } = user
  return { id: user.id, email, firstName, lastName, createdAt, updatedAt }
}

/** The optional parts of an answer about a review. */
export interface ReviewParts {
  expand?: readonly string[] | undefined
  /** Only answers about one review carry the form, so that lists stay light. */
  withForm?: boolean
  /** Only the list across vendors includes the vendor, which its path does not name. */
  acrossVendors?: boolean
}

/** A review as the service answers it, with the parts that `expand` asks for. */
export const answerReview = (
  store: Store,
  record: ReviewRecord,
  { expand = [], withForm = false, acrossVendors = false }: ReviewParts = {},
): Review => {
  const { vendorId, socReviewForm, ...fields } = record
  return {
    ...fields,
    ...(expand.includes('user') && { user: personOf(store, record.userId) }),
    ...(expand.includes('requesterUser') && {
      requesterUser: personOf(store, record.requesterUserId),
    }),
    _links: linkTo(`${vendorId}/security-reviews/${record.id}`),
    ...(withForm && record.type === 'SOC_REPORT' && { socReviewForm: formOf(record) }),
    ...(acrossVendors && { vendorId }),
    ...(acrossVendors &&
      expand.includes('vendor') && {
        vendor: { id: vendorId, name: store.find('vendors', vendorId)?.name ?? '' },
      }),
  }
}

/** The form of a SOC report; an empty one where the record has none. */
export const formOf = (record: ReviewRecord) => record.socReviewForm ?? emptySocForm()

const compact = (record: ReviewRecord): ReviewCompact => {
  const { id, requestedAt, reviewDeadlineAt, decision, title, note, status, type } = record
  return { id, requestedAt, reviewDeadlineAt, decision, title, note, status, type }
}

/** A vendor's reviews as an answer embeds them: the newest, without people and forms. */
export const latestReviews = (reviews: readonly ReviewRecord[]): ReviewCompact[] =>
  reviews
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
    .slice(0, LATEST_COUNT)
    .map(compact)

/** The reviews of each vendor. Make this once for a list: there may be 10,000 reviews. */
export const reviewsByVendor = (store: Store): Map<number, ReviewRecord[]> =>
  Map.groupBy(store.all('reviews'), ({ vendorId }) => vendorId)

/** A vendor as the service answers it, with the parts that `expand` asks for. */
export const answerVendor = (
  store: Store,
  record: VendorRecord,
  expand: readonly string[] = [],
  reviews: () => readonly ReviewRecord[] = () => [],
): Vendor => {
  const { userId, relationshipContactId, ...fields } = record
  return {
    ...fields,
    ...(expand.includes('vendorUser') && { user: personOf(store, userId) }),
    ...(expand.includes('latestSecurityReviews') && {
      latestSecurityReviews: latestReviews(reviews()),
    }),
    ...(expand.includes('vendorRelationshipContact') && {
      vendorRelationshipContact: personOf(store, relationshipContactId),
    }),
    _links: linkTo(String(record.id)),
  }
}

export const answerUser = (record: UserRecord, expand: readonly string[] = []): User => {
  const { roles, ...fields } = record
  return expand.includes('roles') ? { ...fields, roles: roles ?? [] } : fields
}

/** A questionnaire as the service answers it, without the review that it belongs to. */
export const answerQuestionnaire = (record: QuestionnaireRecord): Questionnaire => {
  const { vendorId: _v, reviewId: _r, createdAt: _c, updatedAt: _u, ...fields } = record
  return fields
}

/** A questionnaire in the list of all of a vendor's, which has fewer fields. */
export const answerListedQuestionnaire = (record: QuestionnaireRecord) => {
  const { id, title, recipientEmail, isCompleted, completedBy } = record
  const { responseId, dateSent, isManualUpload } = record
  return {
    id,
    title,
    recipientEmail,
    isCompleted,
    completedBy,
    responseId,
    dateSent,
    isManualUpload,
  }
}

/** @param signedUrl the download address, for an answer that includes it */
export const answerDocument = (record: DocumentRecord, signedUrl?: string): VendorDocument => {
  const { vendorId: _, ...fields } = record
  return {
    ...fields,
    ...(signedUrl !== undefined && {
      downloadUrl: { signedUrl, fileName: record.name, fileBuffer: null },
    }),
  }
}
