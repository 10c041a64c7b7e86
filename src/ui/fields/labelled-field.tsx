import { type ReactNode, useId } from 'react'
import classes from './labelled-field.module.css'

/** The ids that tie a control to its label and its messages. */
export interface ControlIds {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

/** The texts around any control. */
export interface FieldTexts {
  label: string
  /** Help for answering. */
  hint?: string | undefined
  /** A warning; the answer is accepted anyway. */
  remark?: string | undefined
  /** Why the answer is rejected. */
  error?: string | undefined
}

interface LabelledFieldProps extends FieldTexts {
  children: (ids: ControlIds) => ReactNode
}

/** The id of the label of a control. */
export const labelIdOf = (id: string): string => `${id}-label`

/** A control with its label above and its messages below. */
export const LabelledField = ({ label, hint, remark, error, children }: LabelledFieldProps) => {
  const id = useId()
  const notes = Object.entries({ hint, remark, error }).filter(([, text]) => text !== undefined)
  return (
    <div className={classes.field}>
      <label id={labelIdOf(id)} htmlFor={id}>
        {label}
      </label>
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
