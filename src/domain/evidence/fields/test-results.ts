import type { Block } from '../layout/layout.ts'
import { firstPage, type Passage, sentencesOf, slice } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { type Outcome, outcomeOf, outcomeOfSentences } from './outcomes.ts'
import { claim, type ReportTexts } from './report-texts.ts'

type Row = Extract<Block, { kind: 'row' }>

/** One test of a control, and what its result says. */
export interface TestRow {
  outcome: Outcome
  /** The result; of a row without one, its text. */
  passage: Passage
  page: number
}

const RESULT_HEAD =
  /\b(?:results?|outcomes?|conclusions?|findings?|exceptions?|deviations?|ergebnis(?:se)?|test of effectiveness)\b/i
/** A column that holds nothing but exceptions. */
const EXCEPTIONS_HEAD = /^(?:exceptions?|deviations?)(?: (?:noted|identified|found))?$/i
const OTHER_HEAD = /\b(?:responses?|comments?|remediation|action|plan|management)\b/i
const TEST_HEAD =
  /\b(?:tests?|testing|procedures?|what we did|control|activity|activities|criteri(?:a|on))\b/i
const LABEL =
  /^(?:(?:test )?(?:results?|outcomes?|conclusions?)(?: of (?:the )?(?:tests?|testing|procedures?))?(?: performed)?|tests? results?|auditor.{0,3}s (?:conclusion|finding)s?|ergebnis)\s*[:.–—-]\s*/i
const TEST_LABEL =
  /^(?:tests?|procedures?|testing|work performed|what we did)(?: performed| procedures?)?\s*[:.–—-]\s/i
const STATEMENT =
  /^(?:no (?:\w+ )?(?:exceptions?|deviations?)|(?:exceptions?|deviations?)(?: (?:was|were))? (?:noted|identified|found)|(?:exceptions?|deviations?)(?: no\.? ?\d+)?\s*[:–—-])/i
/** Result words of which a page should hold no more than its rows account for. */
const MENTION =
  /\b(?:no (?:\w+ )?(?:exceptions?|deviations?) (?:were |was )?(?:noted|identified|found)|(?:exception|deviation)s? (?:was |were )?(?:noted|identified))\b/gi

/** The column of the results: by its head, else the one that mostly holds known results. */
const resultColumn = (rows: readonly Row[]): number => {
  const [first] = rows
  if (!first) return -1
  const heads = first.head
  const named = heads.findLastIndex((head) => RESULT_HEAD.test(head) && !OTHER_HEAD.test(head))
  const isTests = heads.some((head, at) => at !== named && TEST_HEAD.test(head))
  if (named >= 0 && isTests) return named
  const known = first.cells.map(
    (_, column) =>
      rows.filter((row) => {
        const text = row.cells[column]?.text ?? ''
        return text !== '' && text.length < 600 && outcomeOf(text) !== 'notUnderstood'
      }).length,
  )
  const best = known.lastIndexOf(Math.max(...known))
  const filled = rows.filter((row) => (row.cells[best]?.text ?? '') !== '').length
  const clean = rows.filter(
    (row) => outcomeOf(row.cells[best]?.text ?? '') === 'noException',
  ).length
  return best > 0 && (known[best] ?? 0) >= Math.max(1, filled * 0.6) && clean > 0 ? best : -1
}

const tablesOf = (blocks: readonly Block[]): Row[][] => {
  const tables = new Map<string, Row[]>()
  for (const block of blocks) {
    if (block.kind !== 'row' || block.section !== 'tests') continue
    const key = `${block.table} ${block.head.join('|')}`
    const rows = tables.get(key) ?? []
    rows.push(block)
    tables.set(key, rows)
  }
  return [...tables.values()]
}

const rowText = ({ cells }: Row): Passage =>
  cells.find(({ text }) => text !== '') ?? { text: '', pages: [] }

/** A row without a result belongs to its neighbor, where one control has several tests. */
const rowsOfTable = (rows: readonly Row[], column: number): TestRow[] => {
  let isResultDue = false
  return rows.flatMap((row, at): TestRow[] => {
    const cell = row.cells[column]
    const page = row.page
    if (cell && cell.text !== '') {
      isResultDue = false
      const outcome = outcomeOf(cell.text)
      const isOfExceptions = EXCEPTIONS_HEAD.test(row.head[column]?.trim() ?? '')
      return [
        {
          outcome: isOfExceptions && outcome === 'notUnderstood' ? 'exception' : outcome,
          passage: cell,
          page: firstPage(cell),
        },
      ]
    }
    const hasControl = (row.cells[0]?.text ?? '') !== ''
    const next = rows[at + 1]
    const isSpanned =
      next !== undefined &&
      (next.cells[0]?.text ?? '') === '' &&
      (next.cells[column]?.text ?? '') !== ''
    if (!hasControl || isSpanned || isResultDue) return []
    const filled = row.cells.filter(({ text }) => text !== '')
    // One cell alone is a title within the table.
    if (filled.length < 2) return []
    return [{ outcome: 'notUnderstood', passage: rowText(row), page }]
  })
}

