import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import classes from './labelled-field.module.css'
import { type FieldTexts, LabelledField } from './labelled-field.tsx'

interface DayFieldProps extends FieldTexts, UseFormRegisterReturn {
  /** Rendered beside the field: shortcuts that fill it in. */
  beside?: ReactNode
}

/** A calendar day, typed or picked. It stays text throughout, so no time zone can shift it. */
export const DayField = ({ label, hint, remark, error, beside, ...registered }: DayFieldProps) => (
  <LabelledField label={label} hint={hint} remark={remark} error={error}>
    {(ids) => (
      <div className={classes.row}>
        <input {...registered} {...ids} type="date" max="9999-12-31" className={classes.input} />
        {beside}
      </div>
    )}
  </LabelledField>
)
