import { liberation, liberationGlyph, type Style } from './faces.ts'
import type { Bitmap } from './sheet.ts'
import type { OutlinePoint } from './true-type.ts'

/** From points on a page to those of a picture, whose first row is the highest. */
export type ToPixel = (x: number, y: number) => readonly [x: number, y: number]

/** A picture that is being drawn. */
export interface Canvas {
  bitmap: Bitmap
  /** Blackens or whitens a point. Outside of the picture nothing happens. */
  set(x: number, y: number, isBlack: boolean): void
  /** Blackens what lies inside of these polygons, which are in the picture's points. */
  fill(polygons: readonly (readonly (readonly [x: number, y: number])[])[]): void
}

export const createCanvas = (width: number, height: number): Canvas => {
  const stride = Math.ceil(width / 8)
  const rows = new Uint8Array(stride * height)
  const set = (x: number, y: number, isBlack: boolean): void => {
    if (x < 0 || y < 0 || x >= width || y >= height) return
    const at = y * stride + (x >> 3)
    const bit = 0x80 >> (x & 7)
    rows[at] = isBlack ? (rows[at] ?? 0) | bit : (rows[at] ?? 0) & ~bit
  }
  return {
    bitmap: { width, height, rows },
    set,
    fill: (polygons) => {
      const edges = polygons.flatMap((polygon) =>
        polygon.map(
          (from, index) => [from, polygon[(index + 1) % polygon.length] ?? from] as const,
        ),
      )
      const ys = edges.map(([[, y]]) => y)
      for (let row = Math.floor(Math.min(...ys)); row <= Math.max(...ys); row += 1) {
        const middle = row + 0.5
        const crossings = edges
          .filter(([[, y], [, toY]]) => y <= middle !== toY <= middle)
          .map(([[x, y], [toX, toY]]) => ({
            x: x + ((middle - y) / (toY - y)) * (toX - x),
            turn: toY > y ? 1 : -1,
          }))
          .toSorted((a, b) => a.x - b.x)
        let winding = 0
        crossings.forEach(({ x, turn }, index) => {
          winding += turn
          const end = crossings[index + 1]?.x ?? x
          if (winding !== 0)
            for (let column = Math.round(x); column < Math.round(end); column += 1)
              set(column, row, true)
        })
      }
    },
  }
}

/** How many straight lines stand for a curve. At the sizes of a scan none is seen. */
const STEPS = 4

/** A contour as a polygon: its quadratic curves become lines. */
const flat = (contour: readonly OutlinePoint[]): [x: number, y: number][] => {
  const full = contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length] ?? point
    return point.isOnCurve || next.isOnCurve
      ? [point]
      : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOnCurve: true }]
  })
  return full.flatMap((point, index): [number, number][] => {
    if (point.isOnCurve) return [[point.x, point.y]]
    const before = full.at(index - 1) ?? point
    const after = full[(index + 1) % full.length] ?? point
    return Array.from({ length: STEPS }, (_, step) => {
      const t = (step + 1) / (STEPS + 1)
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
      return [a * before.x + b * point.x + c * after.x, a * before.y + b * point.y + c * after.y]
    })
  })
}

/** Draws a text. @param x and y its start on the page, in points @param size in points */
export const drawText = (
  canvas: Canvas,
  text: string,
  { x, y, size, style }: { x: number; y: number; size: number; style: Style },
  toPixel: ToPixel,
): void => {
  const font = liberation(style)
  const scale = size / font.unitsPerEm
  let at = x
  for (const character of text) {
    const glyph = liberationGlyph(style, character)
    const polygons = font
      .outlineOf(glyph)
      .map((contour) => flat(contour).map(([px, py]) => toPixel(at + px * scale, y + py * scale)))
    if (polygons.length > 0) canvas.fill(polygons)
    at += (font.widthOf(glyph) * size) / 1000
  }
}
