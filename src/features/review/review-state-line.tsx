import { Box, Flex } from '@mantine/core'
import { DECISION_LABELS, labelOf, REVIEW_STATUS_LABELS } from '../../domain/contract/labels.ts'
import type { Review } from '../../domain/contract/review.ts'
import { deadlineOf } from '../../domain/deadline.ts'
import { deadlineTone, decisionTone, statusTone } from '../../domain/tones.ts'
import { DeadlineText } from '../../ui/deadline-text.tsx'
import { useToday } from '../../ui/hooks/use-today.ts'
import { Tag } from '../../ui/tag.tsx'
import classes from './review.module.css'

/** The state of a review in a few words. A decision that is still to come is no news. */
export const ReviewStateLine = ({ review }: { review: Review }) => {
  const { status, decision, reviewDeadlineAt } = review
  const due = deadlineOf(review, useToday())
  return (
    <Flex component="ul" aria-label="State" gap={12} align="center" className={classes.state}>
      <Box component="li" maw="32ch">
        <Tag tone={statusTone(status)}>{labelOf(REVIEW_STATUS_LABELS, status)}</Tag>
      </Box>
      {decision !== null && (
        <Box
          component="li"
          maw="32ch"
          {...(decision === 'PENDING' && { className: 'visually-hidden' })}
        >
          <span className="visually-hidden">Decision: </span>
          <Tag tone={decisionTone(decision)}>{labelOf(DECISION_LABELS, decision)}</Tag>
        </Box>
      )}
      <li>
        <DeadlineText text={due.text} tone={deadlineTone(due)} at={reviewDeadlineAt} />
      </li>
    </Flex>
  )
}
