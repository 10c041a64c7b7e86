import { useId, useState } from 'react'
import classes from './fields.module.css'

/** On demand, where a field's answer stands in a report and what to beware of. */
export const Hint = ({ text, labelId }: { text: string; labelId: string }) => {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={classes.hintButton}
        // Named without the field's own name, lest the field be found twice by it.
        aria-label="Where to find it"
        aria-describedby={labelId}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        ?
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

/** The same for a whole section. */
export const SectionHint = ({ text, titleId }: SectionHintProps) => (
  <details className={classes.sectionHint}>
    <summary aria-describedby={titleId}>Where this stands in a report</summary>
    <p>{text}</p>
  </details>
)
