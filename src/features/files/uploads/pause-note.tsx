import { formatDuration } from '../../../lib/bytes.ts'
import { FieldNote } from '../../../ui/fields/field-note.tsx'
import { useEvery } from '../../../ui/hooks/use-every.ts'

/**
 * Says that the service is limiting requests, and counts down.
 * @param until in milliseconds of `performance.now()`, which a change of the clock does not affect
 */
export const PauseNote = ({ until }: { until: number }) => {
  const left = useEvery(500, () => formatDuration(Math.max(0, until - performance.now()) / 1_000))
  return (
    <FieldNote kind="remark" px={12} pb={8}>
      <span role="status">Drata is limiting requests.</span> Uploading continues in {left}.
    </FieldNote>
  )
}
