import type { Family } from '../pdf/faces.ts'

/** How a firm sets its reports. Lengths are in points. */
export interface Look {
  paper: 'letter' | 'a4'
  body: Family
  heads: Family
  size: number
  /** Height of a line, as a multiple of the size. */
  leading: number
  margin: number
  isJustified: boolean
  /** What stands at the end of a line that ends within a word. `none` keeps words whole. */
  hyphen: 'none' | '-' | '\u00ad'
  hasLigatures: boolean
  /** Whether words are placed one by one, with no spaces in the text. */
  isSpaceless: boolean
  headingCase: 'as-is' | 'capitals'
  /** Whether each section of the first level begins on a new page. */
  hasSectionPages: boolean
  bullet: string
  /** Texts at the left, in the middle and at the right; `{page}` and `{pages}` are put in. */
  header: readonly [left: string, middle: string, right: string]
  footer: readonly [left: string, middle: string, right: string]
  /** Whether a page is described with its header first, or with what is read first. */
  isHeaderFirst: boolean
  /** Over each page, turned. */
  watermark: string | null
  /** Whether rows of tables go over the ends of pages. */
  doRowsBreak: boolean
  hasOutline: boolean
  producer: string
}

/** A plain look: what a look does not say is so. */
export const PLAIN: Look = {
  paper: 'letter',
  body: 'times',
  heads: 'times',
  size: 10.5,
  leading: 1.28,
  margin: 72,
  isJustified: false,
  hyphen: 'none',
  hasLigatures: false,
  isSpaceless: false,
  headingCase: 'as-is',
  hasSectionPages: true,
  bullet: '•',
  header: ['', '', ''],
  footer: ['', '{page}', ''],
  isHeaderFirst: true,
  watermark: null,
  doRowsBreak: true,
  hasOutline: true,
  producer: 'Office Writer 16',
}

/** Width and height of the papers. */
export const PAPERS = { letter: [612, 792], a4: [595, 842] } as const
