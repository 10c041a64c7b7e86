import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATIONS } from '../../../src/domain/contract/operations.ts'
import { ask } from '../testing/ask.ts'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import { FROM_APP, type RunningGateway, startGateway } from '../testing/start-gateway.ts'

let service: ServiceStandIn
let gateway: RunningGateway

beforeAll(async () => {
  service = await startService()
  gateway = await startGateway({ DRATA_API_URL: service.url })
})
afterAll(async () => {
  await gateway.app.close()
  await service.close()
})

const CONTRACT = Object.values(OPERATIONS)
const RUNS = 6_000

/** What the service may receive, written out apart from the gateway's own rules. */
const EXPECTED = CONTRACT.map(({ method, path }) => {
  const atService = path
    .replace(/^\/v1(?=\/)/, '')
    .replaceAll(/\{\w+\}/g, String.raw`[1-9]\d{0,14}`)
  return new RegExp(String.raw`^${method} ${atService}(?:\?.*)?$`)
})

const PIECES = [
  ...String.raw`/ . ? # @ : ; \ % & = 0 - + ~ * _ x 7 A // .. /../ /./ %2e %2E%2e %2f %5c`.split(
    ' ',
  ),
  ...'%00 %25 %c0%af ;x=1 /api /v1 /v2 http://elsewhere.test 9999999999999999'.split(' '),
  '\u00E9',
  '\u00AD',
  '\u00A0',
]

interface Mutation {
  at: number
  cut: number
  piece: string
}
const mutation = fc.record<Mutation>({
  /** Where, as a part of the whole. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 3 }),
  piece: fc.constantFrom('', ...PIECES),
})

const mutated = (path: string, mutations: readonly Mutation[]): string =>
  mutations.reduce((text, { at, cut, piece }) => {
    const place = Math.floor(at * text.length)
    return text.slice(0, place) + piece + text.slice(place + cut)
  }, path)

const asked = fc.record({
  operation: fc.constantFrom(...CONTRACT),
  id: fc.constantFrom('7', '1', '123456789012345'),
  mutations: fc.array(mutation, { maxLength: 3 }),
})

test(`of ${RUNS} paths that are nearly right, only those of the contract reach the service`, async () => {
  let reached = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ operation, id, mutations }) => {
      const { method, path } = operation
      const target = mutated(`/api${path.replaceAll(/\{\w+\}/g, id)}`, mutations)
      const isWrite = method !== 'GET'
      const { status } = await ask(gateway.port, target, {
        method,
        headers: FROM_APP,
        body: isWrite ? '{"action":"finalize"}' : '',
      })
      const received = service.takeReceived().map((seen) => `${seen.method} ${seen.target}`)
      reached += received.length
      refused += Number(status >= 400)
      expect(received.length).toBe(status === 200 ? 1 : 0)
      for (const one of received)
        expect(
          EXPECTED.some((pattern) => pattern.test(one)),
          `${target}: ${one}`,
        ).toBe(true)
    }),
    { numRuns: RUNS, seed: 20_261_128 },
  )
  // Each kind is there, so the assertions above mean something.
  expect(Math.min(reached, refused)).toBeGreaterThan(RUNS / 10)
})
