import { useId, useState } from 'react'
import { QuestionIcon } from '../../ui/icons.tsx'
import classes from './fields.module.css'

/** A hint, on demand, where to find the answer in a report and what to beware of. */
export const Hint = ({ text, labelId }: { text: string; labelId: string }) => {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={classes.hintButton}
        // Without the field's name: a search for that name must not find two fields.
        aria-label="Where to find it"
        aria-describedby={labelId}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <QuestionIcon />
      </button>
      {isOpen && (
        <p id={id} className={classes.hint}>
          {text}
        </p>
      )}
    </>
  )
}

interface SectionHintProps {
  text: string
  titleId: string
}

/** The hint for a whole section. */
export const SectionHint = ({ text, titleId }: SectionHintProps) => (
  <details className={`${classes.sectionHint} screen-only`}>
    <summary aria-describedby={titleId}>Where this stands in a report</summary>
    <p>{text}</p>
  </details>
)
