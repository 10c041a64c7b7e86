import { Box, Button, Group } from '@mantine/core'
import type { FormProgress } from '../../api/transport/form-carrier.ts'
import { formatBytes } from '../../lib/bytes.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'

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
    <Group justify="space-between" gap="8px 16px">
      <Box flex="1 0 100%">
        <ProgressBar
          label={fileName}
          value={percent}
          max={100}
          text={`${formatBytes(sent)} of ${formatBytes(total)}`}
        />
      </Box>
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
    </Group>
  )
}
