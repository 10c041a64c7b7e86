import { Text } from '@mantine/core'
import type { Balance } from '../../../domain/evidence/balance.ts'
import type { QuotePart } from '../../../domain/evidence/suggestion.ts'
import { ShowButton } from './suggestion-row.tsx'
import { pageText } from './use-report.ts'

/** A quote of nothing: it leads to its page, and marks no words. */
const wholePage = (page: number, label: string | null = null): QuotePart[] => [
  { page, label, text: '', ranges: [] },
]

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** The pages that hold nothing to read: pictures, or nothing at all. */
const PagesWithoutText = ({ pages }: { pages: readonly number[] }) =>
  pages.length > 0 && (
    <Text inherit c="var(--cs-warning)">
      {count(pages.length, 'page', 'pages')} without text:{' '}
      {pages.map((page, index) => (
        <span key={page}>
          {index > 0 && ', '}
          {page} <ShowButton quote={wholePage(page)} />
        </span>
      ))}
    </Text>
  )

/** Accounts for every test that was found, so that "No findings" can be checked. */
export const TestBalance = ({ balance }: { balance: Balance }) => {
  const { total, notUnderstood } = balance.tests
  const all = total.noException + total.exception + total.notTested + total.notUnderstood
  return (
    <section aria-label="What was read">
      <Text inherit>
        {all === 0
          ? 'No tests of controls were found in the report.'
          : `The report has ${count(all, 'test', 'tests')}: ${total.noException} without exception, ` +
            `${total.exception} with an exception, ${total.notTested} not tested, ` +
            `${total.notUnderstood} not understood.`}
      </Text>
      {notUnderstood.length > 0 && (
        <ul>
          {notUnderstood.map(({ page, label, text, quote }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a reading never changes
            <li key={index}>
              <Text inherit lineClamp={2} c="var(--cs-warning)">
                Not understood: <q>{text}</q>
              </Text>
              p. {pageText({ page, label })} <ShowButton quote={quote ?? wholePage(page, label)} />
            </li>
          ))}
        </ul>
      )}
      <PagesWithoutText pages={balance.pagesWithoutText} />
    </section>
  )
}

/** Says which numbers of the user controls are missing in between. */
export const ControlBalance = ({ balance: { userControls } }: { balance: Balance }) => {
  const { numbers } = userControls
  if (numbers === null || numbers.missing.length === 0) return null
  return (
    <Text inherit c="var(--cs-warning)">
      The report numbers its user controls {numbers.first} to {numbers.last}; not found:{' '}
      {numbers.missing.join(', ')}.
    </Text>
  )
}
