import type { Block } from '../layout/layout.ts'
import { type Passage, sentencesOf } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { type NameSpan, namesIn, splitNames } from './proper-names.ts'
import { claim, isCompany, type ReportTexts, sentencesIn } from './report-texts.ts'

const SUBSERVICE =
  /\bsub-?\s?service (?:organi[sz]ations?|providers?)\b|\bsubcontracted service organi[sz]ations?\b/i
const USES =
  /\b(?:us(?:es?|ed|ing)|utili[sz](?:es?|ed|ing)|reli(?:es|ed)(?: up)?on|rel(?:y|ies) (?:up)?on|outsourc(?:es?|ed)|engag(?:es|ed)|contract(?:s|ed) with|employ(?:s|ed)|makes use of|has appointed|partners? with|is hosted (?:by|on|in|at)|are hosted (?:by|on|in|at)|provided by|performed by|at|of)\s+/gi
const NONE =
  /\b(?:no (?:part|portion|element|aspect)[^.]{0,80}sub-?service|(?:does|do|did) not (?:use|rely (?:up)?on|utili[sz]e|engage|make use of)[^.]{0,40}sub-?service|no sub-?service (?:organi[sz]ations?|providers?)[^.]{0,30}(?:are|is|were|was|used|engaged|relevant|identified)|there (?:are|were) no sub-?service|not (?:use|using) (?:any )?sub-?service|without (?:any )?sub-?service)/i
const CARVED =
  /\bcarve[sd]?[\s-]?out\b|\bcarved out\b|(?:does|do|did) not (?:\w+ )?(?:include|extend|cover|disclose)[^.]{0,120}(?:sub-?service|controls? (?:at|of)|services provided by)|exclud\w+[^.]{0,120}(?:sub-?service|controls? (?:at|of)|these organi[sz]ations|control objectives)|exclud\w+ (?:their|its) [^.]{0,60}controls?|presents neither the controls of|(?:sub-?service|these organi[sz]ations)[^.]{0,120}(?:are|is|were|was) (?:\w+ )?(?:excluded|not included|left out)|not (?:part of|included in|(?:with)?in) (?:the|our|this) (?:scope|examination|description)|did not extend to (?:them|their|those|these)/i
const INCLUSIVE =
  /\binclusive method\b|includes? (?:the )?(?:relevant )?(?:controls|services|control objectives)[^.]{0,60}(?:of|at|performed by|provided by) [^.]{0,60}sub-?service|\binclusive basis\b/i
const NOT_INCLUSIVE = /\b(?:not|rather than|instead of|neither)\b[^.]{0,30}\binclusive/i
const HEADING =
  /sub-?\s?service (?:organi[sz]ations?|providers?)|third[\s-]party service providers|vendors? and sub/i
const CSOC_ONLY = /\bcomplementary\b/i
const NAME_HEAD =
  /^(?:(?:name of )?(?:the )?sub-?service (?:organi[sz]ation|provider)s?(?: name)?|organi[sz]ation(?: name)?|(?:service )?provider|vendor|name|entity|third[\s-]party)$/i

const spansOf = (report: ReportTexts, text: string, isPlural: boolean): NameSpan[] =>
  namesIn(text)
    .flatMap((span) => splitNames(span, report.allText, isPlural))
    .filter(({ name }) => !isCompany(report, name))

const DEFINITION = /\bsub-?\s?service (?:organi[sz]ation|provider)/gi

