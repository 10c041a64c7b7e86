import { describe, expect, it } from 'vitest'
import { squash } from '../squash.ts'
import { readBlocks } from './blocks.ts'
import { breakLines } from './lines.ts'
import { type Look, PLAIN } from './look.ts'
import { setPages } from './set-pages.ts'

const set = (text: string, look: Partial<Look> = {}) =>
  setPages({ ...PLAIN, ...look }, readBlocks(text))
const SENTENCE = 'User entities are responsible for reviewing the settings of their own tenants.'
const textsOf = (text: string, look?: Partial<Look>, sheet = 0): string[] =>
  (set(text, look).sheets[sheet]?.marks ?? []).flatMap((mark) =>
    mark.kind === 'text' ? [mark.text] : [],
  )

describe('blocks', () => {
  it('are known by how their lines begin', () => {
    const kinds = readBlocks('# A\n- b\n-[7.] c\n= d\n~ e\nf\n@page\n@table widths=1\n| g').map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual([
      'heading',
      'item',
      'item',
      'paragraph',
      'signature',
      'paragraph',
      'page',
      'table',
    ])
  })

  it('refuse a row without a table, and one with too few cells', () => {
    expect(() => readBlocks('| a | b')).toThrow('stands in no table')
    expect(() => readBlocks('@table widths=1,2\n| a')).toThrow('1 cells for 2 columns')
  })
})

describe('lines', () => {
  const face = { family: 'times', style: 'regular' } as const
  const linesOf = (width: number, hyphen: Look['hyphen'], isJustified = false) =>
    breakLines([{ face, text: SENTENCE }], width, 10, { hyphen, isJustified })

  it('hold all of a text, and are no wider than they may be', () => {
    for (const hyphen of ['none', '-', '\u00ad'] as const) {
      const lines = linesOf(80, hyphen)
      expect(lines.every(({ width }) => width <= 80)).toBe(true)
      expect(squash(lines.map(({ text }) => text).join(' '))).toBe(squash(SENTENCE))
    }
  })

  it('end within words only where there are hyphens', () => {
    const widths = [60, 70, 80, 90, 100]
    const ends = (hyphen: Look['hyphen']) =>
      widths.flatMap((width) => linesOf(width, hyphen)).filter(({ text }) => text.endsWith('-'))
    expect(ends('none')).toEqual([])
    expect(ends('-')).not.toEqual([])
  })

  it('are stretched to the width, except for the last', () => {
    const lines = linesOf(120, '-', true)
    expect(lines.slice(0, -1).some(({ stretch }) => stretch > 0)).toBe(true)
    expect(lines.at(-1)?.stretch).toBe(0)
  })
})

describe('pages', () => {
  it('have the numbers of their part, and none where it says so', () => {
    const { sheets } = set(
      '@part labels=none\na\n@part labels=roman first=3\nb\n@page\nc\n@part labels=arabic\nd',
    )
    expect(sheets.map(({ label }) => label)).toEqual(['', 'iii', 'iv', '1'])
    expect(textsOf('@part labels=none\na')).toEqual(['a'])
    expect(textsOf('@part labels=roman first=3\nb')).toContain('iii')
  })

  it('are listed in the contents by their printed numbers', () => {
    const text =
      '@part labels=roman\n@contents\n@part labels=arabic first=5\n# Opinion\na\n# Tests\nb'
    const [opinion, tests] = textsOf(text).filter((line) => line.includes('...'))
    expect(opinion).toMatch(/^Opinion \.+ 5$/)
    expect(tests).toMatch(/^Tests \.+ 6$/)
  })

  it('may be landscape, and may have columns', () => {
    const { sheets } = set('@part landscape\na\n@part columns=2\n@room 1\nb b b\nc')
    expect(sheets.map(({ width }) => width)).toEqual([792, 612])
    const lefts = sheets[1]?.marks.flatMap((mark) =>
      mark.kind === 'text' && /^[bc]/.test(mark.text) ? [mark.x] : [],
    )
    expect(new Set(lefts).size).toBe(2)
  })

  it('break long rows, and repeat the head where the table says so', () => {
    const table = (head: string) =>
      `@room 9\n@table widths=1,1${head}\n|| Left | Right\n| ${SENTENCE.repeat(8)} | b`
    const headsOn = (head: string) =>
      [0, 1].map((sheet) => textsOf(table(head), {}, sheet).includes('Left'))
    expect(headsOn('')).toEqual([true, true])
    expect(headsOn(' head=once')).toEqual([true, false])
  })

  it('go cell by cell, or line by line across cells', () => {
    const orderOf = (order: string): string =>
      textsOf(`@table widths=1,1 order=${order}\n| a a ¶ b | c c ¶ d`)
        .filter((text) => /^[a-d]/.test(text))
        .map((text) => text[0])
        .join('')
    expect([orderOf('cells'), orderOf('lines')]).toEqual(['abcd', 'acbd'])
  })

  it('carry a turned stamp with blanks that nobody sees', () => {
    const { sheets } = set('a', { watermark: 'For a reader' })
    const stamps = sheets[0]?.marks.filter((mark) => mark.kind === 'text' && mark.turn !== 0)
    expect(stamps).toHaveLength(2)
    expect(stamps?.[0]).toMatchObject({ text: 'For\u200b \u200ba\u200b \u200breader' })
  })

  it('have their header before what is read, or after it', () => {
    const orderOf = (isHeaderFirst: boolean) =>
      textsOf('text', { header: ['head', '', ''], footer: ['', '', ''], isHeaderFirst })
    expect([orderOf(true), orderOf(false)]).toEqual([
      ['head', 'text'],
      ['text', 'head'],
    ])
  })
})
