import type { Block } from '../layout/layout.ts'
import { type Passage, sentencesOf, slice } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { groupsUnder, type HeadedGroup } from './headed-groups.ts'
import { namesIn } from './proper-names.ts'
import { claim, EXCLUSION, isCompany, type ReportTexts, TOPIC } from './report-texts.ts'

const HEADING =
  /\b(?:services?|products?|solutions?|offerings?|modules?)\b(?! (?:auditor|commitments?|levels?|criteri|organi|desk|accounts?|delivery|management|providers?))/i
const NOT_HEADING =
  /commitment|subservice|sub-service|third|vendor|supplier|criteria|responsibilit|user entit|customer control|auditor|tests?\b|web services|changes|locations?|monitoring|support services|human|employee|network services/i
/** The heading of the whole description. */
const WHOLE = /\bdescription of\b|\bdescription$/i
const NAME_HEAD =
  /^(?:(?:name of )?(?:the )?(?:in[\s-]scope )?(?:service|product|module|application|solution|offering|component)s?(?: name| line| offering| offered| provided| in scope| covered)?|name)$/i
const VERB =
  /^(?:,? (?:finally|then|also|in turn)?,?)?\s*(?:\([^()]{1,40}\)\s*)?(?:,\s[^,]{3,90},\s*)?(?:(?:then|also|finally|automatically|now)[,\s]+)?(?:is|are|was|lets?|allows?|enables?|gives?|helps?|makes?|takes?|keeps?|\p{Ll}{2,}(?:s|es))\b/u
