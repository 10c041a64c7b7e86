/** The lines that a table draws: around every cell, between its rows, or none. */
export type Rules = 'all' | 'rows' | 'none'

/** A table. A cell holds paragraphs. */
export interface TableBlock {
  kind: 'table'
  /** Widths of the columns, in relation to each other. */
  widths: number[]
  rules: Rules
  /** Whether a page describes a row cell by cell, or line by line across its cells. */
  order: 'cells' | 'lines'
  /** Whether the head stands again on each page. */
  hasRepeatedHead: boolean
  head: string[] | null
  rows: string[][]
}

/** How the pages are from here on. */
export interface PartBlock {
  kind: 'part'
  isLandscape: boolean
  columns: number
  /** How pages are numbered, anew from `first`; null leaves the count alone. */
  labels: 'roman' | 'arabic' | 'none' | null
  first: number
}

/** A piece of a document, in the order of reading. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string; isCentred: boolean; scale: number; indent: number }
  | { kind: 'item'; marker: string | null; text: string; depth: number }
  | { kind: 'signature'; text: string }
  | { kind: 'space'; height: number }
  /** Goes down until this many lines are left in the column. */
  | { kind: 'room'; lines: number }
  | { kind: 'page' }
  | { kind: 'contents' }
  | { kind: 'letterhead'; text: string }
  | TableBlock
  | PartBlock

/** Options as `name=value`; a name alone is `yes`. */
const optionsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(' ')
      .filter(Boolean)
      .map((word) => {
        const [name = '', value = 'yes'] = word.split('=')
        return [name, value]
      }),
  )

const LABELS = ['roman', 'arabic', 'none'] as const
const RULES = ['all', 'rows', 'none'] as const

const partOf = (text: string): PartBlock => {
  const options = optionsOf(text)
  return {
    kind: 'part',
    isLandscape: options.has('landscape'),
    columns: Number(options.get('columns') ?? 1),
    labels: LABELS.find((label) => label === options.get('labels')) ?? null,
    first: Number(options.get('first') ?? 1),
  }
}

const tableOf = (text: string): TableBlock => {
  const options = optionsOf(text)
  return {
    kind: 'table',
    widths: (options.get('widths') ?? '').split(',').map(Number),
    rules: RULES.find((rules) => rules === options.get('rules')) ?? 'all',
    order: options.get('order') === 'lines' ? 'lines' : 'cells',
    hasRepeatedHead: options.get('head') !== 'once',
    head: null,
    rows: [],
  }
}

const paragraph = (
  text: string,
  more: { isCentred?: boolean; scale?: number; indent?: number },
) => ({
  kind: 'paragraph' as const,
  text,
  isCentred: false,
  scale: 1,
  indent: 0,
  ...more,
})

/** Blocks that are known by how their line begins. The first that matches counts. */
const LINES: readonly (readonly [start: RegExp, make: (rest: string, found: string) => Block])[] = [
  [/^@table /, tableOf],
  [/^@part ?/, partOf],
  [/^@page$/, () => ({ kind: 'page' })],
  [/^@contents$/, () => ({ kind: 'contents' })],
  [/^@room /, (rest) => ({ kind: 'room', lines: Number(rest) })],
  [/^@space /, (rest) => ({ kind: 'space', height: Number(rest) })],
  [/^@letterhead /, (text) => ({ kind: 'letterhead', text })],
  [/^#+ /, (text, found) => ({ kind: 'heading', level: found.length - 1, text })],
  [
    /^=+ /,
    (text, found) =>
      paragraph(text, { isCentred: true, scale: [1, 1.3, 1.9][found.length - 2] ?? 1 }),
  ],
  [/^> /, (text) => paragraph(text, { indent: 24 })],
  [/^~ /, (text) => ({ kind: 'signature', text })],
  [/^- /, (text) => ({ kind: 'item', marker: null, text, depth: 1 })],
  [/^-- /, (text) => ({ kind: 'item', marker: null, text, depth: 2 })],
  [
    /^-\[[^\]]*\] /,
    (text, found) => ({ kind: 'item', marker: found.slice(2, found.indexOf(']')), text, depth: 1 }),
  ],
]

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|+/, '')
    .split('|')
    .map((cell) => cell.trim())

/** Adds a line of a table to the table that was begun last. */
const addRow = (blocks: readonly Block[], line: string): void => {
  const table = blocks.at(-1)
  if (table?.kind !== 'table') throw new Error(`This row stands in no table: ${line}`)
  const cells = cellsOf(line)
  if (cells.length !== table.widths.length)
    throw new Error(
      `This row has ${cells.length} cells for ${table.widths.length} columns: ${line}`,
    )
  if (line.startsWith('||')) table.head = cells
  else table.rows.push(cells)
}

/**
 * Reads a document. Each line is a block:
 *
 * - `# `, `## `, `### ` headings; `= `, `== `, `=== ` centred lines, larger and larger
 * - `- ` an item with the look's bullet, `-[7.] ` with this marker, `-- ` one level deeper
 * - `> ` an indented paragraph, `~ ` a line of a signature, anything else a paragraph
 * - `@table widths=1,3,2 rules=all|rows|none order=cells|lines head=once`, then `|| ` its head and
 *   `| ` its rows, with `|` between cells and `¶` between the paragraphs of a cell
 * - `@part landscape columns=2 labels=roman|arabic|none first=1`, `@page`, `@contents`, `@space 20`,
 *   `@room 9` (nine lines are left in the column), `@letterhead Name`
 *
 * A paragraph, an item or a cell may begin with a **bold** word or more.
 * @throws for a row without a table, or with too few or too many cells
 */
export const readBlocks = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    if (line.startsWith('|')) {
      addRow(blocks, line)
      continue
    }
    const known = LINES.find(([start]) => start.test(line))
    const found = known ? (known[0].exec(line)?.[0] ?? '') : ''
    blocks.push(known ? known[1](line.slice(found.length), found) : paragraph(line, {}))
  }
  return blocks
}
