import { describe, expect, test } from 'vitest'
import {
  heading,
  type Sketch,
  sketchedPages,
  table,
  text,
} from '../../../testing/reports/sketched-pages.ts'
import { type Block, layOut } from './layout.ts'
import { type PageText, pageTextOf, type TextItem } from './page-text.ts'
import { passageOf, sentencesOf, wordsOf } from './passage.ts'

const cellsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'row' ? [block.cells.map((cell) => cell.text)] : []))
const textsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'row' ? [] : [block.passage.text]))
const FILLER =
  'This sentence is long enough that it runs over the whole width of the page and over its end as well.'

describe('tables', () => {
  const columns = [72, 200, 400]
  const head = ['Control', 'Test', 'Result']

  test('whose cells wrap are rebuilt, though the file mixes their lines', () => {
    const row = [
      'A control whose words need several lines of a narrow cell.',
      'A test whose words need several lines too, and more of them.',
      'No exceptions noted in any of the items that were selected.',
    ]
    expect(cellsOf(layOut(sketchedPages([[table(columns, head, [row, row])]])).blocks)).toEqual([
      row,
      row,
    ])
  })

  test('keep their head over a page break, and rows that go over it are one', () => {
    const first: Sketch[] = [
      text(FILLER),
      table(columns, head, [
        ['Staff sign.', 'Inspected.', 'No exceptions noted.'],
        ['Leavers lose their', 'Inspected tickets of', 'Exception noted. For 2 of'],
      ]),
    ]
    const second: Sketch[] = [
      table(columns, head, [
        ['', 'all leavers.', '25 leavers it was late.'],
        ['Doors are locked.', 'Observed.', 'No exceptions noted.'],
      ]),
    ]
    const rows = layOut(sketchedPages([first, second])).blocks.filter(
      (block) => block.kind === 'row',
    )
    expect(rows.map(({ head: own }) => own)).toEqual([head, head, head])
    const split = rows[1]?.cells[2]
    expect(split?.text).toBe('Exception noted. For 2 of 25 leavers it was late.')
    expect(split?.pages.map(({ page }) => page)).toEqual([1, 2])
  })
})

describe('pages', () => {
  test('lose headers and footers, whatever their numbers, and text goes on over the break', () => {
    const half =
      'A sentence begins on this page and is so long that the words it needs do not find room on it, so'
    const pages = sketchedPages(
      [[text(half)], [text('that it ends on the next one.')], [text(FILLER)], [text(FILLER)]],
      'Confidential – Halloran Pike LLP – Page #',
    )
    const { blocks, running } = layOut(pages)
    expect(running.map((line) => line.text)).toHaveLength(4)
    expect(textsOf(blocks)).toEqual([`${half} that it ends on the next one.`, FILLER, FILLER])
  })

  test('lose a table of contents, which repeats the headings', () => {
    const dots = (title: string, page: number): Sketch => text(`${title} ${'.'.repeat(60)} ${page}`)
    const pages = sketchedPages([
      [
        heading('Table of Contents'),
        dots('Section I – Independent Service Auditor’s Report', 3),
        dots('Opinion', 4),
        dots('Section IV – Tests of Controls', 9),
      ],
      [heading('Section IV – Tests of Controls'), text(FILLER)],
    ])
    expect(textsOf(layOut(pages).blocks)).toEqual(['Section IV – Tests of Controls', FILLER])
  })

  test('of two columns are read column by column', () => {
    const column = (word: string, x: number, from: number): TextItem[] =>
      Array.from({ length: 12 }, (_, line) => ({
        text: `${word} ${line} fills all of the room of its column.`,
        x,
        y: 100 + line * 13,
        width: 215,
        size: 10,
        font: 'body',
        index: from + line,
      }))
    const left = column('left', 72, 0)
    const right = column('right', 320, 12)
    const items = left.flatMap((one, at) => [one, right[at]].filter((other) => other !== undefined))
    const pages: PageText[] = [{ page: 1, label: null, width: 612, height: 792, items }]
    const all = textsOf(layOut(pages).blocks).join(' ')
    expect(all.indexOf('left 11')).toBeLessThan(all.indexOf('right 0'))
    expect(all.indexOf('left 0')).toBe(0)
  })

  test('without text are named', () => {
    expect(layOut(sketchedPages([[text(FILLER)], []])).emptyPages).toEqual([2])
  })
})

describe('what pdf.js gives', () => {
  const upright = { transform: [1, 0, 0, -1, 0, 792], width: 612, height: 792 }
  const at = (str: string, transform: number[]) => ({
    str,
    transform,
    width: 50,
    height: 10,
    fontName: 'f1',
  })

  test('loses a stamp across the page and characters of zero width', () => {
    const items = [
      at('Confid\u200bential', [10, 0, 0, 10, 72, 700]),
      at('reader@example.com', [20, 20, -20, 20, 200, 300]),
      { type: 'beginMarkedContent' },
      at(' ', [10, 0, 0, 10, 130, 700]),
    ]
    const page = pageTextOf({ page: 3, label: 'iii', items, viewport: upright })
    expect(page.items).toEqual([
      {
        text: 'Confidential',
        offsets: [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12],
        x: 72,
        y: 92,
        width: 50,
        size: 10,
        font: 'f1',
        index: 0,
      },
    ])
    expect(page).toMatchObject({ page: 3, label: 'iii' })
  })

  test('is turned upright where the whole page lies on its side', () => {
    const items = [
      at('first line', [0, 10, -10, 0, 100, 72]),
      at('second line', [0, 10, -10, 0, 120, 72]),
    ]
    const page = pageTextOf({ page: 1, label: null, items, viewport: upright })
    expect(page).toMatchObject({ width: 792, height: 612 })
    const [first, second] = page.items
    expect(first?.x).toBe(second?.x)
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(20)
  })
})

describe('text that runs on', () => {
  const words = wordsOf([
    'a multi-factor login is effective here',
    'the two parties each re-sign it',
  ])
  const joined = (...lines: string[]) =>
    passageOf(
      lines.map((line) => ({ page: 1, text: line })),
      words,
    ).text

  test.each([
    [['operated effec-', 'tively here'], 'operated effectively here'],
    [['a multi-', 'factor login'], 'a multi-factor login'],
    [['condi -', 'tions apply'], 'conditions apply'],
    [['No relevant excep', 'tions noted.'], 'No relevant exceptions noted.'],
    [['Section I –', 'Report'], 'Section I – Report'],
    [['CC6.1-', 'CC6.3 apply'], 'CC6.1-CC6.3 apply'],
  ])('%j', (lines, expected) => {
    expect(joined(...lines)).toBe(expected)
  })

  test('is cut into sentences, not at abbreviations', () => {
    const passage = passageOf(
      [{ page: 1, text: 'Acme Inc. keeps books, e.g. ledgers. See No. 4. “It ends.” Done.' }],
      words,
    )
    expect(sentencesOf(passage).map((one) => one.text)).toEqual([
      'Acme Inc. keeps books, e.g. ledgers.',
      'See No. 4.',
      '“It ends.”',
      'Done.',
    ])
  })
})
