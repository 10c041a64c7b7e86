import type { ReactNode } from 'react'
import { useIsMissing } from '../../editing/use-progress.ts'
import classes from './fields.module.css'
import { shownHelp } from './help.ts'
import { Hint } from './hint.tsx'

interface FieldProps {
  /** The field's path, which is also the target of links. */
  path: string
  label: string
  hint?: string
  /** The id of the control, if there is only one. A group is labelled by the label's id. */
  htmlFor?: string
  error?: string | undefined
  /** Stands out, once the answers make it more important than usual. */
  remark?: string | undefined
  children: ReactNode
}

/** The ids that connect a label and an error to the control of a field. */
export const labelId = (path: string): string => `${path}-label`
export const errorId = (path: string): string => `${path}-error`
/** The id of a field's help, which describes its controls. */
export const helpId = (path: string): string => `${path}-help`

/** One field of the form: its label, a hint where to look, the control, and the error. */
export const Field = (props: FieldProps) => {
  const { path, label, hint, htmlFor, error, remark, children } = props
  const isMissing = useIsMissing(path)
  return (
    <div
      id={path}
      tabIndex={-1}
      className={classes.field}
      onFocus={() => hint !== undefined && shownHelp().setState({ about: label, text: hint })}
    >
      <div className={classes.label}>
        {htmlFor === undefined ? (
          <span id={labelId(path)}>{label}</span>
        ) : (
          <label id={labelId(path)} htmlFor={htmlFor}>
            {label}
          </label>
        )}
        {hint !== undefined && (
          <>
            <Hint text={hint} labelId={labelId(path)} />
            <p id={helpId(path)} hidden>
              {hint}
            </p>
          </>
        )}
        {isMissing && <span className={classes.missing}>Missing</span>}
      </div>
      <div className={classes.control}>
        {children}
        {remark !== undefined && <p className={classes.remark}>{remark}</p>}
        {error !== undefined && (
          <p id={errorId(path)} role="alert" className={classes.error}>
            {error}
          </p>
        )}
      </div>
    </div>
  )
}
