import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { QuotePart } from '../../../domain/evidence/suggestion.ts'
import { quoteDisplay } from '../../../editing/evidence/report-reading.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import { QuietButton } from '../../../ui/layout/quiet-button.tsx'
import { pageText } from './use-report.ts'

/** The keys of the suggestion of the field that has the focus. `evidence-keys` looks for them. */
export const USE_KEY = 'Alt+U'
export const SHOW_KEY = 'Alt+P'

interface ShowButtonProps {
  quote: readonly QuotePart[]
  /** Whether the key shows this quote. */
  hasKey?: boolean
  /** Default: "Show". */
  children?: ReactNode
}

/** Shows the page of a quote, and marks its words. It is not there without the pane of the report. */
export const ShowButton = ({ quote, hasKey = false, children = 'Show' }: ShowButtonProps) => {
  const show = useStore(quoteDisplay())
  const [first] = quote
  if (show === null || first === undefined) return null
  return (
    <QuietButton
      aria-label={`Show in report, page ${pageText(first)}`}
      aria-keyshortcuts={hasKey ? SHOW_KEY : undefined}
      onClick={() => show(quote)}
    >
      {children}
    </QuietButton>
  )
}

/** The pages of a quote: "p. 12", or "p. 12, 13" where it stands on several. */
export const pagesOf = (quote: readonly QuotePart[]): string =>
  `p. ${[...new Set(quote.map(pageText))].join(', ')}`

interface SuggestionRowProps {
  /** What stands before the quote, such as the value. */
  lead?: ReactNode
  isUsed?: boolean
  quote: readonly QuotePart[]
  isShortcut?: boolean
  /** Whether the form says something else. */
  isContrary?: boolean
  /** The buttons after "Show". */
  children: ReactNode
}

/** One line about a suggestion: the value, the words of the report, the page, and what can be done. */
export const SuggestionRow = (props: SuggestionRowProps) => {
  const { lead, quote, isUsed = false, isShortcut = false, isContrary = false, children } = props
  return (
    <div>
      <Text inherit lineClamp={2} {...(isContrary && { c: 'var(--cs-warning)' })}>
        {lead} <q>{quote.map(({ text }) => text).join(' … ')}</q>
      </Text>
      <Group gap="0 8px">
        <span>{`${isUsed ? 'Used, ' : ''}${pagesOf(quote)}`}</span>
        <ShowButton quote={quote} hasKey={isShortcut} />
        {children}
      </Group>
    </div>
  )
}
