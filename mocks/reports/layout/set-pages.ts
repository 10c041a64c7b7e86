import type { Face } from '../pdf/faces.ts'
import { widthOf } from '../pdf/faces.ts'
import { wordmark } from '../pdf/scan.ts'
import type { OutlineEntry, Sheet } from '../pdf/sheet.ts'
import type { Block } from './blocks.ts'
import { breakLines, type Run } from './lines.ts'
import type { Look } from './look.ts'
import { createPress, type Piece, type Press } from './press.ts'
import { runsOf, shaped } from './runs.ts'
import { setTable } from './set-table.ts'

/** A document on its pages. */
export interface Pages {
  sheets: readonly Sheet[]
  outline: readonly OutlineEntry[]
  /** What stands where, in the order of reading, without headers and footers. */
  pieces: readonly Piece[]
}

/** A line of the table of contents. */
interface ContentsLine {
  text: string
  level: number
  label: string
}

const HEADING_SCALE = [1.5, 1.2, 1.05] as const
/** Lines that a heading keeps below it on its page. */
const KEPT_BELOW = 3

interface TextOptions {
  size: number
  indent?: number
  isCentred?: boolean
  /** Whether lines are never stretched, as those of headings. */
  isRagged?: boolean
  /** Left of the first line, in the margin that the indent leaves. */
  marker?: string
}

/** Sets a text from the present place on, over as many columns and pages as it needs. */
const setText = (press: Press, runs: readonly Run[], options: TextOptions): void => {
  const { size, indent = 0, isCentred = false, isRagged = isCentred, marker } = options
  const block = press.newBlock()
  const { look } = press
  const height = size * look.leading
  const { width } = press.frame()
  const lines = breakLines(runs, width - indent, size, {
    isJustified: look.isJustified && !isRagged,
    hyphen: isRagged ? 'none' : look.hyphen,
  })
  lines.forEach((line, index) => {
    if (press.room() < height) press.advance()
    const { left } = press.frame()
    const baseline = press.y() - size
    if (marker !== undefined && index === 0) {
      const face: Face = { family: look.body, style: 'regular' }
      const markerLine = { runs: [{ face, text: marker, x: 0 }], width: 0, stretch: 0, text: '' }
      press.draw(markerLine, left + indent - markerGap(marker, face, size), baseline, size, block)
    }
    press.draw(line, left + (isCentred ? (width - line.width) / 2 : indent), baseline, size, block)
    press.down(height)
  })
}

const markerGap = (marker: string, face: Face, size: number): number =>
  Math.max(14, widthOf(face, `${marker} `, size))

const setHeading = (
  press: Press,
  { level, text }: Extract<Block, { kind: 'heading' }>,
  outline: OutlineEntry[],
): void => {
  const { look } = press
  const size = look.size * (HEADING_SCALE[level - 1] ?? 1)
  if (level === 1 && look.hasSectionPages) press.newSheet()
  if (!press.isAtTop()) press.down(look.size * 0.8)
  if (press.room() < size * 1.3 + KEPT_BELOW * look.size * look.leading) press.advance()
  outline.push({ title: text, level, sheet: press.sheetIndex(), y: press.y() })
  const shown = look.headingCase === 'capitals' && level < 3 ? text.toUpperCase() : text
  const face: Face = { family: look.heads, style: level === 3 ? 'italic' : 'bold' }
  setText(press, [{ face, text: shaped(look, shown) }], { size, isRagged: true })
  press.down(look.size * 0.4)
}

/** Sets the table of contents: each heading, dots, and the printed number of its page. */
const setContents = (press: Press, lines: readonly ContentsLine[]): void => {
  const { look } = press
  const face: Face = { family: look.body, style: 'regular' }
  for (const { text, level, label } of lines) {
    const indent = 14 * (level - 1)
    const number = ` ${label}`
    const room = press.frame().width - indent - widthOf(face, number, look.size)
    let title = shaped(look, text)
    while (widthOf(face, `${title} ...`, look.size) > room) title = title.slice(0, -1)
    const dots = Math.floor(
      (room - widthOf(face, `${title} `, look.size)) / widthOf(face, '.', look.size),
    )
    setText(press, [{ face, text: `${title} ${'.'.repeat(Math.max(0, dots - 1))}${number}` }], {
      size: look.size,
      indent,
    })
  }
}

const setLetterhead = (press: Press, text: string): void => {
  const size = 20
  const width = widthOf({ family: 'liberation', style: 'bold' }, text, size) + 2
  const height = size * 1.4
  const { left } = press.frame()
  const y = press.y() - height
  press.add({ kind: 'picture', x: left, y, width, height, picture: wordmark(text, size, width) })
  press.down(height * 1.8)
}

const setBlock = (
  press: Press,
  block: Block,
  outline: OutlineEntry[],
  contents: readonly ContentsLine[],
): void => {
  const { look } = press
  const face: Face = { family: look.body, style: 'regular' }
  switch (block.kind) {
    case 'heading':
      return setHeading(press, block, outline)
    case 'paragraph': {
      const { text, isCentred, scale, indent } = block
      const shown: Face = scale > 1 ? { family: look.heads, style: 'bold' } : face
      setText(press, runsOf(look, text, shown), { size: look.size * scale, isCentred, indent })
      return press.down(look.size * 0.55)
    }
    case 'item': {
      const { text, depth, marker } = block
      const shown = marker ?? look.bullet
      const indent = 18 * depth + Math.max(0, markerGap(shown, face, look.size) - 14)
      setText(press, runsOf(look, text, face), { size: look.size, indent, marker: shown })
      return press.down(look.size * 0.25)
    }
    case 'signature':
      return setText(press, runsOf(look, block.text, face), { size: look.size })
    case 'space':
      return press.down(Math.min(block.height, press.room()))
    case 'room': {
      const height = block.lines * look.size * look.leading
      if (press.room() < height) press.advance()
      return press.down(press.room() - height)
    }
    case 'page':
      return press.newSheet()
    case 'contents':
      return setContents(press, contents)
    case 'letterhead':
      return setLetterhead(press, block.text)
    case 'table':
      return setTable(press, block)
    case 'part':
      return press.setPart(block)
  }
}

/** Headings deeper than this are not listed in the contents. */
const DEEPEST_LISTED = 2

const setOnce = (
  look: Look,
  blocks: readonly Block[],
  contents: readonly ContentsLine[],
  pages: number,
): Pages => {
  const press = createPress(look, pages)
  const outline: OutlineEntry[] = []
  for (const block of blocks) setBlock(press, block, outline, contents)
  press.finish()
  return { sheets: press.sheets, outline, pieces: press.pieces.filter(({ text }) => text !== '') }
}

/** Sets a document. It is set twice: only then is it known which heading stands on which page. */
export const setPages = (look: Look, blocks: readonly Block[]): Pages => {
  const listed = blocks.filter(
    (block) => block.kind === 'heading' && block.level <= DEEPEST_LISTED,
  ) as Extract<Block, { kind: 'heading' }>[]
  const draft = setOnce(
    look,
    blocks,
    listed.map((heading) => ({ ...heading, label: '00' })),
    0,
  )
  const contents = draft.outline
    .filter(({ level }) => level <= DEEPEST_LISTED)
    .map(({ title, level, sheet }) => ({
      text: title,
      level,
      label: draft.sheets[sheet]?.label ?? '',
    }))
  const pages = setOnce(look, blocks, contents, draft.sheets.length)
  return look.hasOutline ? pages : { ...pages, outline: [] }
}
