import { COLUMNS, GROWTH, LINES, type Line } from './readings.ts'
import { keyOf, type Results, type Verdict } from './results.ts'
import { summaryOf } from './stats.ts'
import { formatValue, type Unit } from './units.ts'
import type { Profile } from './visit.ts'

/** A Markdown table with aligned columns; empty where there are no rows. */
const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return ''
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((line) => line[column]?.length ?? 0)),
  )
  const lineOf = (cells: readonly string[], filler = ' '): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, filler)).join(' | ')} |`
  return [lineOf(head), lineOf([], '-'), ...rows.map((row) => lineOf(row))].join('\n')
}

/** The median with the range; empty where there are no readings. */
const cell = (samples: readonly number[] | undefined, unit: Unit): string => {
  if (!samples) return ''
  const { median, min, max } = summaryOf(samples)
  const [from, to] = [formatValue(min, unit), formatValue(max, unit)]
  return from === to ? from : `${formatValue(median, unit)} (${from} to ${to})`
}

/** The lines that have readings. */
const tableOf = (
  columns: readonly string[],
  lines: readonly Line[],
  samplesOf: (name: string) => readonly (readonly number[] | undefined)[],
): string =>
  markdown(
    ['', ...columns],
    lines
      .map(([name, label, unit]) => [
        unit ? `${label}, ${unit}` : label,
        ...samplesOf(name).map((samples) => cell(samples, unit)),
      ])
      .filter(([, ...cells]) => cells.some((said) => said !== '')),
  )

/** All readings of a profile, with the subjects side by side. */
export const profileTable = (results: Results, profile: Profile): string =>
  tableOf(
    COLUMNS.map(([, label]) => label),
    LINES,
    (name) => COLUMNS.map(([subject]) => results.get(keyOf({ profile, subject }, name))),
  )

/** How times grow with size, on the slow laptop: a table for each thing that grows. */
export const growthTables = (results: Results): string[] =>
  GROWTH.map(({ noun, sizes, lines }) =>
    tableOf(
      sizes.map((size) => `${size.toLocaleString('en-GB')} ${noun}`),
      lines,
      (name) =>
        sizes.map((size) =>
          results.get(keyOf({ profile: 'slow', subject: 'live' }, `${name}${size}`)),
        ),
    ),
  )

/** The budgets, and whether they are met. */
export const budgetTable = (verdicts: readonly Verdict[]): string =>
  markdown(
    ['budget', 'measured', 'range', 'aim', 'limit', 'time', ''],
    verdicts.map(({ name, unit, median, min, max, aim, limit, time, state }) => [
      unit ? `${name}, ${unit}` : name,
      formatValue(median, unit),
      `${formatValue(min, unit)} to ${formatValue(max, unit)}`,
      String(aim),
      formatValue(limit, unit),
      time ?? '',
      state,
    ]),
  )
