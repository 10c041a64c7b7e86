import { Stack, Text } from '@mantine/core'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Source, sourcesAt } from '../../../api/saving/kept-sources.ts'
import {
  type FieldSuggestion,
  isAnswerable,
  suggestionsAt,
} from '../../../domain/evidence/field-suggestions.ts'
import { type Meeting, meetValue } from '../../../domain/evidence/meet-form.ts'
import { isSame, type SocEdit, valueIn } from '../../../domain/soc/edit.ts'
import { fieldAt, type SocField } from '../../../domain/soc/form-fields.ts'
import type { Path } from '../../../domain/work/values.ts'
import type { ReviewSources } from '../../../editing/evidence/review-sources.ts'
import { QuietButton } from '../../../ui/layout/quiet-button.tsx'
import { announceEvidence } from './evidence-keys.ts'
import { SourceNote, useIsHeld } from './source-note.tsx'
import { SuggestionRow, USE_KEY } from './suggestion-row.tsx'
import { type ReadReport, useFormFact, useReport, useReviewSources } from './use-report.ts'
import { useTaking } from './use-taking.ts'

/** What the row says before the quote, by how the form stands to it. */
const LEADS: Record<Meeting, (text: string) => string> = {
  free: (text) => text,
  same: () => 'Report says the same:',
  differs: (text) => `Report says ${text}`,
}

interface CandidateProps {
  field: SocField
  suggestion: FieldSuggestion
  isBest: boolean
  onUse: () => void
  onDismiss: () => void
}

/** One value that the report has for a field. */
const Candidate = ({ field, suggestion, isBest, onUse, onDismiss }: CandidateProps) => {
  const { value, text, quote } = suggestion
  const read = useCallback(
    (form: SocEdit) => meetValue(field, value, valueIn(form, field)),
    [field, value],
  )
  const meeting = useFormFact(read)
  const about = `${field.label}: ${text}`
  return (
    <SuggestionRow
      lead={<b>{LEADS[meeting](text)}</b>}
      quote={quote}
      isShortcut={isBest}
      isContrary={meeting === 'differs'}
    >
      <QuietButton
        data-first={isBest}
        aria-label={`Use suggestion for ${about}`}
        aria-keyshortcuts={isBest ? USE_KEY : undefined}
        onClick={onUse}
      >
        Use
      </QuietButton>
      <QuietButton aria-label={`Dismiss suggestion for ${about}`} onClick={onDismiss}>
        Dismiss
      </QuietButton>
    </SuggestionRow>
  )
}

/** Puts the focus on the first button of a row whose buttons changed, if one of them had it. */
const useFocusInside = () => {
  const row = useRef<HTMLDivElement>(null)
  const isWanted = useRef(false)
  useLayoutEffect(() => {
    if (!isWanted.current) return
    isWanted.current = false
    row.current?.querySelector<HTMLElement>('[data-first="true"]')?.focus()
  })
  /** To be called before the buttons change. */
  const keepFocus = (): void => {
    isWanted.current = row.current?.contains(document.activeElement) ?? false
  }
  return { row, keepFocus }
}

interface SuggestionsProps {
  field: SocField
  report: ReadReport
  /** The source of the field's value; undefined if it has none. */
  source: Source | undefined
  /** Whether the form still holds the value of the source. */
  isHeld: boolean
  dismissals: readonly { sha256: string; path: Path; value: unknown }[]
  sources: ReviewSources
}

const Suggestions = (props: SuggestionsProps) => {
  const { field, report, source, isHeld, dismissals, sources } = props
  const { path, label } = field
  const { file, reading } = report
  const { row, keepFocus } = useFocusInside()
  const [areAllShown, setAreAllShown] = useState(false)
  const { use, undo } = useTaking(field, sources)
  const suggestions = useMemo(
    () => (reading.fields ? suggestionsAt(path, reading.fields) : []),
    [path, reading],
  )
  const dismissalOf = ({ value }: FieldSuggestion) => ({
    sha256: file.sha256,
    path,
    value: value as Source['value'],
  })
  const isDismissed = (suggestion: FieldSuggestion): boolean =>
    dismissals.some((other) => isSame(other, dismissalOf(suggestion)))
  const open = suggestions.filter((suggestion) => !isDismissed(suggestion))
  const [best, ...others] = open
  const [dismissed] = suggestions

  if (!dismissed) return <Text inherit>Not found in this report</Text>
  if (source && isHeld && source.sha256 === file.sha256)
    return (
      <div ref={row}>
        <SuggestionRow isUsed quote={source.quote} isShortcut>
          <QuietButton
            data-first
            aria-label={`Undo suggestion for ${label}`}
            onClick={() => {
              keepFocus()
              undo(source)
              announceEvidence(`${label} is as it was`)
            }}
          >
            Undo
          </QuietButton>
        </SuggestionRow>
      </div>
    )
  if (!best)
    return (
      <div ref={row}>
        Suggestion dismissed{' '}
        <QuietButton
          data-first
          aria-label={`Undo dismissal for ${label}`}
          onClick={() => {
            keepFocus()
            for (const one of suggestions) void sources.undoDismissal(dismissalOf(one))
          }}
        >
          Undo
        </QuietButton>
      </div>
    )
  return (
    <div ref={row}>
      {(areAllShown ? open : [best]).map((suggestion) => (
        <Candidate
          key={JSON.stringify(suggestion.value)}
          field={field}
          suggestion={suggestion}
          isBest={suggestion === best}
          onUse={() => {
            keepFocus()
            use(file, suggestion)
            announceEvidence(`${label}: ${suggestion.text} used`)
          }}
          onDismiss={() => {
            keepFocus()
            void sources.dismiss(dismissalOf(suggestion))
            announceEvidence(`${label}: ${suggestion.text} dismissed`)
          }}
        />
      ))}
      {others.length > 0 && (
        <QuietButton
          aria-expanded={areAllShown}
          aria-label={`${others.length} more for ${label}`}
          onClick={() => setAreAllShown(!areAllShown)}
        >
          {others.length} more
        </QuietButton>
      )}
    </div>
  )
}

/** Below a field: where its value came from, and what the report in front says for it. */
const FieldEvidenceOf = ({ field }: { field: SocField }) => {
  const { path } = field
  const report = useReport()
  const { kept, actions } = useReviewSources()
  const source = sourcesAt(path, kept).at(-1)
  const isHeld = useIsHeld(field, source)
  const hasSuggestions = report !== null && report.reading.fields !== null
  const isOfReport = hasSuggestions && isHeld && source?.sha256 === report.file.sha256
  if (!source && !hasSuggestions) return null
  return (
    <Stack gap={0} mt={4} fz={13} c="dimmed" data-evidence={path}>
      {source && !isOfReport && <SourceNote source={source} isEdited={!isHeld} />}
      {hasSuggestions && (
        <Suggestions
          field={field}
          report={report}
          source={source}
          isHeld={isHeld}
          dismissals={kept.dismissals}
          sources={actions}
        />
      )}
    </Stack>
  )
}

const FieldEvidence = ({ path }: { path: Path }) => {
  const field = fieldAt(path)
  return field && isAnswerable(path) ? <FieldEvidenceOf field={field} /> : null
}

export default FieldEvidence
