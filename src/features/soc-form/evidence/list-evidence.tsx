import { Stack } from '@mantine/core'
import { sourcesAt } from '../../../api/saving/kept-sources.ts'
import { LIST_OF, type SocListId } from '../../../domain/soc/form-fields.ts'
import type { TakeItems } from '../list-editor/list-editor-state.ts'
import { ListSources } from './list-sources.tsx'
import { ListSuggestions } from './list-suggestions.tsx'
import { ControlBalance, TestBalance } from './reading-balance.tsx'
import { useReport, useReviewSources } from './use-report.ts'

interface ListEvidenceProps {
  list: SocListId
  take: TakeItems
}

/** Above a list: what the report in front names for it, and where its items came from. */
const ListEvidence = ({ list, take }: ListEvidenceProps) => {
  const { path } = LIST_OF[list]
  const report = useReport()
  const { kept, actions } = useReviewSources()
  const sources = sourcesAt(path, kept)
  const hasSuggestions = report !== null && report.reading.fields !== null
  if (sources.length === 0 && !hasSuggestions) return null
  return (
    <Stack gap={4} mb={8} fz={13} c="dimmed" data-evidence={path}>
      {hasSuggestions && list === 'findings' && <TestBalance balance={report.reading.balance} />}
      {hasSuggestions && list === 'userControls' && (
        <ControlBalance balance={report.reading.balance} />
      )}
      {hasSuggestions && (
        <ListSuggestions list={list} report={report} kept={kept} sources={actions} take={take} />
      )}
      {sources.length > 0 && !hasSuggestions && <ListSources list={list} sources={sources} />}
    </Stack>
  )
}

export default ListEvidence
