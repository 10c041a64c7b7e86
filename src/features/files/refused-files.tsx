import { Notice } from '../../ui/notice.tsx'
import classes from './files.module.css'
import type { RefusedFile } from './sort-files.ts'

interface RefusedFilesProps {
  refused: readonly RefusedFile[]
  /** Uploads a duplicate anyway. */
  onInsist: (refused: RefusedFile) => void
  onDismiss: () => void
}

/** The rejected files, each with its reason. */
export const RefusedFiles = ({ refused, onInsist, onDismiss }: RefusedFilesProps) =>
  refused.length === 0 ? null : (
    <Notice tone="warning" role="alert">
      <ul aria-label="Files not uploaded" className={classes.refused}>
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
      <button type="button" className={classes.button} onClick={onDismiss}>
        Dismiss
      </button>
    </Notice>
  )
