import { Text } from '@mantine/core'
import { useCallback } from 'react'
import type { Source } from '../../../api/saving/kept-sources.ts'
import { isStillHeld } from '../../../domain/evidence/meet-form.ts'
import { type SocEdit, valueIn } from '../../../domain/soc/edit.ts'
import type { SocField } from '../../../domain/soc/form-fields.ts'
import { formatInstant } from '../../../lib/dates.ts'
import { pagesOf } from './suggestion-row.tsx'
import { useFormFact } from './use-report.ts'

/** Whether the form still holds the value of a source. */
export const useIsHeld = (field: SocField, source: Source | undefined): boolean => {
  const read = useCallback(
    (form: SocEdit) =>
      source !== undefined && isStillHeld(field.path, source.value, valueIn(form, field)),
    [field, source],
  )
  return useFormFact(read)
}

interface SourceNoteProps {
  source: Source
  /** Whether the form holds another value now. */
  isEdited: boolean
}

/** Where the value of a field came from. */
export const SourceNote = ({ source, isEdited }: SourceNoteProps) => (
  <Text inherit title={`Used ${formatInstant(source.usedAt)}`}>
    From <bdi>{source.fileName}</bdi>, {pagesOf(source.quote)}
    {isEdited && ', edited since'}
  </Text>
)
