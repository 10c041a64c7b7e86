import { describe, expect, it } from 'vitest'
import type { Operation } from '../../domain/contract/operations.ts'
import { ApiError } from './api-error.ts'
import { explainError } from './explain-error.ts'
import { OPERATIONS, type OperationId } from './operation-at.ts'

const STATUSES = [0, 400, 401, 402, 403, 404, 412, 413, 422, 429, 500, 502, 503, 418] as const
const errorWith = (status: number, message?: string): ApiError =>
  new ApiError('getVendor', { status, ...(message !== undefined && { message }) })

describe('an explanation', () => {
  it('has its own sentence for every status, and for what is no answer at all', () => {
    const explanations = [
      ...STATUSES.map((status) => explainError(errorWith(status, 'The words of the service.'))),
      explainError(new ApiError('getVendor', { status: 200, unreadable: true })),
      explainError(new ApiError('getVendor', { status: 0, isFileChanged: true })),
      explainError(new TypeError('x is undefined')),
    ]
    const sentences = explanations.map(({ sentence }) => sentence)
    expect(new Set(sentences).size).toBe(explanations.length)
    for (const { title, sentence } of explanations) {
      expect(title).not.toBe('')
      expect(sentence).toMatch(/^[A-Z].+[^.]\.$/)
    }
  })

  it.each([400, 404, 409, 418, 500, 504])(
    'never shows the words that the app made up for itself (%i)',
    (status) => {
      expect(explainError(errorWith(status)).sentence).not.toMatch(/getVendor|failed with/)
    },
  )

  it.each([
    ['Bad Request', 'Bad Request. Change it'],
    ['The title is too long.', 'The title is too long. Change it'],
  ])('of a 400 is punctuated, whether the service wrote %j or not', (message, words) => {
    expect(explainError(errorWith(400, message)).sentence).toContain(words)
  })

  it.each(
    (Object.keys(OPERATIONS) as OperationId[]).filter((id) => 'permission' in OPERATIONS[id]),
  )('of a 403 names the permission of %s', (id) => {
    const { permission }: Operation = OPERATIONS[id]
    const { sentence } = explainError(new ApiError(id, { status: 403 }))
    expect(permission).toBeTruthy()
    expect(sentence).toContain(`“${permission}”`)
  })

  it('of a 403 that is a firewall’s names no permission', () => {
    const { title, sentence } = explainError(
      new ApiError('listVendors', { status: 403, isBlocked: true }),
    )
    expect(title).toBe('Blocked by a firewall')
    expect(sentence).not.toContain('permission')
  })

  it('of a 502 says that it may be Drata’s own, and passes (contract, point 19)', () => {
    const { sentence } = explainError(errorWith(502))
    expect(sentence).toContain('a server in front of Drata')
    expect(sentence).toContain('now and then')
  })

  it('of an unreadable answer names the operation, whatever its status', () => {
    const error = new ApiError('listVendors', { status: 200, unreadable: true })
    expect(explainError(error).sentence).toContain('listVendors')
  })

  it.each([
    [429, 0, '1 second,'],
    [429, 1, '1 second,'],
    [429, 42, '42 seconds,'],
    [503, 30, '30 seconds.'],
  ])('of a %i tells to wait %i: "%s"', (status, retryAfter, words) => {
    const error = new ApiError('getVendor', { status, retryAfter })
    expect(explainError(error).sentence).toContain(words)
  })

  it('does not name seconds that the service did not name', () => {
    expect(explainError(errorWith(429)).sentence).toContain('a minute')
    expect(explainError(errorWith(503)).sentence).toContain('a few minutes')
  })

  it('offers to try again only where that may help', () => {
    const isFinal = STATUSES.filter((status) => !explainError(errorWith(status)).canRetry)
    expect(isFinal).toEqual([400, 404, 413, 422, 418])
  })

  it('does not show the inside of an error of our own', () => {
    for (const error of [new TypeError('x is undefined'), 'x is undefined', null, undefined])
      expect(explainError(error).sentence).not.toContain('x is undefined')
  })
})
