import { type Body, bodyOf, continues, type TextBlock, textBlocksOf } from './blocks.ts'
import { contentsLines } from './contents-lines.ts'
import { type Line, linesOf } from './lines.ts'
import type { PageText } from './page-text.ts'
import { partsOf, passageOf, wordsOf } from './passage.ts'
import { cellsOf, regionsOf } from './regions.ts'
import { type Section, sectionOf } from './report-sections.ts'
import { withoutRunningLines } from './running-lines.ts'
import { type OpenTable, type RowBlock, tableBlocksOf } from './table-blocks.ts'

export type Block = (TextBlock | RowBlock) & { section: Section }

/** A report, taken apart. */
export interface Layout {
  /** Headings, paragraphs, items and rows in reading order, without headers, footers and contents. */
  blocks: Block[]
  /** Headers and footers. */
  running: Line[]
  /** The look of most of the text. */
  body: Body
  /** Pages that hold no text but headers and footers. */
  emptyPages: number[]
}

interface State {
  blocks: (TextBlock | RowBlock)[]
  open: OpenTable | null
  tables: number
}

const addText = (
  state: State,
  lines: readonly Line[],
  body: Body,
  height: number,
  isColumn: boolean,
): void => {
  const [first, ...more] = textBlocksOf(lines, body, height, isColumn)
  if (!first) return
  const last = state.blocks.findLast((block) => block.kind !== 'note')
  if (last && last.kind !== 'row' && continues(last, first)) {
    last.passage = passageOf([...partsOf(last.passage), ...partsOf(first.passage)], body.words)
    last.lines = [...last.lines, ...first.lines]
  } else state.blocks.push(first)
  state.blocks.push(...more)
}

/** The column of a table in which a whole line stands, or -1. */
const columnOf = (line: Line, gutters: readonly number[]): number => {
  const cells = cellsOf(line, gutters)
  const filled = cells.filter((cell) => cell !== null)
  const column = cells.findIndex((cell) => cell !== null)
  const end = gutters[column] ?? Number.POSITIVE_INFINITY
  return filled.length === 1 && line.right < end + 3 ? column : -1
}

/**
 * Lines at the top of a page that go on with one cell of the row before, whose other cells ended.
 * @returns the lines that are left
 */
const continueCell = (state: State, lines: readonly Line[], body: Body): readonly Line[] => {
  const last = state.blocks.findLast((block) => block.kind !== 'note')
  const [first] = lines
  const { open } = state
  if (!first || !open || last?.kind !== 'row' || last.page !== first.page - 1) return lines
  const column = columnOf(first, open.gutters)
  const start = open.gutters[column - 1]
  const cell = last.cells[column]
  if (!cell || start === undefined || Math.abs(first.x - start) > 3) return lines
  if (/[.!?:]$/.test(cell.text) || cell.text === '') return lines
  let end = 1
  while (
    end < lines.length &&
    Math.abs((lines[end]?.x ?? 0) - first.x) < 2 &&
    (lines[end]?.y ?? 0) - (lines[end - 1]?.y ?? 0) < first.size * 1.7
  )
    end++
  const own = lines.slice(0, end)
  const parts = [...partsOf(cell), ...own.map(({ page, text }) => ({ page, text }))]
  last.cells = last.cells.map((other, at) => (at === column ? passageOf(parts, body.words) : other))
  last.lines = last.lines.map((other, at) => (at === column ? [...other, ...own] : other))
  return lines.slice(end)
}

const addPage = (state: State, own: readonly Line[], body: Body, page: PageText): void => {
  const lines = continueCell(state, own, body)
  const regions = regionsOf(lines, page.width, state.open?.gutters ?? [])
  for (const region of regions) {
    if (region.kind === 'table') {
      const last = state.blocks.findLast((block) => block.kind !== 'note')
      const { rows, open } = tableBlocksOf(
        region.lines,
        region.gutters,
        body,
        state.open,
        last?.kind === 'row' ? last : null,
        state.tables,
      )
      if (open.table === state.tables) state.tables++
      state.blocks.push(...rows)
      state.open = open
    } else addText(state, region.lines, body, page.height, region.kind === 'column')
  }
}

const withSections = (blocks: readonly (TextBlock | RowBlock)[], body: Body): Block[] => {
  const sizes = blocks.flatMap((block) => (block.kind === 'heading' ? [block.size] : []))
  const large = Math.max(
    body.size * 1.1,
    Math.max(0, ...sizes.toSorted((a, b) => b - a).slice(3, 4)),
  )
  let section: Section = 'front'
  return blocks.map((block) => {
    if (block.kind === 'heading')
      section = sectionOf(block.passage.text, block.size >= large) ?? section
    return { ...block, section }
  })
}

/**
 * Takes a report apart: lines, columns, tables, headings, and its sections.
 * @param pages in order
 * @param onPage is told of each page that was taken apart, by its number
 */
export const layOut = (pages: readonly PageText[], onPage?: (page: number) => void): Layout => {
  const { pages: lines, running } = withoutRunningLines(pages.map(linesOf))
  const words = wordsOf(lines.flat().map(({ text }) => text))
  const body = bodyOf(lines.flat(), words)
  const state: State = { blocks: [], open: null, tables: 0 }
  let isContents = false
  for (const [at, page] of pages.entries()) {
    const own = lines[at] ?? []
    const contents = contentsLines(own, isContents)
    isContents = contents.size > 0 && contents.size >= own.length / 2
    const rest = own.filter((line) => !contents.has(line))
    addPage(state, rest, body, page)
    onPage?.(page.page)
  }
  return {
    blocks: withSections(state.blocks, body),
    running,
    body,
    emptyPages: pages.filter((_, at) => (lines[at] ?? []).length === 0).map(({ page }) => page),
  }
}
