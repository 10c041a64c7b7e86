import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { OPERATIONS as CONTRACT } from '../src/domain/contract/operations.ts'
import { OPERATIONS } from './forwarded.ts'

const contractSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
})

/** Every operation of the contract, as "id METHOD path". Its version 1 lies at the service's root. */
const readContract = (): string[] => {
  const text = readFileSync(new URL('../e2e/prism/drata.openapi.json', import.meta.url), 'utf8')
  return Object.entries(contractSchema.parse(JSON.parse(text)).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) =>
        `${operationId} ${method.toUpperCase()} ${path.startsWith('/v2/') ? path : `/v1${path}`}`,
    ),
  )
}

/** What the key could do as well, and nobody does from here: it would mail a vendor. */
const NEVER_ASKED = ['sendQuestionnaireToVendor POST /v2/vendors/{vendorId}/questionnaires']

test('the app asks what the contract names, but for what it must not do', () => {
  const asked = Object.entries(CONTRACT).map(([id, { method, path }]) => `${id} ${method} ${path}`)
  expect([...asked, ...NEVER_ASKED].toSorted()).toEqual(readContract().toSorted())
})

test('what is forwarded is what the app asks, and nothing else', () => {
  expect(OPERATIONS).toEqual(Object.values(CONTRACT))
  expect(OPERATIONS.filter(({ path }) => path.endsWith('/questionnaires'))).toEqual([
    expect.objectContaining({ method: 'GET' }),
  ])
})
