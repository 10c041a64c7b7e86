import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { OPERATIONS as CONTRACT } from '../../../src/domain/contract/operations.ts'
import { FORWARDED, knownRequest } from './forwarded.ts'

const contractSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
})

/** Every operation of the contract, as "id METHOD path". Version 1 is at the service's root. */
const readContract = (): string[] => {
  const text = readFileSync(
    new URL('../../../e2e/prism/drata.openapi.json', import.meta.url),
    'utf8',
  )
  return Object.entries(contractSchema.parse(JSON.parse(text)).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) =>
        `${operationId} ${method.toUpperCase()} ${path.startsWith('/v2/') ? path : `/v1${path}`}`,
    ),
  )
}

/** Operations that the key allows and the app never uses: this one would mail a vendor. */
const NEVER_ASKED = ['sendQuestionnaireToVendor POST /v2/vendors/{vendorId}/questionnaires']

test('the app asks for all that the contract names, but for what it must not do', () => {
  const asked = Object.entries(CONTRACT).map(([id, { method, path }]) => `${id} ${method} ${path}`)
  expect([...asked, ...NEVER_ASKED].toSorted()).toEqual(readContract().toSorted())
})

test('what the app asks for is forwarded, and nothing else', () => {
  expect(FORWARDED).toEqual(Object.values(CONTRACT))
  expect(FORWARDED.filter(({ path }) => path.endsWith('/questionnaires'))).toEqual([
    expect.objectContaining({ method: 'GET' }),
  ])
})

test('a request is known by its operation and its ids', () => {
  expect(knownRequest('POST', '/api/v2/vendors/7/security-reviews/3/actions')).toEqual({
    operation: 'performSecurityReviewAction',
    method: 'POST',
    vendorId: 7,
    reviewId: 3,
  })
  expect(knownRequest('POST', '/api/v1/vendors/7/security-reviews')).toMatchObject({
    operation: 'createVendorSecurityReviewV1',
    reviewId: null,
  })
  expect(knownRequest('GET', '/api/v2/vendors/07')).toBeUndefined()
})
