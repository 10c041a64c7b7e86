import type { SocSectionId } from '../../domain/contract/enums.ts'
import type { SocProgress } from '../../domain/soc/completeness.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { FieldLink } from './field-link.tsx'
import { NextMissing } from './next-missing.tsx'
import classes from './soc-form-panels.module.css'

interface ProgressSummaryProps {
  progress: SocProgress
  open: readonly SocSectionId[]
  /** The review is finalized, so nothing is missing any more. */
  isCompleted: boolean
}

/** The number of complete sections, and a link to everything that is missing. */
export const ProgressSummary = ({ progress, open, isCompleted }: ProgressSummaryProps) => {
  const { completeCount, sections, missing, readyToFinalize } = progress
  const text = `${completeCount} of ${sections.length} sections complete`
  return (
    <div className={classes.summary}>
      <div className={classes.progress}>
        <span>{text}</span>
        <div className={classes.track}>
          <ProgressBar
            label="Sections complete"
            value={completeCount}
            max={sections.length}
            text={text}
          />
        </div>
      </div>
      {isCompleted ? null : readyToFinalize ? (
        <p className={classes.ready}>
          <CheckIcon /> Ready to finalize
        </p>
      ) : (
        missing.length > 0 && (
          <nav aria-label="Missing fields" className={classes.missing}>
            <span>Missing:</span>
            <ul>
              {missing.map((field) => (
                <li key={`${field.path} ${field.label}`}>
                  <FieldLink field={field} open={open} />
                </li>
              ))}
            </ul>
            <NextMissing missing={missing} open={open} />
          </nav>
        )
      )}
    </div>
  )
}
