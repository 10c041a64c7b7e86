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

/** What an answer holds beyond the record. */
export interface ReviewParts {
  expand?: readonly string[] | undefined
  /** Only answers about one review carry the form: lists stay light. */
  withForm?: boolean
  /** Only the list across vendors tells the vendor, which the path does not name there. */
  acrossVendors?: boolean
}

/** A review as it is answered; what is not asked for by `expand` is absent. */
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

/** The form of a SOC report. */
export const formOf = (record: ReviewRecord) => record.socReviewForm ?? emptySocForm()

const compact = (record: ReviewRecord): ReviewCompact => {
  const { id, requestedAt, reviewDeadlineAt, decision, title, note, status, type } = record
  return { id, requestedAt, reviewDeadlineAt, decision, title, note, status, type }
}

/** How an answer embeds a vendor's reviews: the newest, without their people and forms. */
export const latestReviews = (reviews: readonly ReviewRecord[]): ReviewCompact[] =>
  reviews
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
    .slice(0, LATEST_COUNT)
    .map(compact)

/** The reviews of each vendor; made once for a list, since it may have 10,000 rows to look through. */
export const reviewsByVendor = (store: Store): Map<number, ReviewRecord[]> =>
  Map.groupBy(store.all('reviews'), ({ vendorId }) => vendorId)

/** A vendor as it is answered; what is not asked for by `expand` is absent. */
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

/** A questionnaire as it is answered: nothing tells which review it belongs to. */
export const answerQuestionnaire = (record: QuestionnaireRecord): Questionnaire => {
  const { vendorId: _v, reviewId: _r, createdAt: _c, updatedAt: _u, ...fields } = record
  return fields
}

/** The fewer fields that the list of all of a vendor's questionnaires has. */
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

/** @param signedUrl where the file can be downloaded; left out where nobody asked for it */
export const answerDocument = (record: DocumentRecord, signedUrl?: string): VendorDocument => {
  const { vendorId: _, ...fields } = record
  return {
    ...fields,
    ...(signedUrl !== undefined && {
      downloadUrl: { signedUrl, fileName: record.name, fileBuffer: null },
    }),
  }
}
