import { Text } from '@mantine/core'
import { sourcesAt } from '../../../api/saving/kept-sources.ts'
import { fieldAt, type SocField } from '../../../domain/soc/form-fields.ts'
import type { Path } from '../../../domain/work/values.ts'
import { ListSources } from './list-sources.tsx'
import { SourceNote, useIsHeld } from './source-note.tsx'
import { useReviewSources } from './use-report.ts'

const FieldSourcesOf = ({ field }: { field: SocField }) => {
  const { kept } = useReviewSources()
  const sources = sourcesAt(field.path, kept)
  const last = sources.at(-1)
  const isHeld = useIsHeld(field, last)
  if (!last) return null
  return (
    <Text component="div" fz={13} c="dimmed">
      {field.kind === 'list' ? (
        <ListSources list={field.name} sources={sources} />
      ) : (
        <SourceNote source={last} isEdited={!isHeld} />
      )}
    </Text>
  )
}

/** Where the value of a field came from, beside a value that is only read. */
const FieldSources = ({ path }: { path: Path }) => {
  const field = fieldAt(path)
  return field ? <FieldSourcesOf field={field} /> : null
}

export default FieldSources
