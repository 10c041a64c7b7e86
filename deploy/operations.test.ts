import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { OPERATIONS } from './operations.ts'

const contractSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

const readContract = () =>
  contractSchema.parse(
    JSON.parse(readFileSync(new URL('../e2e/drata.openapi.json', import.meta.url), 'utf8')),
  )

test('what is forwarded is what the contract names', () => {
  // In the contract version 1 lies at the root of the service, below the app's /api at /v1.
  const named = Object.entries(readContract().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => `${method.toUpperCase()} ${path.startsWith('/v2/') ? path : `/v1${path}`}`,
    ),
  )
  expect(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
    named.toSorted(),
  )
})
