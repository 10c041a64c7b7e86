import type { Block, Layout } from '../layout/layout.ts'
import type { Line } from '../layout/lines.ts'
import { type Passage, partsOf, sentencesOf, slice } from '../layout/passage.ts'
import type { Section } from '../layout/report-sections.ts'
import type { Claim } from '../suggestion.ts'

/** A report as the rules of the fields read it. */
export interface ReportTexts {
  blocks: Block[]
  /** Headers and footers. */
  running: Line[]
  /** The company that the report is about, by its names. */
  company: string[]
  /** All text in lower case without white space, to see whether a name stands elsewhere. */
  allText: string
}

/** The sections of a report whose headings were recognized, and the auditor's where they were not. */
const withAuditor = (blocks: readonly Block[]): Block[] => {
  const opinion =
    /\bin (?:our|my) opinion\b|we (?:do not|disclaim)[^.]{0,20}express[^.]{0,10} opinion/i
  const isThere = blocks.some(
    (block) =>
      block.section === 'auditor' && block.kind !== 'row' && opinion.test(block.passage.text),
  )
  if (isThere) return [...blocks]
  const start = blocks.findIndex(
    (block) =>
      block.kind !== 'row' &&
      /\bwe (?:have (?:been engaged|examined)|were engaged|examined)\b/i.test(block.passage.text),
  )
  if (start < 0) return [...blocks]
  const end = blocks.findIndex(
    (block, at) => at > start && block.section !== blocks[start]?.section,
  )
  return blocks.map((block, at) =>
    at >= start && (end < 0 || at < end) ? { ...block, section: 'auditor' as const } : block,
  )
}

const SHORT_NAME =
  /((?:\p{Lu}[^\s“"()]*|&|and|of|de)(?:\s+(?:\p{Lu}[^\s“"()]*|&|and|of|de)){0,8})(?:['’]s)?(?:\s+\([^()“"]{0,60})?\s*\(\s*(?:the\s+|hereinafter\s+|collectively,?\s+|referred to as\s+)*[“"]([^”"]{2,40})[,.]?[”"]/u
const ADDRESSEE =
  /^To\b:?[^:]{0,80}?(?:management|directors|board|members|shareholders|of|the)\s+(?:of\s+)?(\p{Lu}[^:]{2,80}?)[:,]?$/u

const companyOf = (blocks: readonly Block[]): string[] => {
  const texts = blocks.flatMap((block) =>
    block.section === 'auditor' && block.kind !== 'row' ? [block.passage.text] : [],
  )
  const addressee = texts.map((text) => ADDRESSEE.exec(text)?.[1]).find((name) => name)
  const scope = texts.find(
    (text) =>
      /\b(?:examin|engage|description)/i.test(text) &&
      SHORT_NAME.test(text) &&
      !/sub-?service/i.test(text),
  )
  const [, full = '', short = ''] = SHORT_NAME.exec(scope ?? '') ?? []
  const isName = !/^(?:description|service|system|assertion|criteria)/i.test(short)
  const title = blocks.find((block) => block.kind !== 'row' && block.section === 'front')
  const names = [addressee ?? '', ...(isName ? [full, short] : [])]
  if (
    !names.some((name) => name.length > 0) &&
    title &&
    title.kind !== 'row' &&
    title.passage.text.length < 70 &&
    !/\bSOC\b|report/i.test(title.passage.text)
  )
    names.push(title.passage.text)
  const firstWords = names
    .map((name) => name.split(/\s/)[0] ?? '')
    .filter((word) => word.length > 3)
  return [...new Set([...names, ...firstWords])].filter(
    (name) => name.length > 2 && !/^(?:the|our|management|service|independent|report)$/i.test(name),
  )
}

/** Prepares a layout for the rules of the fields. */
export const reportTextsOf = ({ blocks, running }: Layout): ReportTexts => {
  const own = withAuditor(blocks)
  const texts = own.flatMap((block) =>
    block.kind === 'row' ? block.cells.map(({ text }) => text) : [block.passage.text],
  )
  return {
    blocks: own,
    running,
    company: companyOf(own),
    allText: texts.join('\n'),
  }
}

/** The texts of blocks in these sections, those of tables cell by cell. */
export const passagesOf = (report: ReportTexts, sections: readonly Section[]): Passage[] =>
  report.blocks
    .filter((block) => sections.includes(block.section))
    .flatMap((block) => (block.kind === 'row' ? block.cells : [block.passage]))
    .filter(({ text }) => text !== '')

/** How many texts a title page may have. In a report without sections, everything is its front. */
const FRONT = 60

/** The texts before the first section: of the title page. */
export const frontOf = (report: ReportTexts): Passage[] =>
  passagesOf(report, ['front']).slice(0, FRONT)

/** The sentences of paragraphs and items in these sections. */
export const sentencesIn = (report: ReportTexts, sections: readonly Section[]): Passage[] =>
  report.blocks
    .filter((block) => sections.includes(block.section))
    .flatMap((block) =>
      block.kind === 'row' || block.kind === 'heading' ? [] : sentencesOf(block.passage),
    )

/** The sentences in which the auditor says what was examined. */
export const scopeSentences = (report: ReportTexts): Passage[] =>
  sentencesIn(report, ['auditor']).filter(({ text }) =>
    /\bwe (?:have )?(?:also )?(?:been |were )?(?:examined|engaged|audited|reported|undertaken|performed)\b|\bour (?:examination|engagement) (?:covers|covered|addresses|relates)|\bwe conducted\b|\b(?:was|were|have been) engaged\b|\byou asked us\b|\bour scope\b/i.test(
      text,
    ),
  )

/** A claim that quotes a piece of a passage, or all of it. */
export const claim = <T>(
  value: T,
  passage: Passage,
  rule: string,
  start = 0,
  end = passage.text.length,
): Claim<T> => ({ value, parts: partsOf(slice(passage, start, end)), rule })

/** Whether a name is one of the company's, or of a part of it. */
export const isCompany = ({ company }: ReportTexts, name: string): boolean => {
  const plain = name.toLowerCase()
  return company.some(
    (own) => plain === own.toLowerCase() || own.toLowerCase().startsWith(`${plain},`),
  )
}

/** Headings of the usual topics of a description, which end what was said of services and places. */
export const TOPIC =
  /\b(?:control environment|risk|information and communication|monitoring|physical|logical|access|change management|incident|backup|recovery|vendor|vulnerabilit|infrastructure|software|people|procedures|data\b(?! cent)|subservice|sub-service|complementary|commitments|components|organi[sz]ed|human resources|personnel|governance|integrity|control activities|security|privacy|encryption|continuity|user entit|customer|client|trust services|criteria|control objectives?)\b/i

/** Says that something is left out of what the report covers. */
export const EXCLUSION =
  /\b(?:not (?:\w+ ){0,2}(?:covered|included|in scope|within|part of|a part|relevant|examined|visited|yet)|(?:is|are|was|were|been) (?:\w+ )?(?:excluded|left out|omitted)|exclud(?:es|ing)|outside (?:of )?(?:the )?(?:scope|system|boundar|report|examination|description)|out of (?:the )?scope|beyond the (?:scope|boundar)|(?:does|do|did) not (?:\w+ )?(?:cover|include|extend|form part|address|belong)|lies? outside|no link to|not subject to|neither .{0,80} nor)\b/i
