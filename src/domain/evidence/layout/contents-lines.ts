import type { Line } from './lines.ts'

const LEADERS = /(?:\.{3,}|…|(?:\.\s){3,}|_{4,})\s*(?:\d+|[ivxlc]+)?\s*$/i
const ENDS_IN_NUMBER = /\s(?:\d{1,3}|[ivxlc]{1,6})$/i
const HEADING = /^(?:table of )?contents$|^inhaltsverzeichnis$|^index$/i

/**
 * The lines of a table of contents, which repeat every heading.
 * @param lines the lines of a page
 * @param isAfter whether the page before ended in a table of contents
 */
export const contentsLines = (lines: readonly Line[], isAfter: boolean): Set<Line> => {
  const dotted = lines.filter(({ text }) => LEADERS.test(text))
  const numbered = lines.filter(({ text }) => ENDS_IN_NUMBER.test(text) && text.length < 160)
  const headed = lines.findIndex(({ text }) => HEADING.test(text.trim()))
  const isList = (some: readonly Line[], of: number): boolean => some.length >= Math.max(3, of / 2)
  if (
    headed >= 0 &&
    isList(numbered.length > dotted.length ? numbered : dotted, lines.length - headed)
  )
    return new Set(lines.slice(headed))
  if (isAfter && isList(numbered.length > dotted.length ? numbered : dotted, lines.length))
    return new Set(lines)
  return new Set(dotted)
}
