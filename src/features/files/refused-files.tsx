import { Notice } from '../../ui/notice.tsx'
import classes from './files.module.css'
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
      <div className={classes.refused}>
        {isRefused && (
          <ul aria-label="Files not uploaded">
            {refused.map((one) => (
              <li key={`${one.file.name} ${one.file.size} ${one.sentence}`}>
                <span>{one.sentence}</span>{' '}
                {one.isDuplicate && (
                  <button
                    type="button"
                    className={classes.button}
                    aria-label={`Upload anyway: ${one.file.name}`}
                    onClick={() => onInsist(one)}
                  >
                    Upload anyway
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
      <button type="button" className={classes.button} onClick={onDismiss}>
        Dismiss
      </button>
    </Notice>
  )
}
