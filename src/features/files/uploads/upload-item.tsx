import { Button, Group, Text } from '@mantine/core'
import { formatBytes, formatDuration } from '../../../lib/bytes.ts'
import { FieldNote } from '../../../ui/fields/field-note.tsx'
import { RequestId } from '../../../ui/layout/request-id.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import {
  canCancel,
  canRetry,
  isOver,
  type Upload,
  type UploadQueue,
  type UploadState,
} from './upload.ts'
import classes from './upload-tray.module.css'

const STATE_LABELS: Record<UploadState, string> = {
  waiting: 'Waiting',
  uploading: 'Uploading',
  uploaded: 'Uploaded',
  failed: 'Failed',
  canceled: 'Canceled',
}
const STATE_COLORS: Partial<Record<UploadState, string>> = {
  uploaded: 'var(--cs-positive)',
  failed: 'error',
}
/** Files from this size on show their speed and the time left. */
const LARGE = 10_000_000

const paceOf = ({ size, state, sent, speed, ...upload }: Upload): string => {
  if (upload.isLooking) return 'Checking whether it arrived…'
  if (upload.isSignedOut) return 'Continues once you have signed in again'
  if (state !== 'uploading') return ''
  if (upload.isCommitted) return 'Waiting for Drata’s answer'
  if (size < LARGE || speed === null || speed <= 0) return ''
  return `${formatBytes(speed)}/s, ${formatDuration((size - sent) / speed)} left`
}

type Way = 'Cancel' | 'Retry' | 'Remove'

/**
 * What the first button of an upload does. It is always there, since a button that goes takes the
 * focus with it; “Cancel” is refused once all of the file is sent.
 */
const wayOf = (upload: Upload): Way =>
  canRetry(upload) ? 'Retry' : isOver(upload) ? 'Remove' : 'Cancel'

interface UploadItemProps {
  upload: Upload
  queue: UploadQueue
  /** Called when the user removes the item, and with it the focused button. */
  onRemoved: () => void
}

/** One upload, with its progress and its actions. */
export const UploadItem = ({ upload, queue, onRemoved }: UploadItemProps) => {
  const { id, name, size, state, sent, sentence, requestId } = upload
  const percent = size > 0 ? Math.floor((sent / size) * 100) : 0
  const way = wayOf(upload)
  const acts: Record<Way, () => void> = {
    Cancel: () => canCancel(upload) && queue.cancel(id),
    Retry: () => queue.retry(id),
    Remove: () => {
      queue.remove(id)
      onRemoved()
    },
  }
  return (
    <li className={classes.item} data-state={state}>
      <strong className="cut" title={name}>
        <bdi>{name}</bdi>
      </strong>
      <Group component="p" gap="0 12px" className="quiet">
        <span>{formatBytes(size)}</span>
        <Text span inherit c={STATE_COLORS[state]}>
          {STATE_LABELS[state]}
        </Text>
        <span>{paceOf(upload)}</span>
      </Group>
      <div>
        <ProgressBar
          label={name}
          value={percent}
          max={100}
          text={`${formatBytes(sent)} of ${formatBytes(size)}`}
          isDone={state === 'uploaded'}
        />
      </div>
      {sentence !== null && (
        <FieldNote kind="error" role="alert">
          {sentence} <RequestId id={requestId} />
        </FieldNote>
      )}
      <Group gap={4} className={classes.ways}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${way} ${name}`}
          data-disabled={(way === 'Cancel' && !canCancel(upload)) || undefined}
          aria-disabled={way === 'Cancel' && !canCancel(upload)}
          onClick={acts[way]}
        >
          {way}
        </Button>
        {way === 'Retry' && isOver(upload) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove ${name}`}
            onClick={acts.Remove}
          >
            Remove
          </Button>
        )}
      </Group>
    </li>
  )
}