/** Where the names begin and end: after the verb, before the words that define them. */
const windowOf = (text: string): [number, number] | null => {
  const definition =
    /\(?\s*(?:collectively|together|each|the|a|an|as|which (?:is|are))?[,\s]*(?:the\s+)?[“"']?\s*sub-?\s?service (?:organi[sz]ation|provider)/i.exec(
      text,
    )
  const until = definition?.index ?? text.length
  for (const match of text.matchAll(USES)) {
    const start = match.index + match[0].length
    if (/^(?:at|of)\s/i.test(match[0])) continue
    const isSeveral = (text.match(DEFINITION) ?? []).length > 1
    const hasName = /\p{Lu}/u.test(text.slice(start, until))
    if (start < until && hasName && !isSeveral) return [start, until]
    // "uses the following subservice organizations: A and B", "uses subservice organization A to"
    return [start, text.length]
  }
  return null
}

/** A role after a name: "A (cloud hosting)", "A, a provider of", "A for hosting". */
const namesOfSentence = (report: ReportTexts, sentence: Passage): Claim<{ name: string }>[] => {
  const window = windowOf(sentence.text)
  if (!window) return []
  const isPlural = /organi[sz]ations|providers/i.test(sentence.text)
  const [from, to] = window
  // A name in brackets or quotation marks is the short form of the one before it.
  const text = sentence.text
    .slice(from, to)
    .replaceAll(/\([^()]{0,80}\)|[“"][^”"]{0,60}[”"]/g, (found) => ' '.repeat(found.length))
  return spansOf(report, text, isPlural).flatMap(({ name, start }) => {
    const before = text.slice(Math.max(0, start - 40), start)
    const isFirst = text.slice(0, start).trim() === ''
    const isListed =
      /(?:\bfor [^,;.]{2,80},?|[,;:]|\band|\bor|\bupon|\bon|\bby|\bwith|organi[sz]ations?,?|providers?,?)\s*(?:and |the |upon |on |by |or )*$/i.test(
        before,
      )
    return isFirst || isListed
      ? [claim({ name }, sentence, 'names in the sentence on subservice organizations')]
      : []
  })
}

/** "Its subservice organization A", "A is an independent subservice organization". */
const apposedNames = (report: ReportTexts, sentence: Passage): Claim<{ name: string }>[] =>
  spansOf(report, sentence.text, false).flatMap(({ name, start, end }) => {
    const before = sentence.text.slice(Math.max(0, start - 60), start)
    const after = sentence.text.slice(end, end + 90)
    const isBefore = /\bsub-?\s?service (?:organi[sz]ation|provider)s?,?\s+$/i.test(before)
    const isAfter =
      /^(?:\s*\([^()]{0,60}\))?(?:,| is| are| acts as)\s+(?:an?|the|its?)?\s*(?:\w+\s)?sub-?\s?service (?:organi[sz]ation|provider)/i.test(
        after,
      )
    return isBefore || isAfter
      ? [claim({ name }, sentence, 'name beside "subservice organization"')]
      : []
  })

/** The first name of an item or a row: up to a dash, a colon, a bracket or a verb. */
const leadingName = (
  report: ReportTexts,
  passage: Passage,
  rule: string,
): Claim<{ name: string }>[] => {
  const [span] = spansOf(report, passage.text.slice(0, 120), false)
  if (!span || span.start > 0) return []
  const after = passage.text.slice(span.end)
  const isName =
    /^\s*(?:$|[-–—:(,.;]|is |are |provides|for |hosts|to |which |operates|supplies|performs|stores|processes|–)/i.test(
      after,
    )
  return isName ? [claim({ name: span.name }, passage, rule)] : []
}

/** The blocks under a heading on subservice organizations. */
const underHeading = (blocks: readonly Block[]): Set<Block> => {
  const under = new Set<Block>()
  let isUnder = false
  for (const block of blocks) {
    if (block.kind === 'heading') isUnder = HEADING.test(block.passage.text)
    else if (isUnder) under.add(block)
  }
  return under
}

const namesInTables = (
  report: ReportTexts,
  sections: readonly string[],
): Claim<{ name: string }>[] => {
  const under = underHeading(report.blocks)
  return report.blocks.flatMap((block) => {
    if (block.kind !== 'row' || !sections.includes(block.section)) return []
    const column = block.head.findIndex((head) => NAME_HEAD.test(head.trim()))
    const isSubservice = block.head.some((head) => SUBSERVICE.test(head)) || under.has(block)
    const cell = block.cells[column]
    if (!isSubservice || !cell || cell.text === '' || cell.text.length > 90) return []
    const name = cell.text.replace(/\s*\([“"]?[^()]{1,30}[”"]?\)\s*$/, '').trim()
    return isCompany(report, name)
      ? []
      : [claim({ name }, cell, 'table of subservice organizations')]
  })
}

const namesInLists = (report: ReportTexts): Claim<{ name: string }>[] =>
  [...underHeading(report.blocks)].flatMap((block) =>
    block.kind === 'item' && block.section !== 'tests'
      ? leadingName(report, block.passage, 'list of subservice organizations')
      : [],
  )

const unique = (claims: readonly Claim<{ name: string }>[]): Claim<{ name: string }>[] => {
  const plain = (name: string): string =>
    name.toLowerCase().replaceAll(/[\s.,]|\b(?:inc|ltd|llc|corp)\b/g, '')
  return claims.filter(
    (one, at) =>
      claims.findIndex((other) => plain(other.value.name) === plain(one.value.name)) === at,
  )
}

/** Items right after a sentence that announces subservice organizations. */
const announced = (report: ReportTexts, sections: readonly string[]): Claim<{ name: string }>[] => {
  const found: Claim<{ name: string }>[] = []
  let isOpen = false
  for (const block of report.blocks) {
    if (!sections.includes(block.section) || block.kind === 'heading') isOpen = false
    else if (block.kind === 'item' && isOpen)
      found.push(...leadingName(report, block.passage, 'list of subservice organizations'))
    else if (block.kind !== 'row' && block.kind !== 'note')
      isOpen = SUBSERVICE.test(block.passage.text) && /:\s*$/.test(block.passage.text)
  }
  return found
}

/**
 * The subservice organizations, as the auditor lists them; else as the assertion or the description
 * does.
 */
export const subserviceClaims = (report: ReportTexts): Claim<{ name: string }>[] => {
  const inSentences = (
    section: 'auditor' | 'assertion' | 'description',
  ): Claim<{ name: string }>[] =>
    sentencesIn(report, [section])
      .filter(({ text }) => SUBSERVICE.test(text) && !NONE.test(text))
      .flatMap((sentence) => namesOfSentence(report, sentence))
  const apposed = sentencesIn(report, ['auditor'])
    .filter(({ text }) => SUBSERVICE.test(text))
    .flatMap((sentence) => apposedNames(report, sentence))
  const next = sentencesIn(report, ['auditor']).flatMap((sentence, at, all) => {
    // "X uses A for hosting. Our examination did not include the services of the subservice organization."
    const following = all[at + 1]?.text ?? ''
    return /\bus(?:es|ed)\b|\butili[sz]es\b|\brelies\b/i.test(sentence.text) &&
      !SUBSERVICE.test(sentence.text) &&
      SUBSERVICE.test(following)
      ? namesOfSentence(report, sentence)
      : []
  })
  const sources = [
    [
      ...inSentences('auditor'),
      ...apposed,
      ...next,
      ...announced(report, ['auditor']),
      ...namesInTables(report, ['auditor']),
    ],
    [
      ...namesInTables(report, ['description', 'assertion']),
      ...namesInLists(report),
      ...announced(report, ['description']),
    ],
    inSentences('assertion'),
    inSentences('description'),
  ]
  return unique(sources.find((source) => source.length > 0) ?? [])
}

/** Where the report says that there are no subservice organizations. */
export const noSubservice = (report: ReportTexts): Claim<null>[] =>
  sentencesIn(report, ['auditor', 'assertion', 'description'])
    .filter(({ text }) => NONE.test(text))
    .map((sentence) => claim(null, sentence, 'the report names no subservice organization'))

/** Whether their controls are in the report (inclusive) or left out (carve-out). */
export const methodClaims = (report: ReportTexts): Claim<boolean>[] => {
  const verdicts = (['auditor', 'assertion', 'description'] as const).map((section) => {
    const sentences = report.blocks
      .filter((block) => block.section === section)
      .flatMap((block) => (block.kind === 'row' ? [] : sentencesOf(block.passage)))
    const inclusive = sentences.filter(
      ({ text }) =>
        INCLUSIVE.test(text) &&
        !NOT_INCLUSIVE.test(text) &&
        !/\b(?:do|does|did|not) (?:not )?(?:\w+ )?include/i.test(text),
    )
    const carved = sentences.filter(
      ({ text }, at) =>
        CARVED.test(text) &&
        (/organi[sz]ation|carve/i.test(text) ||
          SUBSERVICE.test(text) ||
          SUBSERVICE.test(sentences[at - 1]?.text ?? '')),
    )
    const plain = carved.filter(({ text }) => !CSOC_ONLY.test(text))
    return { inclusive, carved: plain.length > 0 ? plain : carved }
  })
  for (const { inclusive, carved } of verdicts) {
    // Both methods in one report have no one answer.
    if (inclusive.length > 0 && carved.length > 0) return []
    if (inclusive.length > 0) return inclusive.map((one) => claim(true, one, 'inclusive method'))
    if (carved.length > 0) return carved.map((one) => claim(false, one, 'carve-out method'))
  }
  return []
}
