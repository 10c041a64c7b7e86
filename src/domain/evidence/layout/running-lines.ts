import type { Line } from './lines.ts'

/** Lines from the top or the bottom of a page that may be a running header or footer. */
const DEPTH = 4
const TABLE_HEAD =
  /\b(?:results?|outcome|conclusion|tests?|controls?|criteri(?:a|on)|procedures?|responsibilit(?:y|ies)|ref)\b/i
/** A page number may be roman. */
const NUMBER = /\b(?:\d+|[ivxlc]{1,6})\b/gi

const shapeOf = ({ text }: Line): string => text.toLowerCase().replaceAll(NUMBER, '#')

/** Two words of a table's head, far apart: it repeats on every page, and must stay. */
const isTableHead = ({ items, size, text }: Line): boolean => {
  const gaps = items.filter((item, at) => {
    const before = items[at - 1]
    return before && item.x - before.x - before.width > size
  })
  return gaps.length > 0 && (text.match(new RegExp(TABLE_HEAD, 'gi')) ?? []).length > 1
}

const edgesOf = (lines: readonly Line[]): Line[][] => [
  lines.slice(0, DEPTH),
  lines.slice(-DEPTH).toReversed(),
]

/**
 * Recognizes headers and footers: lines at the same end of several pages, equal but for numbers.
 * @param pages the lines of each page
 * @returns the lines that are left of each page, and those that run
 */
export const withoutRunningLines = (
  pages: readonly Line[][],
): { pages: Line[][]; running: Line[] } => {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const [end, edge] of edgesOf(lines).entries())
      for (const line of edge) {
        const shape = `${end} ${Math.round(line.y / 6)} ${shapeOf(line)}`
        counts.set(shape, (counts.get(shape) ?? 0) + 1)
      }
  const least = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.15)))
  const repeats = (line: Line, end: number): boolean => {
    const row = Math.round(line.y / 6)
    const shape = shapeOf(line)
    const count = [row - 1, row, row + 1].reduce(
      (sum, near) => sum + (counts.get(`${end} ${near} ${shape}`) ?? 0),
      0,
    )
    // Two pages may begin with one sentence; a notice at the foot stands on nearly all of them.
    const isNotice = line.text.length > 60 || /[.,;]$/.test(line.text)
    const enough = isNotice ? Math.max(3, pages.length * 0.6) : least
    return count >= enough && !isTableHead(line)
  }
  const running = new Set<Line>()
  for (const lines of pages)
    for (const [end, edge] of edgesOf(lines).entries())
      for (const line of edge) {
        // What stands farther in than a line that does not run is text.
        if (!repeats(line, end)) break
        running.add(line)
      }
  return {
    pages: pages.map((lines) => lines.filter((line) => !running.has(line))),
    running: [...running],
  }
}