const DASH = /^\s*(?:[-–—:]|\()\s*\S/
const UNDER_NAME = /\bunder the names?\s+(?:of\s+)?[“"]?$/i
const GENERIC =
  /^(?:it|they|this|these|the|each|all|both|together|our|services?|customers?|clients?|users?|data|access|in|on|as|at|to|for|with|under|an?|its|company|system|management|personnel|employees|soc)$/i

interface Named {
  name: string
  start: number
  end: number
}

/** The name that a sentence or an item begins with, and says something of. */
const subjectOf = (text: string, isItem: boolean, report: ReportTexts): Named | null => {
  for (const span of namesIn(text.slice(0, 140))) {
    const before = text.slice(0, span.start)
    const isFirst = /^(?:the |our |its |[“"]|\W)*$/i.test(before)
    if (!isFirst && !UNDER_NAME.test(before)) continue
    const after = text.slice(span.end)
    const words = span.name.split(/\s+/).length
    if (isCompany(report, span.name) || GENERIC.test(span.name)) return null
    const isNamed =
      UNDER_NAME.test(before) ||
      DASH.test(after) ||
      VERB.test(after) ||
      (isItem && /^[\s.;,]*$/.test(after))
    if (!isNamed) return null
    if (words < 2 && !DASH.test(after) && !isItem && !UNDER_NAME.test(before)) return null
    return span
  }
  return null
}

const isAboutServices = (heading: string): boolean =>
  HEADING.test(heading) && !NOT_HEADING.test(heading) && !WHOLE.test(heading) && heading.length < 80

const asClaim = (passage: Passage, named: Named, rule: string): Claim<{ name: string }> =>
  claim({ name: named.name }, passage, rule)

const fromBlock = (block: Block, report: ReportTexts): Claim<{ name: string }>[] => {
  if (block.kind === 'row') {
    const column = block.head.findIndex((head) => NAME_HEAD.test(head.trim()))
    const cell = block.cells[Math.max(0, column)]
    if (block.head.some((head) => /organi[sz]ation|provider|vendor|subservice/i.test(head)))
      return []
    const isOut = block.cells.some(({ text }) => EXCLUSION.test(text) || /^no$/i.test(text.trim()))
    if (column < 0 || !cell || cell.text === '' || cell.text.length > 80 || isOut) return []
    return [claim({ name: cell.text }, cell, 'table of services')]
  }
  if (block.kind === 'heading') return []
  return sentencesOf(block.passage).flatMap((sentence, at) => {
    if (EXCLUSION.test(sentence.text)) return []
    if (block.kind === 'item' && at > 0) return []
    const named = subjectOf(sentence.text, block.kind === 'item', report)
    return named
      ? [
          asClaim(
            sentence,
            named,
            block.kind === 'item' ? 'list of services' : 'sentence on a service',
          ),
        ]
      : []
  })
}

/** Headings under the one of the services that name them, each with a text of its own. */
const fromHeadings = ({ blocks }: HeadedGroup, report: ReportTexts): Claim<{ name: string }>[] =>
  blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    if (block.kind !== 'heading' || !next || next.kind === 'row' || next.kind === 'heading')
      return []
    const title = block.passage.text.replace(/^(?:[A-Z]|\d+)(?:\.\d+)*[.)]\s+/, '')
    if (EXCLUSION.test(next.passage.text) || title.length > 60 || isCompany(report, title))
      return []
    const start = block.passage.text.length - title.length
    return [claim({ name: title }, slice(block.passage, start), 'heading of a service')]
  })

const unique = (claims: readonly Claim<{ name: string }>[]): Claim<{ name: string }>[] =>
  claims.filter(
    (one, at) =>
      claims.findIndex(
        (other) => other.value.name.toLowerCase() === one.value.name.toLowerCase(),
      ) === at,
  )

/** Names that the section itself leaves out. */
const withoutExcluded = (
  claims: readonly Claim<{ name: string }>[],
  group: HeadedGroup,
): Claim<{ name: string }>[] => {
  const excluded = group.blocks
    .flatMap((block) => (block.kind === 'row' ? [] : sentencesOf(block.passage)))
    .filter(({ text }) => EXCLUSION.test(text))
  return claims.filter(
    ({ value }) =>
      !excluded.some(({ text }) => text.slice(0, value.name.length + 12).includes(value.name)),
  )
}

/** Words before a list of names that make it one of services. */
const LISTS = [
  /\b(?:services?|modules?|products?|editions?|functions?|solutions?|applications?|offerings?|parts|lines of business)\b[^.;]{0,40}?[,:]?\s*(?:the |namely |are |is |in scope |covered |included |as follows |provided |offered )*[:,–—-]?\s*(?:the )?$/i,
  /\b(?:report|description|scope|examination|system|platform|service|suite|audit)\b[^.;]{0,60}\b(?:cover(?:s|ed|ing)?|limited to|compris(?:es?|ing)|consists? of|made up of|includes?|encompasses|extends to|consisting of)\s+(?:the\s+|all of\s+)?(?:following\s?:?\s+)?$/i,
]
const OF_SERVICES =
  /\b(?:services?|modules?|products?|editions?|functions?|scope|report|description|system|platform|offers)\b/i
const SEPARATOR = /,\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?|\s+and\s+(?:the\s+)?/g

/** "The system comprises A, B and C": two names at least, or three words that announce them. */
const fromList = (sentence: Passage, report: ReportTexts): Claim<{ name: string }>[] => {
  const { text } = sentence
  if (
    EXCLUSION.test(text) ||
    !OF_SERVICES.test(text) ||
    /sub-?service|data cent|criteria/i.test(text)
  )
    return []
  for (const first of namesIn(text)) {
    if (
      !LISTS.some((pattern) =>
        pattern.test(text.slice(Math.max(0, first.start - 140), first.start)),
      )
    )
      continue
    const tail = text.slice(first.start).replace(/[.;:].*$/s, '')
    const names = tail.split(SEPARATOR).map((name) => name.trim())
    const end = names.findIndex((name) => !isWholeName(name))
    const own = (end < 0 ? names : names.slice(0, end)).filter((name) => !isCompany(report, name))
    if (own.length >= 2)
      return own.map((name) => claim({ name }, sentence, 'sentence that lists the services'))
  }
  return []
}

const isWholeName = (name: string): boolean => {
  const [span] = namesIn(name)
  return span !== undefined && span.start === 0 && span.end >= name.length
}

/** How far into the description services are listed: up to the first of the usual topics. */
const opening = (report: ReportTexts): Block[] => {
  const blocks = report.blocks.filter(({ section }) => section === 'description')
  const end = blocks.findIndex(
    (block, at) =>
      at > 2 &&
      block.kind === 'heading' &&
      TOPIC.test(block.passage.text) &&
      !HEADING.test(block.passage.text),
  )
  return end < 0 ? blocks : blocks.slice(0, end)
}

const listed = (blocks: readonly Block[], report: ReportTexts): Claim<{ name: string }>[] => {
  for (const block of blocks) {
    if (block.kind === 'row' || block.kind === 'heading') continue
    for (const sentence of sentencesOf(block.passage)) {
      const claims = fromList(sentence, report)
      if (claims.length > 0) return claims
    }
  }
  return []
}

/** Names of headings that their texts take up: "Acme Intake", then "Intake receives …". */
const taken = (group: HeadedGroup, report: ReportTexts): Claim<{ name: string }>[] => {
  const headings = fromHeadings(group, report)
  return headings.filter(({ value }) =>
    group.blocks.some((block, at) => {
      const before = group.blocks[at - 1]
      return (
        block.kind === 'paragraph' &&
        before?.kind === 'heading' &&
        before.passage.text.endsWith(value.name) &&
        block.passage.text.startsWith(value.name.split(/\s+/).at(-1) ?? value.name)
      )
    }),
  )
}

const fromGroup = (group: HeadedGroup, report: ReportTexts): Claim<{ name: string }>[] => {
  const direct = group.blocks.flatMap((block) => fromBlock(block, report))
  const items = direct.filter(({ rule }) => rule !== 'sentence on a service')
  const headings = taken(group, report)
  const sources = [
    headings.length > 1 ? headings : [],
    items,
    listed(group.blocks, report),
    direct,
    fromHeadings(group, report),
  ]
  return sources.find((source) => source.length > 0) ?? []
}

/** The services inside the boundary of the system, from the section that describes them. */
export const serviceClaims = (report: ReportTexts): Claim<{ name: string }>[] => {
  for (const group of groupsUnder(report, isAboutServices)) {
    const claims = fromGroup(group, report)
    const rest = withoutExcluded(claims, group)
    if (rest.length > 0) return unique(rest)
  }
  return unique(listed(opening(report), report))
}