/** A paragraph of results: each exception in it is one, and the rest of it is one result. */
const rowsOfParagraph = (passage: Passage, more: readonly Passage[] = []): TestRow[] => {
  const sentences = [passage, ...more].flatMap(sentencesOf)
  const row = (part: Passage, outcome: Outcome): TestRow => ({
    outcome,
    passage: part,
    page: firstPage(part),
  })
  if (more.length === 0 && (sentences.length < 2 || STATEMENT.test(passage.text)))
    return [row(passage, outcomeOf(passage.text))]
  const exceptions = sentences.filter(({ text }) => outcomeOf(text) === 'exception')
  return exceptions.length > 0
    ? exceptions.map((sentence) => row(sentence, 'exception'))
    : [row(passage, outcomeOfSentences(sentences.map(({ text }) => text)))]
}

const isResult = (passage: Passage): boolean =>
  sentencesOf(passage).some(({ text }) =>
    ['exception', 'noException'].includes(outcomeOfSentences([text])),
  )

/** The paragraphs below a label that still belong to its result. */
const belowLabel = (blocks: readonly Block[], at: number): Passage[] => {
  const below = blocks.slice(at + 1)
  const end = below.findIndex(
    (block) =>
      block.kind !== 'paragraph' ||
      LABEL.test(block.passage.text) ||
      TEST_LABEL.test(block.passage.text),
  )
  return below
    .slice(0, Math.max(0, end < 0 ? below.length : end))
    .flatMap((block) =>
      block.kind === 'paragraph' && isResult(block.passage) ? [block.passage] : [],
    )
}

/** Results that stand in paragraphs: with a label, or as the usual statement alone. */
const rowsOfText = (blocks: readonly Block[]): TestRow[] => {
  const rows: TestRow[] = []
  let isTestOpen = false
  const read = new Set<Passage>()
  for (const [at, block] of blocks.entries()) {
    if (block.section !== 'tests' || block.kind === 'row' || read.has(block.passage)) continue
    const { passage } = block
    const isHeading = block.kind === 'heading'
    if (isHeading) isTestOpen = false
    const label = LABEL.exec(passage.text)
    const rest = label ? slice(passage, label[0].length) : passage
    if (label && rest.text !== '' && !isHeading) {
      const more = belowLabel(blocks, at)
      for (const one of more) read.add(one)
      rows.push(...rowsOfParagraph(rest, more))
      isTestOpen = false
    } else if (STATEMENT.test(passage.text) && passage.text.length < 700 && !isHeading) {
      rows.push({ outcome: outcomeOf(passage.text), passage, page: firstPage(passage) })
      isTestOpen = false
    } else if (TEST_LABEL.test(passage.text)) {
      // The result may stand at the end of the paragraph of the test.
      const sentences = sentencesOf(passage)
      const at = sentences.findIndex(({ text }) => LABEL.test(text))
      const found = sentences[at]
      if (found) {
        const start = passage.text.indexOf(found.text) + (LABEL.exec(found.text)?.[0].length ?? 0)
        const result = slice(passage, start)
        rows.push({ outcome: outcomeOf(result.text), passage: result, page: firstPage(result) })
      } else if (isTestOpen)
        rows.push({ outcome: 'notUnderstood', passage, page: firstPage(passage) })
      isTestOpen = !found
    }
  }
  return rows
}

/** Whether a text is little more than the usual statement of a result, not quoted in a legend. */
const isStatement = ({ text }: Passage): boolean => {
  if (/["“][^"“”]{0,12}(?:exception|deviation)/i.test(text)) return false
  return (text.match(MENTION) ?? []).some((mention) => text.length < mention.length * 12)
}

/** Results of a page that no row accounts for. They are not understood, and must be read. */
const unaccounted = (blocks: readonly Block[], rows: readonly TestRow[]): TestRow[] => {
  const read = new Map<number, string[]>()
  for (const { passage, page } of rows) {
    const texts = read.get(page) ?? []
    texts.push(passage.text)
    read.set(page, texts)
  }
  return blocks.flatMap((block): TestRow[] => {
    if (block.section !== 'tests' || block.kind === 'heading' || block.kind === 'note') return []
    const passages = block.kind === 'row' ? block.cells : [block.passage]
    return passages.filter(isStatement).flatMap((passage) => {
      const page = firstPage(passage)
      const isRead = (read.get(page) ?? []).some(
        (text) => passage.text.includes(text) || text.includes(passage.text),
      )
      return isRead ? [] : [{ outcome: 'notUnderstood' as const, passage, page }]
    })
  })
}

/**
 * Every test of a control in the section of the tests, with its result.
 * @returns one entry for each row or paragraph, in the order of the report for each table
 */
export const testRowsOf = (report: ReportTexts): TestRow[] => {
  const tables = tablesOf(report.blocks).flatMap((rows) => {
    const column = resultColumn(rows)
    return column < 0 ? [] : rowsOfTable(rows, column)
  })
  const rows = [...tables, ...rowsOfText(report.blocks)]
  return [...rows, ...unaccounted(report.blocks, rows)].toSorted((a, b) => a.page - b.page)
}

const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[\s\p{P}]/gu, '')

/** The exceptions. One that is repeated under another criterion is one finding. */
export const findingClaims = (rows: readonly TestRow[]): Claim<{ description: string }>[] => {
  const seen = new Set<string>()
  return rows
    .filter(({ outcome }) => outcome === 'exception')
    .flatMap(({ passage }) => {
      const key = squeeze(passage.text)
      if (seen.has(key)) return []
      seen.add(key)
      return [claim({ description: passage.text }, passage, 'result of a test')]
    })
}
