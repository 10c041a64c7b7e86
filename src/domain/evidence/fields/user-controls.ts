import type { Block } from '../layout/layout.ts'
import { type Passage, sentencesOf, slice } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { claim, type ReportTexts } from './report-texts.ts'

const USERS =
  '(?:user[\\s-](?:entit(?:y|ies)|organi[sz]ations?)(?: management| personnel)?|customers?|clients?|subscribers?|tenants?|participants?|sponsors?|carriers?|merchants?|members?|users?|licensees?|plan sponsors?|end[\\s-]users?)'
const HEADING = new RegExp(
  `complementary (?:user|client|customer|end)|(?:user[\\s-](?:entit(?:y|ies)|organi[sz]ations?|control)|client|customer|end[\\s-]user)s?.{0,3} (?:entity |organi[sz]ation )?(?:controls?|control considerations?|considerations?|responsibilit(?:y|ies))|(?:controls?|responsibilit(?:y|ies)|considerations?|duties)\\b.{0,40}\\b(?:user[\\s-](?:entit|organi)|customers?\\b|clients?\\b|users?\\b)|\\bCUECs?\\b|what (?:customers|clients|users|user entities) (?:must|should|have to|do\\b|need)`,
  'i',
)
/** Among the tests, a heading may speak of customers without listing their duties. */
const EXPLICIT_HEADING =
  /complementary (?:user|client|customer)|\bCUECs?\b|user[\s-](?:entity|organi[sz]ation|control) (?:controls?|control considerations?|considerations?|responsibilities)/i
const NOT_HEADING = /subservice|sub-service|\bCSOCs?\b|tests? of|vendor/i
const INTRO =
  /\b(?:complementary user entity controls|CUECs?|following (?:list|controls?|table|are|is|section)|listed below|set out (?:here|below)|described below|were designed|was designed|is designed|assum(?:ed|es|ption)|not (?:feasible|possible)|should not be (?:regarded|considered)|comprehensive list|set forth|this section|each bullet|in certain (?:circumstances|situations)|auditors? should)\b/i
const DUTY = new RegExp(
  `^(?:(?:each|every|all|any|a|an|the|its|our)\\s+)?${USERS}(?:(?:,? and |,? or |, )(?:the )?${USERS}){0,3}\\s+(?:(?:is|are|remains?)\\s+(?:solely |also |ultimately |themselves )?(?:responsible|expected|required|obliged|to )|(?:should|must|shall|need to|needs to|have to|has to|will need to|ought to|are to|is to|agree to|undertake to)\\b)`,
  'i',
)
const IS_THEIRS = new RegExp(
  `^it is (?:the )?(?:${USERS}['’]?s?['’]? )?(?:sole )?(?:responsibility|duty) (?:of|for)?|^it is the responsibility of (?:the |each )?${USERS}|^it is (?:the |each )?${USERS}['’]?s?['’]? (?:sole )?responsibility`,
  'i',
)
const STRONG = new RegExp(
  `\\b(?:user[\\s-](?:entit(?:y|ies)|organi[sz]ations?)|customers?|clients?)\\s+(?:(?:is|are)\\s+(?:solely )?responsible for|(?:must|should|shall)\\b)`,
  'i',
)
const CONTROL_HEAD = /user|client|customer|complementary|responsibilit|consideration|cuec/i
const NO_CONTROL_HEAD = /\b(?:objectives?|criteri\w+|ref|no|number|id)\b/i
const ID = /^(?:\p{Lu}{1,5}[\s-]?|No\.?\s?|#)?\d{1,3}(?:\.\d{1,2})?[.):]?\s+(?=\p{Lu})/u
const REFERENCE =
  /\s*(?:\[[^[\]]{2,60}\]|\((?:[A-Z]{1,3}\d{1,2}\.\d{1,2}|CC\d|CO\s?\d|control objectives?|criteri|ref)[^()]{0,60}\)|[-–—]\s*(?:CC|A|C|PI|P)\d\.\d(?:,\s*(?:CC|A|C|PI|P)\d\.\d)*)\s*[.;]?\s*$/i

/** Begins one user control, possibly within a sentence: "Lastly, user entities should". */
const dutyStart = (text: string): number => {
  if (DUTY.test(text) || IS_THEIRS.test(text)) return 0
  const lead = /^(?:[\p{L}\s-]{3,60}),\s+/u.exec(text)
  return lead && DUTY.test(text.slice(lead[0].length)) ? lead[0].length : -1
}

/** The text of a control without its number and its criteria. */
const cleaned = (passage: Passage): Passage => {
  const id = ID.exec(passage.text)?.[0].length ?? 0
  const reference = REFERENCE.exec(passage.text)
  const end = reference && reference.index > 20 ? reference.index : passage.text.length
  return slice(passage, id, end)
}

const asClaim = (passage: Passage, rule: string): Claim<{ description: string }> => {
  const text = cleaned(passage)
  return claim({ description: text.text }, text, rule)
}

/** What stands under one heading of user controls. */
interface Group {
  blocks: Block[]
}

/** Headings of other topics end the section; those of its own groups do not. */
const groupsOf = (report: ReportTexts): Group[] => {
  const groups: Group[] = []
  let open: { group: Group; size: number; section: string } | null = null
  for (const block of report.blocks) {
    if (open && open.section !== block.section) open = null
    if (!['description', 'tests'].includes(block.section)) continue
    if (block.kind === 'heading') {
      const { text } = block.passage
      const pattern = block.section === 'tests' ? EXPLICIT_HEADING : HEADING
      if (pattern.test(text) && !NOT_HEADING.test(text)) {
        open = { group: { blocks: [] }, size: block.size, section: block.section }
        groups.push(open.group)
      } else if (open && block.size >= open.size - 0.3) open = null
    } else if (open) open.group.blocks.push(block)
  }
  return groups
}

type Row = Extract<Block, { kind: 'row' }>

/** The column of the duties: by its head, unless it is short, else the one with the longest texts. */
const controlColumn = (rows: readonly Row[]): number => {
  const [first] = rows
  if (!first) return -1
  const lengths = first.cells.map((_, column) =>
    rows.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0),
  )
  const named = first.head.findIndex(
    (head) => CONTROL_HEAD.test(head) && !NO_CONTROL_HEAD.test(head),
  )
  if (named >= 0 && (lengths[named] ?? 0) > rows.length * 25) return named
  return lengths.indexOf(Math.max(...lengths))
}

