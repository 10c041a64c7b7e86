import fc from 'fast-check'
import { HOSTILE_TEXTS } from './arbitraries.ts'

type Json = Record<string, unknown>

/** Texts longer than the contract allows. */
const HUGE = 'A long word after another. '.repeat(1_500)

/** Random numbers from 0 up to 1, always the same for a seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return state / 2 ** 32
  }
}

type Random = ReturnType<typeof randomOf>

const pick = <T>(values: readonly [T, ...T[]], random: Random): T =>
  values[Math.floor(random() * values.length)] ?? values[0]

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const RENAMED: Readonly<Record<string, string>> = {
  socReviewForm: 'socReview',
  status: 'securityReviewStatus',
  type: 'securityReviewType',
}

const anything = (random: Random): unknown =>
  pick(
    [null, 0, -1, 3.5, 12_345, 'true', 'DEFERRED', {}, [], [null], [[]], HUGE, ...HOSTILE_TEXTS],
    random,
  )

const field = (name: string, value: unknown, random: Random): [string, unknown][] => {
  if (name === 'id') return [[name, random() < 0.2 ? String(value) : value]]
  if (random() < 0.08) return []
  const renamed = RENAMED[name]
  const shownAs = renamed !== undefined && random() < 0.3 ? renamed : name
  return [[shownAs, mangle(value, random)]]
}

const mangle = (value: unknown, random: Random): unknown => {
  if (random() < 0.08) return anything(random)
  if (typeof value === 'boolean') return random() < 0.5 ? String(value) : value
  if (Array.isArray(value)) {
    const items = value.map((item) => mangle(item, random))
    return random() < 0.2 ? [...items, anything(random)] : items
  }
  return isObject(value) ? mangleObject(value, random) : value
}

const mangleObject = (value: Json, random: Random): Json => ({
  ...Object.fromEntries(Object.entries(value).flatMap((entry) => field(...entry, random))),
  ...(random() < 0.5 && { confidenceScore: 0.87, toString: null, labels: [{ name: 'imported' }] }),
})

/** Shortens long texts, so that a counterexample can be read. */
const legible = (answer: Json): Json =>
  Object.defineProperty(answer, fc.toStringMethod, {
    value: () =>
      JSON.stringify(answer, (_, value: unknown) =>
        typeof value === 'string' && value.length > 200
          ? `${value.slice(0, 20)}… (${value.length} characters)`
          : value,
      ),
  })

/**
 * An answer as older, newer and broken deployments may send it: with unknown words, numbers for
 * words, text for booleans, extra and missing fields, nulls, and parts of the wrong shape. It stays
 * an object and keeps its id.
 */
export const mangled = <T extends object>(answers: fc.Arbitrary<T>): fc.Arbitrary<Json> =>
  fc
    .tuple(answers, fc.integer())
    .map(([answer, seed]) => legible(mangleObject(answer as Json, randomOf(seed))))

/** Applies a change to every value within a value, innermost first. */
export const everywhere = (value: unknown, change: (value: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return change(value.map((item) => everywhere(item, change)))
  if (!isObject(value)) return change(value)
  return change(
    Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, everywhere(part, change)]),
    ),
  )
}

/** Removes empty fields at every depth. */
export const withoutEmpty = (value: unknown): unknown =>
  everywhere(value, (part) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).filter(([, held]) => (held ?? null) !== null))
      : part,
  )
