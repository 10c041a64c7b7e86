import { useId, useState } from 'react'
import { SOC_HINTS } from '../../domain/soc-hints.ts'
import classes from './fields.module.css'

/** On demand, where a field's answer stands in a report and what to beware of. */
export const Hint = ({ path, labelId }: { path: string; labelId: string }) => {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const text = SOC_HINTS[path]
  return text === undefined ? null : (
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
