import { type ReactNode, useId } from 'react'
import classes from './labelled-field.module.css'

/** What ties a control to its label and to what is said about it. */
export interface ControlIds {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

/** What stands around a control, whatever it is. */
export interface FieldTexts {
  label: string
  /** What to know before answering. */
  hint?: string | undefined
  /** What to think about again; the answer is taken all the same. */
  remark?: string | undefined
  /** Why the answer is not taken. */
  error?: string | undefined
}

interface LabelledFieldProps extends FieldTexts {
  children: (ids: ControlIds) => ReactNode
}

/** A control with its label above and what is said about it below. */
export const LabelledField = ({ label, hint, remark, error, children }: LabelledFieldProps) => {
  const id = useId()
  const notes = Object.entries({ hint, remark, error }).filter(([, text]) => text !== undefined)
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': notes.map(([name]) => `${id}-${name}`).join(' ') || undefined,
      })}
      {notes.map(([name, text]) => (
        <p
          key={name}
          id={`${id}-${name}`}
          role={name === 'error' ? 'alert' : undefined}
          className={classes[name]}
        >
          {text}
        </p>
      ))}
    </div>
  )
}
