import { Text, type TextProps } from '@mantine/core'
import type { ComponentProps } from 'react'

/** What a note beside a control says: help, a warning that stops nothing, or why it is rejected. */
export type NoteKind = 'hint' | 'remark' | 'error'

const COLORS: Record<NoteKind, string> = {
  hint: 'dimmed',
  remark: 'var(--cs-warning)',
  error: 'error',
}

interface FieldNoteProps extends TextProps, Pick<ComponentProps<'p'>, 'id' | 'role' | 'children'> {
  kind: NoteKind
}

/** A sentence below a control. */
export const FieldNote = ({ kind, ...props }: FieldNoteProps) => (
  <Text fz={13} c={COLORS[kind]} {...props} />
)

/** The length of a text and its limit, in characters. It is red beyond the limit. */
export const CharacterCount = ({ length, limit, id }: CharacterCountProps) => (
  <FieldNote kind={length > limit ? 'error' : 'hint'} id={id} mt={4}>
    {length.toLocaleString('en')} of {limit.toLocaleString('en')} characters
  </FieldNote>
)

interface CharacterCountProps {
  length: number
  limit: number
  id?: string
}
