import { explainError } from '../../../api/transport/explain-error.ts'
import { FieldNote } from '../../../ui/fields/field-note.tsx'
import { useEvery } from '../../../ui/hooks/use-every.ts'
import { RequestId } from '../../../ui/layout/request-id.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { QueueSnapshot, StartJob } from './start-queue.ts'
import type { StartState } from './start-state.ts'

/** A countdown with the role timer, so that screen readers do not announce every second. */
const Countdown = ({ until }: { until: number }) => {
  const seconds = useEvery(1_000, () => Math.max(0, Math.ceil((until - performance.now()) / 1_000)))
  return (
    <FieldNote kind="hint" role="timer">
      Drata is limiting requests; continuing in {seconds} s
    </FieldNote>
  )
}

/** The results that a summary counts, in the order it lists them. */
const COUNTED: readonly (readonly [kind: StartState['kind'], word: string])[] = [
  ['done', 'started'],
  ['absent', 'failed'],
  ['unsure', 'unclear'],
  ['waiting', 'waiting'],
  ['skipped', 'skipped'],
]

const summaryOf = ({ items }: QueueSnapshot<StartJob>): string =>
  COUNTED.map(([kind, word]) => ({
    word,
    count: items.filter(({ state }) => state.kind === kind).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ')

/** The state of the queue, or how it ended. */
export const QueueStatus = ({ snapshot }: { snapshot: QueueSnapshot<StartJob> }) => {
  const { phase } = snapshot
  if (phase.kind === 'limited') return <Countdown until={phase.until} />
  if (phase.kind === 'stopped' && phase.error !== undefined)
    return (
      <Notice tone="negative" role="alert">
        Stopped, because the other reviews would fail the same way.{' '}
        {explainError(phase.error).sentence} <RequestId id={explainError(phase.error).requestId} />
      </Notice>
    )
  const text = {
    running: 'Starting one at a time…',
    stopping: 'Stopping after the current review…',
    stopped: `Stopped: ${summaryOf(snapshot)}.`,
    finished: `Finished: ${summaryOf(snapshot)}.`,
  }[phase.kind]
  return (
    <FieldNote kind="hint" role="status">
      {text}
    </FieldNote>
  )
}
