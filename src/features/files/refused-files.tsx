import { Button, Stack } from '@mantine/core'
import { Notice } from '../../ui/notice.tsx'
import type { RefusedFile } from './sort-files.ts'

interface RefusedFilesProps {
  refused: readonly RefusedFile[]
  /** Sentences about files that need nothing done. */
  remarks: readonly string[]
  /** Uploads a duplicate anyway. */
  onInsist: (refused: RefusedFile) => void
  onDismiss: () => void
}

/** The rejected files, each with its reason, and quieter remarks on others. */
export const RefusedFiles = ({ refused, remarks, onInsist, onDismiss }: RefusedFilesProps) => {
  const isRefused = refused.length > 0
  if (!isRefused && remarks.length === 0) return null
  return (
    <Notice {...(isRefused && { tone: 'warning', role: 'alert' })}>
      <Stack gap={8} flex="1 1 320px">
        {isRefused && (
          <Stack component="ul" gap={8} aria-label="Files not uploaded">
            {refused.map((one) => (
              <li key={`${one.file.name} ${one.file.size} ${one.sentence}`}>
                <span>{one.sentence}</span>{' '}
                {one.isDuplicate && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Upload anyway: ${one.file.name}`}
                    onClick={() => onInsist(one)}
                  >
                    Upload anyway
                  </Button>
                )}
              </li>
            ))}
          </Stack>
        )}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </Stack>
      <Button size="compact-sm" variant="default" onClick={onDismiss}>
        Dismiss
      </Button>
    </Notice>
  )
}
