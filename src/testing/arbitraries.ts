import fc from 'fast-check'
import type * as z from 'zod/mini'
import { HACKED } from '../../mocks/seed/hostile-texts.ts'

const run = `globalThis.${HACKED}=true`

/** Texts that a careless page would run, break on or show as nothing. */
export const HOSTILE_TEXTS = [
  `<img src=x onerror=${run}>`,
  `<script>${run}</script>`,
  `"><svg onload=${run}>`,
  `javascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  '{{constructor.constructor("return 1")()}}',
  '\uD800 half a surrogate pair',
  '\u202Eright to left\u202C',
  '__proto__',
  'constructor',
  '   ',
  '',
] as const

const text = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'grapheme', maxLength: 24 }) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.constant('https://app.example.com/vendors/7?tab=reviews#top') },
)

const moment = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2090-12-31T23:59:59Z'),
  noInvalidDate: true,
})
/** A calendar day that exists. */
export const day = moment.map((date) => date.toISOString().slice(0, 10))
/** A moment, as the service writes it: in UTC, or with an offset. */
export const instant = fc.oneof(
  moment.map((date) => date.toISOString()),
  moment.map((date) => date.toISOString().replace(/\.\d+Z$/, '+05:45')),
)
const id = fc.integer({ min: 1, max: 2_000_000_000 })

const hasId = (value: unknown): value is { id: number } =>
  typeof value === 'object' && value !== null && 'id' in value

/** The rows of a list have different ids. */
const list = (element: fc.Arbitrary<unknown>) =>
  fc.uniqueArray(element, {
    maxLength: 6,
    selector: (item) => (hasId(item) ? item.id : Symbol('any')),
  })

const arbitraryOf = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const entries = Object.entries(def.shape)
      const isOptional = ([, field]: (typeof entries)[number]) => field._zod.def.type === 'optional'
      return fc.record(
        Object.fromEntries(entries.map(([name, field]) => [name, arbitraryOf(field)])),
        {
          requiredKeys: entries.filter((entry) => !isOptional(entry)).map(([name]) => name),
          noNullPrototype: true,
        },
      )
    }
    case 'array':
      return list(arbitraryOf(def.element))
    case 'nullable':
      return fc.option(arbitraryOf(def.innerType), { freq: 4 })
    case 'optional':
      return arbitraryOf(def.innerType)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'string': {
      const { format } = def as { format?: string }
      return format === 'date' ? day : format === 'datetime' ? instant : text
    }
    case 'number':
      return def.checks?.length ? id : fc.integer()
    case 'boolean':
      return fc.boolean()
    default:
      throw new Error(`No arbitrary for the schema type ${def.type}`)
  }
}

/** Any value that keeps to a contract, with hostile texts wherever it allows a text. */
export const valid = <T>(contract: z.ZodMiniType<T>): fc.Arbitrary<T> =>
  arbitraryOf(contract) as fc.Arbitrary<T>
