import {
  DECISION_LABELS,
  labelOf,
  REVIEW_STATUS_LABELS,
  REVIEW_TYPE_LABELS,
} from '../../domain/contract/labels.ts'
import type { Review } from '../../domain/contract/review.ts'
import { displayName } from '../../domain/contract/user.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { deadlineTone, decisionTone, statusTone } from '../../domain/tones.ts'
import { DeadlineText } from '../../ui/deadline-text.tsx'
import { useToday } from '../../ui/hooks/use-today.ts'
import { Tag } from '../../ui/tag.tsx'
import classes from './review-state-line.module.css'

/** One line with the status of a review. */
export const ReviewStateLine = ({ review }: { review: Review }) => {
  const due = deadlineOf(review, useToday())
  return (
    <ul aria-label="State" className={classes.line}>
      <li>
        <Tag tone={statusTone(review.status)}>{labelOf(REVIEW_STATUS_LABELS, review.status)}</Tag>
      </li>
      <li>{labelOf(REVIEW_TYPE_LABELS, review.type)}</li>
      {review.decision !== null && (
        <li>
          <span className="visually-hidden">Decision: </span>
          <Tag tone={decisionTone(review.decision)}>
            {labelOf(DECISION_LABELS, review.decision)}
          </Tag>
        </li>
      )}
      <li>
        <DeadlineText text={due.text} tone={deadlineTone(due)} at={review.reviewDeadlineAt} />
      </li>
      {review.user && (
        <li>
          Reviewer <bdi>{displayName(review.user)}</bdi>
        </li>
      )}
      {review.requesterUser && (
        <li>
          Requested by <bdi>{displayName(review.requesterUser)}</bdi>
        </li>
      )}
    </ul>
  )
}
