import type { Block } from '../layout/layout.ts'
import { type Passage, sentencesOf } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { groupsUnder, type HeadedGroup } from './headed-groups.ts'
import { isPlaceName, placesIn } from './places.ts'
import { claim, EXCLUSION, type ReportTexts, TOPIC } from './report-texts.ts'

type Place = { city: string; stateOrCountry: string }

const HEADING =
  /\b(?:locations?|facilit(?:y|ies)|sites?|offices?|premises|data cent(?:er|re)s?|places?|addresses|where)\b/i
const NOT_HEADING =
  /\b(?:physical|security|access|environmental|controls?|subservice|tests?|backup|user entit|website|on-site)\b/i
const FOREIGN =
  /\b(?:sub-?service|auditors?|customers? in|incorporated|founded|clients in|born|university|courts?|laws? of|owned by|operated by|vendors?|suppliers?|sister company|formerly|closed|(?:moved|relocated) from|previously|registered (?:in|under)|listed on)\b/i

const placesOf = (passage: Passage, rule: string): Claim<Place>[] =>
  placesIn(passage.text).map(({ city, stateOrCountry, start, end }) =>
    claim({ city, stateOrCountry }, passage, rule, start, end),
  )

/** A table may hold the city and the state or country in columns of their own. */
const fromRow = (block: Extract<Block, { kind: 'row' }>): Claim<Place>[] => {
  const column = (pattern: RegExp): number => block.head.findIndex((head) => pattern.test(head))
  const city =
    block.cells[column(/\b(?:city|town|place)\b/i)] ??
    block.cells[column(/\b(?:location|site|office|facility)\b/i)]
  const state = block.cells[column(/\b(?:state|country|province|region|territory)\b/i)]
  const rule = 'table of locations'
  if (block.cells.some(({ text }) => EXCLUSION.test(text) || /^no$/i.test(text.trim()))) return []
  if (
    city &&
    state &&
    city !== state &&
    /^[^,\d]{2,40}$/.test(city.text) &&
    isPlaceName(state.text)
  ) {
    const text = `${city.text} ${state.text}`
    return [
      {
        value: { city: city.text, stateOrCountry: state.text },
        parts: [{ page: block.page, text }],
        rule,
      },
    ]
  }
  return block.cells.flatMap((cell) => placesOf(cell, rule))
}

const isAboutPlaces = (heading: string): boolean =>
  HEADING.test(heading) && !NOT_HEADING.test(heading)

/** A place may be a heading over what is done there. */
const isPlace = (heading: string): boolean => placesIn(heading).length > 0

/** The sentences of the description up to the first of the usual topics. */
const opening = (report: ReportTexts): Passage[] => {
  const blocks = report.blocks.filter(({ section }) => section === 'description')
  const end = blocks.findIndex(
    (block, at) => at > 2 && block.kind === 'heading' && TOPIC.test(block.passage.text),
  )
  return (end < 0 ? blocks : blocks.slice(0, end)).flatMap((block) =>
    block.kind === 'row' ? block.cells : sentencesOf(block.passage),
  )
}

/** Places of a sentence, without those whose clause tells of something else, such as the founding. */
const inClauses = (sentence: Passage): Claim<Place>[] => {
  if (EXCLUSION.test(sentence.text)) return []
  let from = 0
  return placesIn(sentence.text).flatMap(({ city, stateOrCountry, start, end }) => {
    const clause = sentence.text.slice(from, start)
    from = end
    return FOREIGN.test(clause)
      ? []
      : [claim({ city, stateOrCountry }, sentence, 'sentence on a location', start, end)]
  })
}

/** Cities that a sentence of the section leaves out. */
const excludedIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block, at) => {
    if (block.kind === 'row') return []
    return sentencesOf(block.passage)
      .filter(({ text }) => EXCLUSION.test(text))
      .flatMap(({ text }) => {
        const before = blocks[at - 1]
        const title = before?.kind === 'heading' ? before.passage.text : ''
        return [text, title, block.passage.text]
      })
  })

const fromGroup = ({ blocks }: HeadedGroup): Claim<Place>[] => {
  const excluded = excludedIn(blocks)
  const claims = blocks.flatMap((block) => {
    if (block.kind === 'row') return fromRow(block)
    if (block.kind === 'heading') return placesOf(block.passage, 'heading of a location')
    return sentencesOf(block.passage).flatMap(inClauses)
  })
  return claims.filter(
    ({ value, parts }) =>
      !excluded.some(
        (text) =>
          text.includes(value.city) &&
          (parts.every((part) => text.includes(part.text)) || !text.includes(value.stateOrCountry)),
      ),
  )
}

const unique = (claims: readonly Claim<Place>[]): Claim<Place>[] =>
  claims.filter(
    ({ value }, at) =>
      claims.findIndex(
        (other) =>
          other.value.city === value.city && other.value.stateOrCountry === value.stateOrCountry,
      ) === at,
  )

/** Offices and data centers that the description names as places of the system. */
export const locationClaims = (report: ReportTexts): Claim<Place>[] => {
  const headed = unique(groupsUnder(report, isAboutPlaces, isPlace).flatMap(fromGroup))
  if (headed.length > 0) return headed
  return unique(opening(report).flatMap((sentence) => inClauses(sentence)))
}
