import { createRandom, type Random } from '../../seed/random.ts'
import { createCanvas, drawText, type ToPixel } from './raster.ts'
import type { Bitmap, Mark, Paper, Sheet } from './sheet.ts'

/** What a scanner in an office takes for texts. Points an inch. */
const RESOLUTION = 130
const POINTS = 72
/** How far a sheet lies askew at most. Radians. */
const MOST_ASKEW = 0.008
/** One point of the picture in this many is a speck. */
const RARITY = 9_000

const scale = RESOLUTION / POINTS

/** Draws a text or a line. Pictures and grey boxes do not come through the copier. */
const draw = (canvas: ReturnType<typeof createCanvas>, mark: Mark, toPixel: ToPixel): void => {
  if (mark.kind === 'text') {
    drawText(canvas, mark.text, { ...mark, style: mark.face.style }, toPixel)
  } else if (mark.kind === 'line') {
    const [[x, y], [toX, toY]] = [toPixel(mark.x, mark.y), toPixel(mark.toX, mark.toY)]
    const count = Math.ceil(Math.hypot(toX - x, toY - y))
    for (let step = 0; step <= count; step += 1)
      canvas.set(
        Math.round(x + ((toX - x) * step) / count),
        Math.round(y + ((toY - y) * step) / count),
        true,
      )
  }
}

const pictureOf = ({ width, height, marks }: Sheet, random: Random): Bitmap => {
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale))
  const angle = (random.int(-100, 100) / 100) * MOST_ASKEW
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const toPixel: ToPixel = (x, y) => {
    const [fromX, fromY] = [x - width / 2, y - height / 2]
    return [
      (width / 2 + fromX * cos - fromY * sin) * scale,
      (height / 2 - fromX * sin - fromY * cos) * scale,
    ]
  }
  for (const mark of marks) draw(canvas, mark, toPixel)
  const { bitmap } = canvas
  for (let speck = (bitmap.width * bitmap.height) / RARITY; speck > 0; speck -= 1)
    canvas.set(random.int(0, bitmap.width), random.int(0, bitmap.height), random.chance(0.5))
  return bitmap
}

/** The same paper as it comes from a scanner: each sheet a picture, with no text to be read. */
export const scanned = (paper: Paper): Paper => {
  const random = createRandom(paper.sheets.length)
  return {
    ...paper,
    outline: [],
    sheets: paper.sheets.map((sheet) => {
      const { width, height } = sheet
      const picture = pictureOf(sheet, random)
      return {
        width,
        height,
        label: '',
        marks: [{ kind: 'picture', x: 0, y: 0, width, height, picture }],
      }
    }),
  }
}

/** A line of bold letters as a picture, as firms put their name on their letters. */
export const wordmark = (text: string, size: number, width: number): Bitmap => {
  const zoom = 3
  const canvas = createCanvas(Math.ceil(width * zoom), Math.ceil(size * 1.4 * zoom))
  drawText(canvas, text, { x: 0, y: size * 0.35, size, style: 'bold' }, (x, y) => [
    x * zoom,
    canvas.bitmap.height - y * zoom,
  ])
  return canvas.bitmap
}
