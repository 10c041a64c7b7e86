import type { Piece } from './layout/press.ts'
import type { DocumentKind, Fact, Facts, Item, Report } from './report.ts'
import { squash } from './squash.ts'

/** A quote and the physical page that it stands on, from 1. */
export interface Quote {
  page: number
  quote: string
}

/** A field with one value. */
export interface TrueValue {
  value: unknown
  quotes: Quote[]
  optional?: true
}

/** An item of a list, with its words under the name that the SOC form has for them. */
export type TrueItem = Record<string, unknown> & { page: number; quotes: Quote[] }

/** A field with a list. */
export interface TrueList {
  value: TrueItem[]
  notTested?: TrueItem[]
  ignore?: readonly string[]
}

/** The true answers of a report, sections and fields named as in the service's SOC form. */
export interface Truth {
  name: string
  kind: DocumentKind
  pages: number
  sections: Record<string, Record<string, TrueValue | TrueList>>
  traps: readonly string[]
}

/** What a block says on one sheet. */
interface Part {
  sheet: number
  text: string
}

const partsByBlock = (pieces: readonly Piece[]): Part[][] => {
  const blocks = new Map<number, Part[]>()
  for (const { block, sheet, text } of pieces) {
    const parts = blocks.get(block) ?? []
    const last = parts.at(-1)
    if (last?.sheet === sheet) last.text += ` ${text}`
    else parts.push({ sheet, text })
    blocks.set(block, parts)
  }
  return [...blocks.values()]
}

/** The piece of a text that becomes the squashed characters from `from` to `to`. */
const cut = (text: string, from: number, to: number): string => {
  let count = 0
  const kept = Array.from(text).filter((character) => {
    const own = squash(character).length
    const isIn = own === 0 ? count > from && count < to : count >= from && count < to
    count += own
    return isIn
  })
  return kept.join('').trim()
}

/** Where a quote goes over the end of a page: its parts. undefined where the block does not hold it. */
const acrossPages = (parts: readonly Part[], quote: string): Quote[] | undefined => {
  const wanted = squash(quote)
  const texts = parts.map(({ text }) => squash(text))
  const at = texts.join('').indexOf(wanted)
  if (at < 0) return undefined
  let start = 0
  return parts.flatMap(({ sheet }, index) => {
    const from = Math.max(0, start - at)
    start += texts[index]?.length ?? 0
    const to = Math.min(wanted.length, start - at)
    return to > from ? [{ page: sheet + 1, quote: cut(quote, from, to) }] : []
  })
}

/** Finds where quotes stand. */
const finder = (pieces: readonly Piece[]) => {
  const blocks = partsByBlock(pieces)
  const squashed = blocks.flatMap((parts) =>
    parts.map(({ sheet, text }) => ({ sheet, text: squash(text) })),
  )
  return (quote: string): Quote[] => {
    const wanted = squash(quote)
    const pages = new Set(
      squashed.filter(({ text }) => text.includes(wanted)).map(({ sheet }) => sheet + 1),
    )
    if (pages.size > 0) return [...pages].toSorted((a, b) => a - b).map((page) => ({ page, quote }))
    for (const parts of blocks) {
      const found = acrossPages(parts, quote)
      if (found) return found
    }
    throw new Error(`The report does not say: ${quote}`)
  }
}

const NOTHING: Fact<null> = { value: null, quotes: [] }

/**
 * The true answers of a report that was set.
 * @throws for a quote that stands nowhere in it, so that its text and its facts cannot drift apart
 */
export const truthOf = (
  { name, kind, facts, traps }: Pick<Report, 'name' | 'kind' | 'facts' | 'traps'>,
  pieces: readonly Piece[],
  pages: number,
): Truth => {
  const find = finder(pieces)
  const valueOf = ({ value, quotes, optional }: Fact<unknown> = NOTHING): TrueValue => ({
    value,
    quotes: quotes.flatMap(find),
    ...(optional && { optional }),
  })
  const itemOf = (words: Record<string, unknown>, quoted: readonly string[]): TrueItem => {
    const quotes = quoted.flatMap(find)
    return { ...words, page: quotes[0]?.page ?? 0, quotes }
  }
  const listOf = (field: string, items: readonly Item[] = []): TrueItem[] =>
    items.map(({ text, alternatives, quotes = [text] }) =>
      itemOf({ [field]: text, ...(alternatives && { alternatives }) }, quotes),
    )
  const placesOf = ({ locations = [] }: Facts): TrueItem[] =>
    locations.map(({ city, stateOrCountry, alternatives, quotes }) =>
      itemOf(
        {
          city,
          stateOrCountry,
          ...(alternatives && {
            alternatives: alternatives.map((spelling) => ({ stateOrCountry: spelling })),
          }),
        },
        quotes,
      ),
    )
  return {
    name,
    kind,
    pages,
    sections: {
      reviewerInformation: { reportIssueDate: valueOf(facts.reportIssueDate) },
      complianceScope: {
        certification: valueOf(facts.certification),
        scopeType: valueOf(facts.scopeType),
        auditPeriod: valueOf(facts.auditPeriod),
        auditPeriodRange: valueOf(facts.auditPeriodRange),
        trustServiceCriteria: valueOf(facts.trustServiceCriteria),
      },
      reportOpinion: { reportOpinion: valueOf(facts.reportOpinion) },
      findings: {
        findings: {
          value: listOf('description', facts.findings),
          notTested: listOf(
            'description',
            facts.notTested?.map((text) => ({ text })),
          ),
          ignore: facts.debatableFindings ?? [],
        },
      },
      endUserControls: { userControls: { value: listOf('description', facts.userControls) } },
      servicesAndLocations: {
        services: { value: listOf('name', facts.services), ignore: facts.debatableServices ?? [] },
        locations: { value: placesOf(facts) },
      },
      cpaFirm: { cpaFirm: valueOf(facts.cpaFirm) },
      subserviceOrganizations: {
        subserviceOrganization: { value: listOf('name', facts.subserviceOrganizations) },
        subserviceOrganizationUsingInclusiveMethod: valueOf(facts.isInclusive),
      },
    },
    traps,
  }
}
