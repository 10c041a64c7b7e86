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

  it.each([
    [403, 'getVendor', ['refused this (status 403)', 'Try again']],
    [
      403,
      'updateVendorSecurityReview',
      ['such as the word “<script>”', 'change that and try again'],
    ],
    [406, 'createVendorSecurityReview', ['such as the word “<script>”', 'status 406']],
    [403, 'uploadVendorDocument', ['or a kind of file', 'change that and try again']],
    [400, 'createVendorSecurityReviewWithFile', ['or a kind of file', 'change that and try again']],
    [413, 'uploadVendorDocument', ['as too large', 'Make it smaller']],
    [413, 'updateVendorSecurityReview', ['as too large', 'Make it smaller']],
    [502, 'getVendor', ['a server on the way to Drata', 'try again']],
    [408, 'getVendor', ['a server on the way to Drata']],
    [429, 'getVendor', ['A proxy on the way to Drata is limiting requests']],
    [200, 'getVendor', ['sign-in page of your network', 'in a new tab', 'try again here']],
    [302, 'updateVendorSecurityReview', ['sign-in page of your network']],
    [401, 'getVendor', ['sign-in page of your network']],
    [407, 'getVendor', ['sign-in page of your network']],
    [511, 'getVendor', ['sign-in page of your network']],
  ] as const)(
    'of a proxy’s %i to %s says what it may be, and blames nobody else',
    (status, id, words) => {
      const error = new ApiError(id, { status, speaker: 'proxy', message: 'Own words' })
      const { sentence, canRetry } = explainError(error)
      for (const word of words) expect(sentence).toContain(word)
      expect(sentence).not.toMatch(/permission|API key|session|Own words|no such record/)
      expect(canRetry).toBe(true)
    },
  )

  it.each([
    [404, 'The gateway does not forward this path.'],
    [413, 'The gateway takes 200 MB at a time.'],
    [503, 'The gateway could not find out.'],
  ])('of the gateway’s own %i is in its words', (status, message) => {
    const { title, sentence } = explainError(
      new ApiError('getVendor', { status, speaker: 'gateway', message }),
    )
    expect(title).toBe('Refused by the gateway')
    expect(sentence).toBe(`${message} Try again, or ask the administrator who runs Countersign.`)
  })

  it('of the gateway’s 403 sends to the administrator, since trying again helps nobody', () => {
    const message = 'You are signed in, but you may not use this app.'
    const { sentence } = explainError(
      new ApiError('getVendor', { status: 403, speaker: 'gateway', message }),
    )
    expect(sentence).toBe(`${message} Ask the administrator who runs Countersign.`)
  })

  it('of the gateway’s 429 names the gateway, and how long to wait', () => {
    const { title, sentence } = explainError(
      new ApiError('getVendor', {
        status: 429,
        speaker: 'gateway',
        message: 'You ask for too much at a time. Try again soon.',
        retryAfter: 12,
      }),
    )
    expect(title).toBe('Too many requests')
    expect(sentence).toBe(
      'The gateway is limiting requests at the moment. Wait 12 seconds, then try again.',
    )
  })

  it('names the request that failed, if the gateway did', () => {
    expect(explainError(new ApiError('getVendor', { status: 500, requestId: 'a' })).requestId).toBe(
      'a',
    )
    for (const error of [errorWith(500), new TypeError('x'), null])
      expect(explainError(error).requestId).toBeNull()
  })

  it('of a 502 says that it may be Drata’s own, and passes (contract, point 19)', () => {
    const { sentence } = explainError(errorWith(502))
    expect(sentence).toContain('a server on the way to Drata')
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
