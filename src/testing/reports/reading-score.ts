import type {
  PredictedField,
  PredictedQuote,
  Prediction,
} from '../../domain/evidence/prediction.ts'

/** The true answers of a report, with its known good quotes. */
export interface Truth {
  name: string
  kind: Prediction['kind']
  sections: Record<string, Record<string, TrueField>>
}

interface TrueItem {
  description?: string
  name?: string
  city?: string
  stateOrCountry?: string
  alternatives?: (string | { stateOrCountry: string })[]
  optional?: boolean
}

interface TrueField {
  value: unknown
  optional?: boolean
  /** Debatable texts: neither right nor wrong. */
  ignore?: string[]
}

/** A counting of one field over reports. */
export interface Score {
  right: number
  wrong: number
  missed: number
}

/** Lists match at this share of equal letters. */
const SIMILAR = 0.9

/** Folds what may differ between texts of one page: ligatures, case, quotes, spaces, hyphens. */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’ʼ`]/g, "'")
    .replaceAll(/[“”]|''/g, '"')
    .replaceAll(/[\s\u00ad\u2010-\u2015\u2212\u200b\ufeff-]/g, '')

/** One minus the edits between two texts, as a share of the longer one. */
const similarity = (first: string, second: string): number => {
  const a = squash(first)
  const b = squash(second)
  const longer = Math.max(a.length, b.length)
  if (a === b) return 1
  if (Math.min(a.length, b.length) / longer < 0.85) return 0
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return 1 - (row[b.length] ?? 0) / longer
}

const quotesOf = ({ quotes, page, quote }: Partial<PredictedField>): PredictedQuote[] =>
  quotes ?? (page === undefined || quote === undefined ? [] : [{ page, quote }])

const isQuoted = (field: Partial<PredictedField>, pages: readonly string[]): boolean =>
  quotesOf(field).some(({ page, quote }) => {
    const text = squash(quote)
    return text.length >= 2 && (pages[page - 1] ?? '').includes(text)
  })

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

const keyOf = (name: string, value: unknown): string => {
  if (name === 'trustServiceCriteria') return JSON.stringify([...(value as string[])].toSorted())
  if (name === 'cpaFirm') return squash(String(value)).replaceAll(/[.,]/g, '')
  return JSON.stringify(value)
}

const textOf = (item: TrueItem): string => item.description ?? item.name ?? item.city ?? ''

const likeness = (item: TrueItem, truth: TrueItem): number => {
  if (truth.city !== undefined) {
    const states = [
      truth.stateOrCountry,
      ...(truth.alternatives ?? []).map((other) =>
        typeof other === 'string' ? other : other.stateOrCountry,
      ),
    ]
    const isSame =
      squash(item.city ?? '') === squash(truth.city) &&
      states.some((state) => squash(state ?? '') === squash(item.stateOrCountry ?? ''))
    return isSame ? 1 : 0
  }
  const texts = [
    textOf(truth),
    ...(truth.alternatives ?? []).filter((other) => typeof other === 'string'),
  ]
  return Math.max(...texts.map((text) => similarity(textOf(item), text)))
}

const scoreList = (field: PredictedField, truth: TrueField, pages: readonly string[]): Score => {
  const items = field.value as (TrueItem & PredictedField)[]
  const wanted = truth.value as TrueItem[]
  const free = new Set(wanted)
  let right = 0
  let wrong = 0
  for (const item of items) {
    const match = wanted.find((one) => likeness(item, one) >= SIMILAR)
    const isGood = isQuoted(item, pages)
    if (match && isGood) {
      if (free.delete(match)) right++
    } else if (
      match ||
      !(truth.ignore ?? []).some((text) => similarity(textOf(item), text) >= SIMILAR)
    )
      wrong++
  }
  return { right, wrong, missed: [...free].filter(({ optional }) => !optional).length }
}

const scoreOne = (
  name: string,
  field: PredictedField,
  truth: TrueField,
  pages: readonly string[],
): Score => {
  const isMissed = !isEmpty(truth.value) && !truth.optional
  if (isEmpty(field.value)) return { right: 0, wrong: 0, missed: isMissed ? 1 : 0 }
  const isRight = !isEmpty(truth.value) && keyOf(name, field.value) === keyOf(name, truth.value)
  return isRight && isQuoted(field, pages)
    ? { right: 1, wrong: 0, missed: 0 }
    : { right: 0, wrong: 1, missed: isMissed ? 1 : 0 }
}

/**
 * Counts, field by field, what a prediction has right. A value counts only if its quote stands on the
 * page that it names; lists match item by item.
 * @param pages the text of each page, squashed by {@link squash}
 */
export const scoreOf = (
  prediction: Prediction,
  truth: Truth,
  pages: readonly string[],
): Map<string, Score> => {
  const scores = new Map<string, Score>()
  const isKind = prediction.kind === truth.kind
  scores.set('kind', { right: isKind ? 1 : 0, wrong: isKind ? 0 : 1, missed: isKind ? 0 : 1 })
  for (const [section, fields] of Object.entries(truth.sections))
    for (const [name, field] of Object.entries(fields)) {
      const predicted = prediction.sections[section]?.[name] ?? { value: null }
      const isList = Array.isArray(predicted.value) && name !== 'trustServiceCriteria'
      scores.set(
        name,
        isList ? scoreList(predicted, field, pages) : scoreOne(name, predicted, field, pages),
      )
    }
  return scores
}
