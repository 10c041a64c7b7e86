import { Button } from '@mantine/core'
import type { FormProgress } from '../../api/transport/form-carrier.ts'
import { formatBytes } from '../../lib/bytes.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import classes from './new-review-page.module.css'

interface SendingProps {
  fileName: string
  progress: FormProgress
  onCancel: () => void
}

/** The progress of the report. Once all of it is sent, only Drata's answer can tell the outcome. */
export const Sending = ({ fileName, progress: { sent, total }, onCancel }: SendingProps) => {
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0
  const isAllSent = sent >= total
  return (
    <div className={classes.sending}>
      <div className={classes.track}>
        <ProgressBar
          label={fileName}
          value={percent}
          max={100}
          text={`${formatBytes(sent)} of ${formatBytes(total)}`}
        />
      </div>
      <p>
        {isAllSent
          ? 'Everything is sent. Waiting for Drata’s answer…'
          : `${formatBytes(sent)} of ${formatBytes(total)}`}
      </p>
      {!isAllSent && (
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}
