import { Box, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useIsMissing } from '../../editing/use-progress.ts'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { FieldEvidenceSlot } from './evidence/evidence-slot.tsx'
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
  /** The path that reports are asked for, below the control. */
  answers?: string
  children: ReactNode
}

/** The ids that connect a label and an error to the control of a field. */
export const labelId = (path: string): string => `${path}-label`
export const errorId = (path: string): string => `${path}-error`
/** The id of a field's help, which describes its controls. */
export const helpId = (path: string): string => `${path}-help`

/** The name of a field, and what stands beside it. */
export const FieldHead = ({ children }: { children: ReactNode }) => (
  <Group gap="4px 8px" align="baseline" pt={5} className={classes.label}>
    {children}
  </Group>
)

/** Says that a field has no answer yet, which the service asks for. */
export const MissingMark = () => (
  <Text span fz={12} fw={600} c="var(--cs-warning)" className={classes.missing}>
    Missing
  </Text>
)

/** One field of the form: its label, a hint where to look, the control, and the error. */
export const Field = (props: FieldProps) => {
  const { path, label, hint, htmlFor, error, remark, answers, children } = props
  const isMissing = useIsMissing(path)
  return (
    <div
      id={path}
      tabIndex={-1}
      className={classes.field}
      onFocus={() => hint !== undefined && shownHelp().setState({ about: label, text: hint })}
    >
      <FieldHead>
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
        {isMissing && <MissingMark />}
      </FieldHead>
      <Box miw={0}>
        {children}
        {remark !== undefined && (
          <FieldNote kind="remark" mt={4}>
            {remark}
          </FieldNote>
        )}
        {error !== undefined && (
          <FieldNote kind="error" id={errorId(path)} role="alert" mt={4}>
            {error}
          </FieldNote>
        )}
        {answers !== undefined && <FieldEvidenceSlot path={answers} />}
      </Box>
    </div>
  )
}
