import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { RunJob } from '../../../api/once/reviews/kept-runs.ts'
import { explainError } from '../../../api/transport/explain-error.ts'
import { reviewTitle } from '../../../domain/contract/review.ts'
import { visibleText } from '../../../lib/text.ts'
import { RequestId } from '../../../ui/layout/request-id.tsx'
import type { Tone } from '../../../ui/notice.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { StartItem, StartQueue } from './start-queue.ts'
import { canRetry, type NamedReview, type StartState } from './start-state.ts'

const WORDS: Record<StartState['kind'], readonly [word: string, tone: Tone]> = {
  waiting: ['Waiting', 'neutral'],
  starting: ['Starting', 'neutral'],
  skipped: ['Skipped', 'neutral'],
  done: ['Started', 'positive'],
  absent: ['Failed', 'negative'],
  unsure: ['Unclear', 'warning'],
}

const ReviewLink = ({ vendorId, review }: { vendorId: number; review: NamedReview }) => (
  <Link
    to="/vendors/$vendorId/security-reviews/$reviewId"
    params={{ vendorId, reviewId: review.id }}
  >
    <bdi>{reviewTitle(review)}</bdi>
  </Link>
)

interface StartRowProps {
  item: StartItem<RunJob>
  queue: StartQueue<RunJob>
}

/** The details of a review that may already exist, with the button to start it anyway. */
const Unsure = ({ item, queue }: StartRowProps) => {
  const { job, state } = item
  if (state.kind !== 'unsure') return null
  return (
    <div className="quiet">
      {state.candidates.length > 0 ? (
        <p>
          {state.earlier && (
            <>
              An earlier review, <bdi>{visibleText(state.earlier.title) ?? 'untitled'}</bdi>, was
              not confirmed.{' '}
            </>
          )}
          May already exist:{' '}
          {state.candidates.map((review) => (
            <ReviewLink key={review.id} vendorId={job.vendorId} review={review} />
          ))}
        </p>
      ) : (
        <p>
          {explainError(state.error).sentence} The review may still exist:{' '}
          <Link to="/vendors/$vendorId/security-reviews" params={{ vendorId: job.vendorId }}>
            check the vendor’s reviews
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

/** One vendor of the plan, with the title and the state of its review. */
export const StartRow = memo(({ item, queue }: StartRowProps) => {
  const { job, state } = item
  const [word, tone] = WORDS[state.kind]
  return (
    <li {...(state.kind === 'skipped' && { className: 'quiet' })}>
      <bdi className="cut" title={job.vendorName}>
        {job.vendorName}
      </bdi>
      <span>
        {state.kind === 'done' && state.review ? (
          <ReviewLink vendorId={job.vendorId} review={state.review} />
        ) : (
          <bdi>{job.open !== null && job.isSkipped ? `Open: ${job.open}` : job.title}</bdi>
        )}
      </span>
      <Group gap={8}>
        <Tag tone={tone}>{word}</Tag>
        {canRetry(state) && (
          <Button size="compact-xs" variant="default" onClick={() => queue.retry(job.vendorId)}>
            {state.kind === 'absent' ? 'Retry' : 'Look again'}
          </Button>
        )}
      </Group>
      {state.kind === 'absent' && (
        <p className="quiet">
          {explainError(state.error).sentence}{' '}
          <RequestId id={explainError(state.error).requestId} />
        </p>
      )}
      <Unsure item={item} queue={queue} />
    </li>
  )
})
