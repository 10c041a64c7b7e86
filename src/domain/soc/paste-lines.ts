/**
 * Finds out which lines of a pasted text belong together. Text that is copied out of a PDF has a
 * line break at every printed line, so one item of a list comes as several lines.
 */

/** One line that is not blank. */
export interface PastedLine {
  /** Its cells that are not empty; most lines have one. */
  cells: readonly string[]
  /** Whether it comes after a blank line. */
  isAfterGap: boolean
  /** Whether it is a row of a table, even if its other cells are empty. */
  hasTab: boolean
}

/** Spreadsheets put a cell of several lines between quotes, and double the quotes within. */
const QUOTED_CELL = /(?<=^|[\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)/g
/** Replaces a line break within a cell. It is a control character that no report holds. */
const BREAK = '\u001F'

/** The lines of a text that are not blank. */
export const linesOf = (text: string): PastedLine[] => {
  const lines: PastedLine[] = []
  let isAfterGap = false
  const unquoted = text
    .replace(/\r\n?/g, '\n')
    .replace(QUOTED_CELL, (quoted, cell: string) =>
      cell.includes('\n') ? cell.trim().replaceAll('""', '"').replaceAll('\n', BREAK) : quoted,
    )
  for (const line of unquoted.split('\n')) {
    const cells = line
      .split('\t')
      .map((cell) => cell.trim().replaceAll(BREAK, '\n'))
      .filter((cell) => cell !== '')
    if (cells.length > 0) lines.push({ cells, isAfterGap, hasTab: line.includes('\t') })
    isAfterGap = cells.length === 0
  }
  return lines
}

/** List marks such as "•", "-", "1.", "2)", "(3)" and "a)". The list shows numbers instead. */
export const MARK =
  /^(?:[•●○◦▪▫■□‣⁃∙·]|[-–—*](?=\s)|\(?\d{1,3}\)|\d{1,3}\.(?=\s|$)|\(?[a-z]\))\s*/iu
/** Marks that a printed line may begin with by chance, unless they begin a count. */
const DOUBTFUL_MARK = /^(?:[-–—*]|\(?(?!1\D)\d+[.)]|\(?(?!a)[a-z]\))/iu
/** A dash alone in its line, which some programs copy before the text that it marks. */
const LONE_DASH = /^[-–—*]$/

/** A name with a number, such as "CUEC-1", "CC6.1", "A.5.1", "Control 3:" or "1.2". It stays. */
const LABEL =
  /^(?<name>\p{Lu}[\p{L}.]{0,11}[ -]?|)(?<number>\d{1,3}(?:\.\d{1,3}){0,3})(?<end>[.:)])?(?=\s|$)/u
/** What reports call their complementary controls. */
const CONTROL_NAME = /^(?:c?uec|csoc)[ -]?$/i
/** Nouns that are counted. Other words before a number are mostly products: "Windows 11". */
const COUNTED_NOUN =
  /^(?:control|finding|exception|deviation|observation|requirement|objective|criterion|recommendation|item|issue|test|section) $/i
/** How far a count may jump from one label to the next. Products jump further: AES-128, AES-256. */
const LONGEST_JUMP = 5

interface Label {
  index: number
  name: string
  numbers: readonly number[]
  isEnded: boolean
}

const labelOf = ({ cells }: PastedLine, index: number): Label[] => {
  const { name = '', number = '', end } = LABEL.exec(cells[0] ?? '')?.groups ?? {}
  const isLabel = name === '' ? number.includes('.') : !name.endsWith(' ') || isCounted(name)
  if (number === '' || !isLabel) return []
  // "CUEC-1." is a label; after a word, as in "SOC 2.", a sentence may end.
  const isEnded = name !== '' && end !== undefined && (end !== '.' || name.endsWith('-'))
  return [{ index, name: name.toLowerCase(), numbers: number.split('.').map(Number), isEnded }]
}
const isCounted = (name: string): boolean => CONTROL_NAME.test(name) || COUNTED_NOUN.test(name)

/** Whether the second of two labels counts on: 1 to 2, 6.1 to 6.3, 6.8 to 7.1. */
const countsOn = (one: Label, other: Label): boolean => {
  const at = other.numbers.findIndex((number, index) => number !== one.numbers[index])
  if (at < 0) return false
  const jump = (other.numbers[at] ?? 0) - (one.numbers[at] ?? 0)
  return jump > 0 && jump <= LONGEST_JUMP
}

/** The lines that begin with a label, where labels are what they seem. */
const labelledLines = (lines: readonly PastedLine[]): readonly number[] =>
  Object.values(Object.groupBy(lines.flatMap(labelOf), ({ name }) => name)).flatMap(
    (labels = []) => {
      const isCount =
        labels.length > 1 &&
        labels.slice(1).every((label, index) => countsOn(labels[index] ?? label, label))
      const isMeant = labels.some(({ name, isEnded }) => isEnded || CONTROL_NAME.test(name))
      return isCount || isMeant ? labels.map(({ index }) => index) : []
    },
  )

/** The lines that begin an item because of a mark or a label. */
const markedLines = (lines: readonly PastedLine[]): ReadonlySet<number> => {
  const first = ({ cells }: PastedLine): string => cells[0] ?? ''
  const marked = lines.flatMap((line, index) =>
    MARK.test(first(line)) || LONE_DASH.test(first(line)) ? [index] : [],
  )
  const isChance =
    marked.length === 1 &&
    lines.some((line, index) => index > 0 && index === marked[0] && DOUBTFUL_MARK.test(first(line)))
  return new Set([...(isChance ? [] : marked), ...labelledLines(lines)])
}

/** Groups lines by marks: a line without one continues the line before. Null if none has a mark. */
export const groupByMarks = (lines: readonly PastedLine[]): PastedLine[][] | null => {
  const marked = markedLines(lines)
  if (marked.size === 0) return null
  const groups: PastedLine[][] = []
  for (const [index, line] of lines.entries())
    if (index === 0 || marked.has(index)) groups.push([line])
    else groups.at(-1)?.push(line)
  return groups
}

/** Groups lines into paragraphs, which blank lines divide; all lines if none has several. */
export const groupByGaps = (lines: readonly PastedLine[]): PastedLine[][] => {
  const groups: PastedLine[][] = []
  for (const line of lines)
    if (groups.length === 0 || line.isAfterGap) groups.push([line])
    else groups.at(-1)?.push(line)
  return groups.length === lines.length && groups.length > 1 ? [groups.flat()] : groups
}

/** Scripts without spaces between words. */
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Joins two printed lines. A hyphen at the end of a line belongs to its word: "third-party". */
export const joinTexts = (text: string, next: string): string => {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next
  const isWordGoingOn = /\p{L}-$/u.test(text) && /^\p{L}/u.test(next)
  const isUnspaced = UNSPACED_END.test(text) && UNSPACED_START.test(next)
  return isWordGoingOn || isUnspaced ? text + next : `${text} ${next}`
}
