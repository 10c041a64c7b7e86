import type { Face } from './faces.ts'

/** A picture of black and white points, eight to a byte, each row from a new byte. 1 is black. */
export interface Bitmap {
  width: number
  height: number
  rows: Uint8Array
}

/** What is drawn on a sheet, in points from its lower left corner. Greys go from 0 (black) to 1. */
export type Mark =
  | {
      kind: 'text'
      x: number
      y: number
      face: Face
      size: number
      text: string
      grey: number
      /** Points that each space is wider than the font has it. */
      stretch: number
      /** Degrees, counter-clockwise. */
      turn: number
      /** Whether words are placed one by one, with no spaces between them, as TeX does. */
      isSpaceless: boolean
    }
  | { kind: 'line'; x: number; y: number; toX: number; toY: number; width: number; grey: number }
  | { kind: 'box'; x: number; y: number; width: number; height: number; grey: number }
  | { kind: 'picture'; x: number; y: number; width: number; height: number; picture: Bitmap }

/** A page. */
export interface Sheet {
  width: number
  height: number
  /** The number as printed, which a reader shows beside the physical one. Empty where none is. */
  label: string
  marks: Mark[]
}

/** An entry of the outline: the bookmarks that a reader shows beside the pages. */
export interface OutlineEntry {
  title: string
  /** From 1. */
  level: number
  /** Index of the sheet, from 0. */
  sheet: number
  y: number
}

/** What becomes a PDF file. */
export interface Paper {
  title: string
  author: string
  /** The program that is said to have made it. */
  producer: string
  /** A calendar day. */
  created: string
  sheets: readonly Sheet[]
  outline: readonly OutlineEntry[]
}
