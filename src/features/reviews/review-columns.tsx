import { Link } from '@tanstack/react-router'
import {
  DECISION_LABELS,
  labelOf,
  REVIEW_STATUS_LABELS,
  REVIEW_TYPE_LABELS,
} from '../../domain/contract/labels.ts'
import { type Review, reviewTitle, reviewVendorId } from '../../domain/contract/review.ts'
import { displayName } from '../../domain/contract/user.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { deadlineTone, decisionTone, statusTone } from '../../domain/tones.ts'
import { visibleText } from '../../lib/text.ts'
import { DeadlineText } from '../../ui/deadline-text.tsx'
import type { Column } from '../../ui/lists/virtual-table.tsx'
import { Tag } from '../../ui/tag.tsx'

const title = (vendorIdOf: (review: Review) => number | undefined): Column<Review> => ({
  id: 'title',
  header: 'Title',
  width: 'minmax(200px, 3fr)',
  narrow: 'title',
  cell: (review) => {
    const vendorId = vendorIdOf(review)
    return vendorId === undefined ? (
      <bdi>{reviewTitle(review)}</bdi>
    ) : (
      <Link
        to="/vendors/$vendorId/security-reviews/$reviewId"
        params={{ vendorId, reviewId: review.id }}
        title={reviewTitle(review)}
        data-row-link
      >
        <bdi>{reviewTitle(review)}</bdi>
      </Link>
    )
  },
})

const vendor: Column<Review> = {
  id: 'vendor',
  header: 'Vendor',
  width: 'minmax(140px, 2fr)',
  narrow: 'meta',
  cell: ({ vendor: of, vendorId }) => (
    <bdi>{visibleText(of?.name) ?? (vendorId ? `Vendor #${vendorId}` : '')}</bdi>
  ),
}

const type: Column<Review> = {
  id: 'type',
  header: 'Type',
  width: 'minmax(90px, 1fr)',
  cell: (review) => labelOf(REVIEW_TYPE_LABELS, review.type),
}

const status: Column<Review> = {
  id: 'status',
  header: 'Status',
  width: 'minmax(110px, 1fr)',
  cell: (review) => (
    <Tag tone={statusTone(review.status)}>{labelOf(REVIEW_STATUS_LABELS, review.status)}</Tag>
  ),
}

const decision: Column<Review> = {
  id: 'decision',
  header: 'Decision',
  width: 'minmax(110px, 168px)',
  cell: (review) =>
    review.decision === null ? (
      <span className="visually-hidden">None</span>
    ) : (
      <Tag tone={decisionTone(review.decision)}>{labelOf(DECISION_LABELS, review.decision)}</Tag>
    ),
}

const deadline = (today: string): Column<Review> => ({
  id: 'deadline',
  header: 'Deadline',
  width: '250px',
  narrow: 'end',
  cell: (review) => {
    const due = deadlineOf(review, today)
    return <DeadlineText text={due.text} tone={deadlineTone(due)} at={review.reviewDeadlineAt} />
  },
})

const reviewer: Column<Review> = {
  id: 'reviewer',
  header: 'Reviewer',
  width: 'minmax(100px, 1.2fr)',
  cell: ({ user }) => (user ? <bdi>{displayName(user)}</bdi> : ''),
}

/** The columns of one vendor's list. */
export const vendorReviewColumns = (vendorId: number, today: string): Column<Review>[] => [
  title(() => vendorId),
  type,
  { ...status, narrow: 'meta' },
  decision,
  deadline(today),
  reviewer,
]

/** The columns of the list over all vendors. */
export const allReviewColumns = (today: string): Column<Review>[] => [
  title(reviewVendorId),
  vendor,
  type,
  status,
  decision,
  deadline(today),
  reviewer,
]
