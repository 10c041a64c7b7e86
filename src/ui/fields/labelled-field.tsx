import { Stack } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { FieldNote } from './field-note.tsx'

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
  const texts = { hint, remark, error }
  const notes = (['hint', 'remark', 'error'] as const).filter((kind) => texts[kind] !== undefined)
  return (
    <Stack gap={4} miw={0}>
      <label id={labelIdOf(id)} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': notes.map((kind) => `${id}-${kind}`).join(' ') || undefined,
      })}
      {notes.map((kind) => (
        <FieldNote
          key={kind}
          kind={kind}
          id={`${id}-${kind}`}
          role={kind === 'error' ? 'alert' : undefined}
        >
          {texts[kind]}
        </FieldNote>
      ))}
    </Stack>
  )
}
