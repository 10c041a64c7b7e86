import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type BaseFontName, baseWidthOf } from './base-fonts.ts'
import { readTrueType, type TrueType } from './true-type.ts'

/** A family of fonts: two that every reader has, and one that the file holds. */
export type Family = 'times' | 'helvetica' | 'liberation'
export type Style = 'regular' | 'bold' | 'italic'

/** A font as a text names it. */
export interface Face {
  family: Family
  style: Style
}

const BASE: Readonly<Record<'times' | 'helvetica', Record<Style, BaseFontName>>> = {
  times: { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' },
  helvetica: { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica' },
}

/** pdf.js brings these fonts, to stand in for those that a file does not hold. */
const FILES: Readonly<Record<Style, string>> = {
  regular: 'LiberationSans-Regular.ttf',
  bold: 'LiberationSans-Bold.ttf',
  italic: 'LiberationSans-Italic.ttf',
}

const loaded = new Map<Style, TrueType>()

/** Liberation Sans in a style, read on first use. */
export const liberation = (style: Style): TrueType => {
  const known = loaded.get(style)
  if (known) return known
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const font = readTrueType(readFileSync(join(folder, 'standard_fonts', FILES[style])))
  loaded.set(style, font)
  return font
}

/** The name of a base font; undefined where the file has to hold the font. */
export const baseNameOf = ({ family, style }: Face): BaseFontName | undefined =>
  family === 'liberation' ? undefined : BASE[family][style]

/** The number of a character's glyph. @throws for a character that the font lacks */
export const liberationGlyph = (style: Style, character: string): number => {
  const glyph = liberation(style).glyphOf(character)
  if (glyph === 0) throw new Error(`Liberation Sans has no glyph for "${character}".`)
  return glyph
}

const characterWidth = (face: Face, character: string): number => {
  const base = baseNameOf(face)
  return base === undefined
    ? liberation(face.style).widthOf(liberationGlyph(face.style, character))
    : baseWidthOf(base, character)
}

const widths = new Map<string, number>()

/** The width of a text in points. */
export const widthOf = (face: Face, text: string, size: number): number => {
  let thousandths = 0
  for (const character of text) {
    const key = `${face.family} ${face.style} ${character}`
    const known = widths.get(key) ?? characterWidth(face, character)
    widths.set(key, known)
    thousandths += known
  }
  return (thousandths * size) / 1000
}
