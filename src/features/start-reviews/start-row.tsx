import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { explainError } from '../../api/explain-error.ts'
import { type Review, reviewTitle } from '../../domain/review.ts'
import { vendorName } from '../../domain/vendor.ts'
import type { Tone } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { PlannedReview } from './plan/plan.ts'
import classes from './results.module.css'
import type { StartItem, StartQueue } from './start-queue.ts'
import { canRetry, type StartState } from './start-state.ts'

const WORDS: Record<StartState['kind'], readonly [word: string, tone: Tone]> = {
  waiting: ['Waiting', 'neutral'],
  starting: ['Starting', 'neutral'],
  started: ['Started', 'positive'],
  skipped: ['Skipped', 'neutral'],
  failed: ['Failed', 'negative'],
  unclear: ['Unclear', 'warning'],
}

const ReviewLink = ({ vendorId, review }: { vendorId: number; review: Review }) => (
  <Link
    to="/vendors/$vendorId/security-reviews/$reviewId"
    params={{ vendorId, reviewId: review.id }}
  >
    <bdi>{reviewTitle(review)}</bdi>
  </Link>
)

interface StartRowProps {
  item: StartItem<PlannedReview>
  queue: StartQueue<PlannedReview>
}

/** What may be known of a review that may exist already, and the way to have it all the same. */
const Unclear = ({ item, queue }: StartRowProps) => {
  const { job, state } = item
  if (state.kind !== 'unclear') return null
  return (
    <div className={classes.detail}>
      {state.candidates.length > 0 ? (
        <p>
          May already exist:{' '}
          {state.candidates.map((review) => (
            <ReviewLink key={review.id} vendorId={job.vendorId} review={review} />
          ))}
        </p>
      ) : (
        <p>
          {explainError(state.error).sentence} The review may exist all the same:{' '}
          <Link to="/vendors/$vendorId/security-reviews" params={{ vendorId: job.vendorId }}>
            look at the vendor’s reviews
          </Link>
          .
        </p>
      )}
      {!canRetry(state) && (
        <Button size="compact-xs" variant="default" onClick={() => queue.startAnyway(job.vendorId)}>
          Start anyway
        </Button>
      )}
    </div>
  )
}

/** One vendor of the plan: the title of its review, and how far it is. */
export const StartRow = memo(({ item, queue }: StartRowProps) => {
  const { job, state } = item
  const [word, tone] = WORDS[state.kind]
  return (
    <li data-quiet={state.kind === 'skipped'}>
      <bdi className={classes.vendor} title={vendorName(job.vendor)}>
        {vendorName(job.vendor)}
      </bdi>
      <span className={classes.review}>
        {state.kind === 'started' ? (
          <ReviewLink vendorId={job.vendorId} review={state.review} />
        ) : (
          <bdi>{job.open && job.isSkipped ? `Open: ${reviewTitle(job.open)}` : job.title}</bdi>
        )}
      </span>
      <span className={classes.state}>
        <Tag tone={tone}>{word}</Tag>
        {canRetry(state) && (
          <Button size="compact-xs" variant="default" onClick={() => queue.retry(job.vendorId)}>
            {state.kind === 'failed' ? 'Retry' : 'Look again'}
          </Button>
        )}
      </span>
      {state.kind === 'failed' && (
        <p className={classes.detail}>{explainError(state.error).sentence}</p>
      )}
      <Unclear item={item} queue={queue} />
    </li>
  )
})
