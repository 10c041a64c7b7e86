import { LIST_OF, type SocItem, type SocList, type SocListId } from './form-fields.ts'

/**
 * Turns pasted text into items of a list, one a line, as lists and tables come out of reports,
 * documents and spreadsheets. Nothing is cut: validation reports an item that is too long.
 */

/** List marks such as "•", "-", "1.", "2)", "(3)" and "a)". The list shows numbers instead. */
const MARK = /^(?:[•●○◦▪▫■□‣⁃∙·]|[-–—*](?=\s)|\(?\d{1,3}\)|\d{1,3}\.(?=\s|$)|\(?[a-z]\))\s*/iu

/** Spreadsheets put a cell of several lines between quotes, and double the quotes within. */
const QUOTED_CELL = /(?<=^|[\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)/g
/** Replaces a line break within a cell. It is a control character that no report holds. */
const BREAK = '\u001F'

const YES = /^(?:yes|y|true|x|✓|✔|☑|✅)\uFE0F?$/iu
const NO = /^(?:no|n|false|✗|✘|☐|❌)\uFE0F?$/iu

const withoutMark = (cells: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = cells
  const text = first.replace(MARK, '')
  if (text !== '') return [text, ...rest]
  // Drops a mark that fills a whole cell, unless it is the only text: then it may mean something.
  return rest.length > 0 ? rest : cells
}

/** The cells of every line that is not blank. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(QUOTED_CELL, (quoted, cell: string) =>
      cell.includes('\n') ? cell.trim().replaceAll('""', '"').replaceAll('\n', BREAK) : quoted,
    )
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    )
    .filter((cells) => cells.length > 0)
    .map((cells) => withoutMark(cells).map((cell) => cell.replaceAll(BREAK, '\n')))

const joined = (cells: readonly string[]): string => cells.join(' – ')

/** Splits a location in a single cell at its first comma. */
const parted = (cells: readonly string[]): readonly string[] => {
  const [only = ''] = cells
  const comma = only.search(/[,，]/)
  return cells.length === 1 && comma > 0
    ? [only.slice(0, comma).trim(), only.slice(comma + 1).trim()]
    : cells
}

/** The texts of an item. The last text gets all the remaining cells. */
const textsOf = ({ texts }: SocList, cells: readonly string[]): SocItem => {
  const [first = '', second] = Object.keys(texts)
  if (second === undefined) return { [first]: joined(cells) }
  const [text = '', ...rest] = parted(cells)
  return { [first]: text, [second]: rest.join(', ') }
}

const itemOf = (list: SocList, cells: readonly string[]): SocItem => {
  if (!list.hasInPlace) return textsOf(list, cells)
  const answer = cells.length > 1 ? (cells.at(-1) ?? '') : ''
  const inPlace = YES.test(answer)
  const isAnswered = inPlace || NO.test(answer)
  return { ...textsOf(list, isAnswered ? cells.slice(0, -1) : cells), inPlace }
}

/** The items of a pasted text: one for each line that is not blank. */
export const itemsFromPaste = (list: SocListId, text: string): SocItem[] =>
  rowsOf(text).map((cells) => itemOf(LIST_OF[list], cells))
