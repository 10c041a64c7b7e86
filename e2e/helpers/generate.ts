import { readFileSync } from 'node:fs'
import fc from 'fast-check'

/** Makes up answers from the contract's text, and answers that no contract allows. */

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

interface Contract {
  paths: Record<
    string,
    { get?: { responses: Record<string, { content: { 'application/json': { schema: Schema } } }> } }
  >
  components: { schemas: Record<string, Schema> }
}

const contract = JSON.parse(
  readFileSync(new URL('../prism/drata.openapi.json', import.meta.url), 'utf8'),
) as Contract

/** The property that a hostile text sets if a page ever runs it. */
export const HIT = '__hit'
const run = `window.${HIT}=1`

const HOSTILE = [
  `<img src=x onerror="${run}">`,
  `<script>${run}</script>`,
  `"><svg onload="${run}">`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}//https://example.com`,
  `data:text/html,<script>parent.${run}</script>`,
  `{{constructor.constructor('${run}')()}}`,
  `');${run};alert('`,
  'W'.repeat(30_000),
  'A long word after another. '.repeat(1_111),
  '\u202Eright to left without an end',
  '\u2066\u2067isolates without an end',
  'null\u0000character',
  '\uD800 half a surrogate pair',
  'Z\u0351\u0489\u0353\u0310'.repeat(40),
  'lines\n\n\nof\r\nnothing',
  '\u200B\u200B',
  '   ',
  '',
  '__proto__',
]

const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.webUrl() },
)
const moment = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2090-01-01'),
  noInvalidDate: true,
})
/** Values that no field is meant to hold. */
const ODD = [null, 0, -1, 3.5, 1e300, true, 'true', 'DEFERRED', {}, [], [null], [[[]]], { id: {} }]
const anything = fc.constantFrom<unknown>(...ODD, ...HOSTILE)

const ofType = (type: string, schema: Schema, odd: number): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'object':
      return objectOf(schema, odd)
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, odd), { maxLength: 5 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'number':
      return fc.integer({ min: 1, max: 2_000_000_000 })
    default:
      return schema.format === undefined
        ? text
        : moment.map((date) => date.toISOString().slice(0, schema.format === 'date' ? 10 : 24))
  }
}

const sound = (schema: Schema, odd: number): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined)
    return valueOf(contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, odd)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, odd)))
  if (schema.enum) {
    const known = { weight: 10, arbitrary: fc.constantFrom(...schema.enum) }
    // A newer service has newer words, which the app has to show as they come.
    return fc.oneof(known, { weight: odd > 0 ? 2 : 0, arbitrary: text })
  }
  return fc.oneof(...[schema.type ?? 'string'].flat().map((type) => ofType(type, schema, odd)))
}

const objectOf = ({ properties = {}, required = [] }: Schema, odd: number) =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        name === 'id' ? sound(schema, 0) : valueOf(schema, odd),
      ]),
    ),
    { requiredKeys: odd > 0 ? ['id', 'data'].filter((name) => name in properties) : required },
  )

const valueOf = (schema: Schema, odd: number): fc.Arbitrary<unknown> =>
  odd === 0
    ? sound(schema, odd)
    : fc.oneof(
        { weight: 100 - odd, arbitrary: sound(schema, odd) },
        { weight: odd, arbitrary: anything },
      )

const schemaOf = (path: string): Schema => {
  const [, operations] =
    Object.entries(contract.paths).find(([template]) =>
      new RegExp(`^${template.replaceAll(/\{\w+\}/g, '\\d+')}$`).test(path),
    ) ?? []
  const schema = operations?.get?.responses['200']?.content['application/json'].schema
  if (!schema) throw new Error(`The contract has no GET ${path}.`)
  return schema
}

/**
 * A made-up answer to a request; the same for the same seed. A request for a further page gets an
 * empty one, since a list made up anew each time would have no end.
 *
 * @param odd the percentage of values that the contract does not allow; 0 for none
 */
export const madeUpAnswer = (address: string, seed: number, odd: number): unknown => {
  const { pathname, searchParams } = new URL(address)
  if (searchParams.has('cursor')) return { data: [], pagination: { cursor: null } }
  const answers = valueOf(schemaOf(pathname.replace(/^\/api/, '')), odd)
  return fc.sample(answers, { seed, numRuns: 1 })[0]
}
