import { useMemo } from 'react'
import type { Source } from '../../../api/saving/kept-sources.ts'
import type { FieldSuggestion } from '../../../domain/evidence/field-suggestions.ts'
import type { SocField } from '../../../domain/soc/form-fields.ts'
import type { Value } from '../../../domain/work/values.ts'
import type { ReportFile } from '../../../editing/evidence/report-reading.ts'
import type { ReviewSources } from '../../../editing/evidence/review-sources.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'

/** The source of a value that is used now. */
export const sourceFrom = (
  { name, sha256 }: ReportFile,
  path: Source['path'],
  { value, quote }: FieldSuggestion,
  before: Value = null,
): Source => ({
  path,
  // The fields that a report can answer hold nothing but these plain values.
  value: value as Source['value'],
  before: (before ?? null) as Source['before'],
  quote: quote.map((part) => ({ ...part, ranges: [...part.ranges] })),
  fileName: name,
  sha256,
  usedAt: new Date().toISOString(),
})

/** Puts a suggestion into a field, as typing does: an unsaved edit, which can be undone. */
export const useTaking = ({ path }: SocField, sources: ReviewSources) => {
  const { form, tracker } = useReviewEditing()
  return useMemo(() => {
    // One name for all kinds of fields, so TypeScript cannot tell which value belongs to it.
    const name = `form.${path}` as 'form'
    const set = (value: Value): void => {
      form.clearErrors(name)
      form.setValue(name, structuredClone(value) as never, { shouldDirty: true, shouldTouch: true })
      tracker.refresh()
    }
    return {
      use: (file: ReportFile, suggestion: FieldSuggestion): void => {
        const before = structuredClone(form.getValues(name)) as Value
        set(suggestion.value)
        void sources.use([sourceFrom(file, path, suggestion, before)])
      },
      undo: (source: Source): void => {
        set(source.before)
        void sources.drop([source])
      },
    }
  }, [form, tracker, path, sources])
}
