import { type Face, widthOf } from '../pdf/faces.ts'
import { roman } from '../pdf/page-labels.ts'
import type { Mark, Sheet } from '../pdf/sheet.ts'
import type { PartBlock } from './blocks.ts'
import type { Line } from './lines.ts'
import { type Look, PAPERS } from './look.ts'

/** A piece of text of a block as it came to stand on a page. */
export interface Piece {
  /** Which block, or which cell of a table. */
  block: number
  /** Index of the sheet, from 0. */
  sheet: number
  text: string
}

/** A column that is being filled, in points from the lower left corner of its sheet. */
export interface Frame {
  left: number
  width: number
  top: number
  bottom: number
}

/** Fills sheets from top to bottom, column by column. */
export interface Press {
  look: Look
  sheets: readonly Sheet[]
  pieces: readonly Piece[]
  frame(): Frame
  /** Where the next line would begin: its upper edge. */
  y(): number
  /** Points left in the column. */
  room(): number
  /** Whether nothing stands in the column yet. */
  isAtTop(): boolean
  down(points: number): void
  /** Goes to the next column, or to a new sheet. */
  advance(): void
  /** Goes to a new sheet, unless the present one is empty. */
  newSheet(): void
  setPart(part: PartBlock): void
  add(mark: Mark): void
  /** Draws a line. @param y its baseline */
  draw(line: Line, x: number, y: number, size: number, block: number): void
  /** Another number for a block or cell. */
  newBlock(): number
  /** Index of the present sheet, from 0. */
  sheetIndex(): number
  finish(): void
}

const FIRST_PART: PartBlock = {
  kind: 'part',
  isLandscape: false,
  columns: 1,
  labels: 'arabic',
  first: 1,
}
/** Between columns. */
const GUTTER = 22
/** From the edge of the text to the header and the footer. */
const FURNITURE_GAP = 22
const FURNITURE_SIZE = 8

const textMark = (
  look: Look,
  text: string,
  x: number,
  y: number,
  {
    face,
    size,
    grey = 0,
    turn = 0,
    stretch = 0,
  }: { face: Face; size: number; grey?: number; turn?: number; stretch?: number },
): Mark => ({
  kind: 'text',
  x,
  y,
  face,
  size,
  text,
  grey,
  stretch,
  turn,
  isSpaceless: look.isSpaceless,
})

/** The header or the footer of a sheet. */
const furniture = (look: Look, { width, height, label }: Sheet, pages: number): Mark[] => {
  const face: Face = { family: look.body, style: 'regular' }
  const rowOf = (texts: Look['header'], y: number): Mark[] =>
    texts.flatMap((template, index) => {
      if (template.includes('{page}') && label === '') return []
      const text = template.replaceAll('{page}', label).replaceAll('{pages}', String(pages))
      if (text === '') return []
      const own = widthOf(face, text, FURNITURE_SIZE)
      const x = [look.margin, (width - own) / 2, width - look.margin - own][index] ?? look.margin
      return [textMark(look, text, x, y, { face, size: FURNITURE_SIZE, grey: 0.25 })]
    })
  return [
    ...rowOf(look.header, height - look.margin + FURNITURE_GAP),
    ...rowOf(look.footer, look.margin - FURNITURE_GAP - FURNITURE_SIZE),
  ]
}

/** The stamp of a trust centre: large, turned, grey, with characters that nobody sees. */
const stamp = (look: Look, { width, height }: Sheet): Mark[] => {
  if (look.watermark === null) return []
  const text = look.watermark.replaceAll(' ', '\u200b \u200b')
  const style = { face: { family: 'helvetica', style: 'bold' } as const, grey: 0.86, turn: 45 }
  return [0.18, 0.55].map((share) =>
    textMark(look, text, width * 0.12, height * share, { ...style, size: 26 }),
  )
}

/**
 * Makes a press.
 * @param pages how many pages there will be, for footers that say so
 */
export const createPress = (look: Look, pages: number): Press => {
  const [paperWidth, paperHeight] = PAPERS[look.paper]
  const sheets: Sheet[] = []
  const pieces: Piece[] = []
  let part = FIRST_PART
  let count = FIRST_PART.first
  let style: 'roman' | 'arabic' | 'none' = 'arabic'
  let column = 0
  let y = 0
  let top = 0
  let blocks = 0

  const sheet = (): Sheet => sheets.at(-1) ?? openSheet()
  const frame = (): Frame => {
    const { width, height } = sheet()
    const inner = width - 2 * look.margin
    const own = (inner - GUTTER * (part.columns - 1)) / part.columns
    return {
      left: look.margin + column * (own + GUTTER),
      width: own,
      top: height - look.margin,
      bottom: look.margin,
    }
  }
  const closeSheet = (): void => {
    const open = sheets.at(-1)
    if (open && !look.isHeaderFirst) open.marks.push(...furniture(look, open, pages))
  }
  const openSheet = (): Sheet => {
    closeSheet()
    const [width, height] = part.isLandscape ? [paperHeight, paperWidth] : [paperWidth, paperHeight]
    const label = { arabic: String(count), roman: roman(count), none: '' }[style]
    const opened: Sheet = { width, height, label, marks: [] }
    opened.marks.push(...stamp(look, opened))
    if (look.isHeaderFirst) opened.marks.push(...furniture(look, opened, pages))
    sheets.push(opened)
    count += 1
    column = 0
    toTop()
    return opened
  }
  const toTop = (): void => {
    y = frame().top
    top = y
  }

  return {
    look,
    sheets,
    pieces,
    frame,
    y: () => {
      sheet()
      return y
    },
    room: () => {
      const { bottom } = frame()
      return y - bottom
    },
    isAtTop: () => {
      sheet()
      return y === top
    },
    down: (points) => {
      sheet()
      y -= points
    },
    advance: () => {
      if (sheets.length > 0 && column + 1 < part.columns) {
        column += 1
        toTop()
      } else openSheet()
    },
    newSheet: () => {
      if (sheets.length > 0 && (y !== top || column > 0)) openSheet()
    },
    setPart: (next) => {
      const isAnother =
        next.isLandscape !== part.isLandscape ||
        next.columns !== part.columns ||
        next.labels !== null
      part = next
      if (next.labels !== null) {
        style = next.labels
        count = next.first
      }
      if (isAnother && sheets.length > 0) openSheet()
    },
    add: (mark) => {
      sheet().marks.push(mark)
    },
    draw: ({ runs, stretch, text }, x, baseline, size, block) => {
      for (const { face, text: own, x: dx } of runs)
        sheet().marks.push(textMark(look, own, x + dx, baseline, { face, size, stretch }))
      pieces.push({ block, sheet: sheets.length - 1, text })
    },
    newBlock: () => {
      blocks += 1
      return blocks
    },
    sheetIndex: () => {
      sheet()
      return sheets.length - 1
    },
    finish: closeSheet,
  }
}
