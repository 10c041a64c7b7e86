import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { Source, SourcesAndDismissals } from '../../../api/saving/kept-sources.ts'
import {
  type FieldSuggestion,
  itemFor,
  suggestionsAt,
} from '../../../domain/evidence/field-suggestions.ts'
import { meetItems, newItems } from '../../../domain/evidence/meet-form.ts'
import { isSame, type SocEdit, valueIn } from '../../../domain/soc/edit.ts'
import { LIST_OF, type SocItem, type SocListId } from '../../../domain/soc/form-fields.ts'
import type { ReviewSources } from '../../../editing/evidence/review-sources.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'
import { CheckBox } from '../../../ui/fields/check-box.tsx'
import { ChevronDown, ChevronRight } from '../../../ui/icons.tsx'
import { QuietButton } from '../../../ui/layout/quiet-button.tsx'
import type { TakeItems } from '../list-editor/list-editor-state.ts'
import { announceEvidence } from './evidence-keys.ts'
import { pagesOf, ShowButton, USE_KEY } from './suggestion-row.tsx'
import { type ReadReport, useFormFact } from './use-report.ts'
import { sourceFrom } from './use-taking.ts'

interface ListSuggestionsProps {
  list: SocListId
  report: ReadReport
  kept: SourcesAndDismissals
  sources: ReviewSources
  take: TakeItems
}

/** An item that the report names. The form has it, or it can be used, or it was dismissed. */
interface NamedItem extends FieldSuggestion {
  index: number
  isHere: boolean
  isUsed: boolean
  isDismissed: boolean
}

/** What stands before the pages of an item. */
const standingOf = ({ isHere, isUsed }: NamedItem): string => {
  if (isUsed) return 'Used, '
  return isHere ? 'Already here, ' : ''
}

const HERE = '1'

/** For each item whether the form has it, as a text, so that only a change renders. */
const useIsHere = (list: SocListId, suggestions: readonly FieldSuggestion[]): string => {
  const read = useCallback(
    (form: SocEdit) => {
      const items = suggestions.map(({ value }) => value as SocItem)
      return meetItems(list, items, valueIn(form, LIST_OF[list]))
        .map((isHere) => (isHere ? HERE : '0'))
        .join('')
    },
    [list, suggestions],
  )
  return useFormFact(read)
}

/** The items that a report names for a list: all that are checked can be used at once. */
export const ListSuggestions = ({ list, report, kept, sources, take }: ListSuggestionsProps) => {
  const { path, label, noun, plural } = LIST_OF[list]
  const { file, reading } = report
  const { form, tracker } = useReviewEditing()
  const id = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const [unchecked, setUnchecked] = useState<ReadonlySet<number>>(new Set())
  const suggestions = useMemo(
    () => (reading.fields ? suggestionsAt(path, reading.fields) : []),
    [path, reading],
  )
  const here = useIsHere(list, suggestions)
  const dismissalOf = ({ value }: FieldSuggestion) => ({
    sha256: file.sha256,
    path,
    value: value as Source['value'],
  })
  const isUsed = ({ value }: FieldSuggestion): boolean =>
    kept.sources.some(
      (source) =>
        source.path === path && source.sha256 === file.sha256 && isSame(source.value, value),
    )
  const items = suggestions.map((suggestion, index): NamedItem => {
    const isHere = here[index] === HERE
    const dismissal = dismissalOf(suggestion)
    const isDismissed = !isHere && kept.dismissals.some((other) => isSame(other, dismissal))
    return { ...suggestion, index, isHere, isUsed: isHere && isUsed(suggestion), isDismissed }
  })
  const wanted = items.filter(
    ({ isHere, isDismissed, index }) => !isHere && !isDismissed && !unchecked.has(index),
  )
  const [isOpen, setIsOpen] = useState<boolean>()
  const isShown = isOpen ?? items.some(({ isHere, isDismissed }) => !isHere && !isDismissed)

  const useWanted = (): void => {
    const present = form.getValues(`form.${path}` as const) as readonly SocItem[]
    const added = newItems(
      list,
      wanted.map(({ value }) => itemFor(list, value)),
      present,
    )
    const taken = wanted.map((item) => sourceFrom(file, path, item))
    take(added, () => void sources.drop(taken))
    tracker.refresh()
    void sources.use(taken)
    // The button that was pressed goes.
    toggle.current?.focus()
    announceEvidence(`${label}: ${taken.length} used`)
  }
  const dismiss = (item: NamedItem): void => {
    void sources.dismiss(dismissalOf(item))
    toggle.current?.focus()
    announceEvidence(`${item.text} dismissed`)
  }

  if (items.length === 0) return <Text inherit>No {plural} found in this report</Text>
  const held = items.filter(({ isHere }) => isHere).length
  return (
    <section aria-label={`Suggestions for ${label}`}>
      <UnstyledButton
        ref={toggle}
        fz={13}
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        onClick={() => setIsOpen(!isShown)}
      >
        <Group gap={4}>
          {isShown ? <ChevronDown /> : <ChevronRight />}
          {items.length} in this report{held > 0 && `, ${held} already here`}
        </Group>
      </UnstyledButton>
      {isShown && (
        <Stack id={id} gap={4} align="start">
          <Stack component="ul" gap={4} mah="50vh" w="100%" style={{ overflow: 'auto' }}>
            {items.map((item) => (
              <li key={item.index}>
                {item.isHere || item.isDismissed ? (
                  <Text inherit>
                    <bdi>{item.text}</bdi>
                  </Text>
                ) : (
                  <CheckBox
                    label={<bdi>{item.text}</bdi>}
                    checked={!unchecked.has(item.index)}
                    onChange={({ target }) => {
                      const next = new Set(unchecked)
                      if (target.checked) next.delete(item.index)
                      else next.add(item.index)
                      setUnchecked(next)
                    }}
                  />
                )}
                <Group gap="0 8px">
                  <span>{`${standingOf(item)}${pagesOf(item.quote)}`}</span>
                  <ShowButton quote={item.quote} hasKey />
                  {item.isDismissed && (
                    <QuietButton
                      aria-label={`Undo dismissal for ${label}: ${item.text}`}
                      onClick={() => void sources.undoDismissal(dismissalOf(item))}
                    >
                      Dismissed, undo
                    </QuietButton>
                  )}
                  {!item.isHere && !item.isDismissed && (
                    <QuietButton
                      aria-label={`Dismiss suggestion for ${label}: ${item.text}`}
                      onClick={() => dismiss(item)}
                    >
                      Dismiss
                    </QuietButton>
                  )}
                </Group>
              </li>
            ))}
          </Stack>
          {wanted.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Use ${wanted.length} checked ${wanted.length === 1 ? noun : plural}`}
              aria-keyshortcuts={USE_KEY}
              onClick={useWanted}
            >
              Use {wanted.length} checked
            </Button>
          )}
        </Stack>
      )}
    </section>
  )
}