const fromRow = (block: Row, rows: readonly Row[]): Claim<{ description: string }>[] => {
  const same = rows.filter(
    ({ table, cells }) => table === block.table && cells.length === block.cells.length,
  )
  const cell = block.cells[controlColumn(same)]
  if (!cell || cell.text.length < 15) return []
  const sentences = sentencesOf(cell)
  const duties = sentences.filter(({ text }) => dutyStart(text) >= 0)
  if (duties.length > 1 && duties.length === sentences.length)
    return duties.map((duty) => asClaim(duty, 'row of the table of user controls'))
  return [asClaim(cell, 'row of the table of user controls')]
}

/** The sentences of a text that lay a duty on its users. */
const fromText = (passage: Passage, rule: string): Claim<{ description: string }>[] =>
  sentencesOf(passage).flatMap((sentence) => {
    const start = dutyStart(sentence.text)
    return start < 0 ||
      /\bfollowing\b[^.]{0,40}:$/.test(sentence.text) ||
      sentence.text.endsWith(':')
      ? []
      : [asClaim(slice(sentence, start), rule)]
  })

/** "a) Access", with items of another kind below it. */
const isTitleOfItems = (block: Block, next: Block | undefined): boolean =>
  block.kind === 'item' &&
  next?.kind === 'item' &&
  next.x > block.x + 4 &&
  /\w/.test(block.marker) !== /\w/.test(next.marker) &&
  block.passage.text.length < 60 &&
  !/[.;]$/.test(block.passage.text)

const fromGroup = ({ blocks }: Group): Claim<{ description: string }>[] => {
  const rows = blocks.filter((block) => block.kind === 'row')
  const items = blocks.filter((block) => block.kind === 'item')
  if (rows.length > 1 || (rows.length > 0 && items.length === 0))
    return rows.flatMap((row) => fromRow(row, rows))
  if (items.length > 0)
    return blocks.flatMap((block, at) => {
      if (block.kind === 'item') {
        if (isTitleOfItems(block, blocks[at + 1])) return []
        const duties = fromText(block.passage, 'item of the list of user controls')
        return duties.length > 1 && duties.length === sentencesOf(block.passage).length
          ? duties
          : [asClaim(block.passage, 'item of the list of user controls')]
      }
      return block.kind === 'paragraph' && !INTRO.test(block.passage.text)
        ? fromText(block.passage, 'sentence on a duty of users')
        : []
    })
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []))
  const duties = paragraphs.flatMap((block) =>
    fromText(block.passage, 'sentence on a duty of users'),
  )
  if (duties.length > 0) return duties
  // A list whose bullets are drawn, not written: short paragraphs after the one that announces them.
  const start = paragraphs.findLastIndex(
    ({ passage }) => INTRO.test(passage.text) || passage.text.endsWith(':'),
  )
  const listed = paragraphs.slice(start + 1)
  if (start < 0 && listed.length < 3) return []
  return listed
    .filter(({ passage }) => sentencesOf(passage).length === 1)
    .map(({ passage }) => asClaim(passage, 'paragraph under the heading of user controls'))
}

/** Duties of users that stand in the text of a service or of a control objective. */
const elsewhere = (
  report: ReportTexts,
  taken: ReadonlySet<Block>,
): Claim<{ description: string }>[] =>
  report.blocks.flatMap((block) => {
    if (taken.has(block) || !['description', 'tests'].includes(block.section)) return []
    const passages = block.kind === 'row' || block.kind === 'heading' ? [] : [block.passage]
    return passages.flatMap((passage) =>
      sentencesOf(passage)
        .filter(({ text }) => (STRONG.test(text) && dutyStart(text) >= 0) || IS_THEIRS.test(text))
        .filter(({ text }) => !text.endsWith(':') && !INTRO.test(text))
        .map((sentence) =>
          asClaim(
            slice(sentence, Math.max(0, dutyStart(sentence.text))),
            'duty of users in the text of a service',
          ),
        ),
    )
  })

/** The complementary user entity controls, each as it is written. */
export const userControlClaims = (report: ReportTexts): Claim<{ description: string }>[] => {
  const groups = groupsOf(report)
  const taken = new Set(groups.flatMap(({ blocks }) => blocks))
  return [...groups.flatMap(fromGroup), ...elsewhere(report, taken)]
}

const NUMBER = /^(?:(\p{Lu}{1,5}|No\.?|#)[\s-]?)?(\d{1,3})[.):]?$/u

/** The numbers of user controls, in the order of the report, such as CUEC-01 or 1. */
export const userControlNumbers = (report: ReportTexts): number[] =>
  groupsOf(report).flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      const texts =
        block.kind === 'row'
          ? [block.cells[0]?.text ?? '']
          : block.kind === 'item'
            ? [block.marker]
            : []
      return texts.flatMap((text) => {
        const number = NUMBER.exec(text.trim())?.[2]
        return number === undefined ? [] : [Number(number)]
      })
    }),
  )
