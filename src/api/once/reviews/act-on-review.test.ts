import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ReviewActionRequest } from '../../../domain/contract/requests.ts'
import { answer, type Sent, serve } from '../../../testing/answers.ts'
import { securityReviews } from '../../security-reviews.ts'
import { ApiError } from '../../transport/api-error.ts'
import { LOOKS_MS } from '../arrival.ts'
import { isDecisionUnknownToService, reviewActionMutation } from './act-on-review.ts'

vi.mock('../arrival.ts', async (original) => ({
  ...(await original<object>()),
  LOOKS_MS: [1, 2, 4],
}))

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
const act = (request: ReviewActionRequest, queryClient = client()) =>
  new MutationObserver(queryClient, reviewActionMutation(queryClient, 7, 12)).mutate(request)

/** A service with these answers to the action and to reading the review. */
const serveAction = (action: () => Response | Error, review: () => Response | Error): Sent[] =>
  serve(({ method }) => {
    const response = method === 'POST' ? action() : review()
    if (response instanceof Error) throw response
    return response
  })
const reviewThat = (fields: Record<string, unknown>) => () => answer({ id: 12, ...fields })
const methodsOf = (requests: readonly Sent[]): string[] => requests.map(({ method }) => method)

const FINALIZE = { action: 'finalize', decision: 'REJECTED' } as const
const REOPEN = { action: 'reopen' } as const
const RESET = { action: 'reopen', resetDecision: true } as const

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an action', () => {
  it('is sent as it was asked for', async () => {
    const requests = serveAction(
      () => answer({ success: true, newStatus: 'COMPLETED', message: 'Done' }, 201),
      () => answer({}, 500),
    )
    const request = { ...FINALIZE, note: 'No encryption at rest' }
    await expect(act(request)).resolves.toMatchObject({ success: true, newStatus: 'COMPLETED' })
    expect(requests).toHaveLength(1)
    expect(requests[0]?.url.pathname).toBe('/api/v2/vendors/7/security-reviews/12/actions')
    expect(requests[0]?.body).toBe(JSON.stringify(request))
  })

  it('that the service says it did not do has failed, and is not looked up', async () => {
    const requests = serveAction(
      () => answer({ success: false, message: 'Form is incomplete' }),
      reviewThat({ status: 'COMPLETED', decision: 'REJECTED' }),
    )
    await expect(act(FINALIZE)).rejects.toMatchObject({
      status: 422,
      message: 'Form is incomplete',
    })
    expect(methodsOf(requests)).toEqual(['POST'])
  })

  it.each([400, 401, 403, 404, 422])('refused with %i is not looked up', async (status) => {
    const requests = serveAction(
      () => answer({ statusCode: status }, status),
      reviewThat({ status: 'COMPLETED', decision: 'REJECTED' }),
    )
    await expect(act(FINALIZE)).rejects.toMatchObject({ status })
    expect(methodsOf(requests)).toEqual(['POST'])
  })
})

/** Whether the service has finished with the request, or it may still be on its way. */
const [OVER, ON_ITS_WAY] = [[0], LOOKS_MS] as const

describe.each([
  ['no connection', () => new TypeError('Failed to fetch'), { status: 0 }, ON_ITS_WAY],
  ['an error of the service', () => answer({ message: 'Oops' }, 500), { status: 500 }, OVER],
  ['a gateway without answer', () => answer('<h1>No</h1>', 502), { status: 502 }, ON_ITS_WAY],
  ['an unavailable service', () => answer({}, 503), { status: 503 }, OVER],
  ['an answer that cannot be read', () => answer('<html>'), { unreadable: true }, OVER],
])('an action that ends with %s', (_, outcome, failure, looks) => {
  it.each([
    [FINALIZE, { status: 'COMPLETED', decision: 'REJECTED' }],
    [{ action: 'finalize' } as const, { status: 'COMPLETED', decision: 'APPROVED' }],
    [REOPEN, { status: 'IN_PROGRESS', decision: 'APPROVED' }],
    [RESET, { status: 'IN_PROGRESS', decision: 'PENDING' }],
  ])('succeeded when the review stands where it should: %j, %j', async (request, review) => {
    const requests = serveAction(outcome, reviewThat(review))
    await expect(act(request)).resolves.toMatchObject({ success: true, newStatus: review.status })
    expect(methodsOf(requests)).toEqual(['POST', 'GET'])
  })

  it.each([
    [FINALIZE, { status: 'IN_PROGRESS', decision: 'PENDING' }],
    [FINALIZE, { status: 'COMPLETED', decision: 'APPROVED' }],
    [FINALIZE, { status: 'COMPLETED', decision: null }],
    [REOPEN, { status: 'COMPLETED', decision: 'APPROVED' }],
    [RESET, { status: 'IN_PROGRESS', decision: 'APPROVED' }],
  ])('failed when the review does not: %j, %j', async (request, review) => {
    const requests = serveAction(outcome, reviewThat(review))
    await expect(act(request)).rejects.toMatchObject(failure)
    expect(methodsOf(requests)).toEqual(['POST', ...looks.map(() => 'GET')])
  })

  it.each([
    ['cannot be reached', () => new TypeError('Failed to fetch')],
    ['is not found', () => answer({}, 404)],
    ['cannot be read', () => answer('<html>')],
  ])('failed with its own error when the review %s', async (__, review) => {
    serveAction(outcome, review)
    await expect(act(FINALIZE)).rejects.toMatchObject({
      operation: 'performSecurityReviewAction',
      ...failure,
    })
  })
})

it.each([
  ['no connection', () => new TypeError('Failed to fetch')],
  ['a gateway without an answer', () => answer('<h1>Bad gateway</h1>', 502)],
])('an action that ends with %s and arrives late has succeeded', async (_, outcome) => {
  let reads = 0
  serveAction(outcome, () => {
    reads += 1
    return answer({ id: 12, status: reads < LOOKS_MS.length ? 'IN_PROGRESS' : 'COMPLETED' })
  })
  await expect(act({ action: 'finalize' })).resolves.toMatchObject({ success: true })
  expect(reads).toBe(LOOKS_MS.length)
})

describe('after an action', () => {
  const done = () => answer({ success: true, message: '' })
  const refused = () => answer({ message: 'Not now' }, 422)

  it.each([
    ['succeeded', done],
    ['failed', refused],
  ])(
    'that %s, the review, its actions, the lists and the vendors are asked anew',
    async (_, outcome) => {
      serveAction(outcome, reviewThat({ status: 'COMPLETED' }))
      const queryClient = client()
      const keys = [
        securityReviews.detail(7, 12).queryKey,
        securityReviews.actions(7, 12).queryKey,
        securityReviews.list(7, {}).queryKey,
        securityReviews.acrossVendors({}).queryKey,
        ['vendors', 'list'],
      ]
      const others = [securityReviews.detail(7, 13).queryKey, ['config']]
      for (const queryKey of [...keys, ...others]) queryClient.setQueryData<unknown>(queryKey, {})
      await act(FINALIZE, queryClient).catch(() => undefined)
      const isStale = (queryKey: readonly unknown[]) =>
        queryClient.getQueryState(queryKey)?.isInvalidated
      expect(keys.map(isStale)).toEqual(keys.map(() => true))
      expect(others.map(isStale)).toEqual(others.map(() => false))
    },
  )
})

describe('after an action that succeeded, a service that cannot be read', () => {
  it.each([
    [FINALIZE, 'COMPLETED', { status: 'COMPLETED', decision: 'REJECTED', note: 'Before' }],
    [
      { ...FINALIZE, note: 'Now' },
      'COMPLETED',
      { status: 'COMPLETED', decision: 'REJECTED', note: 'Now' },
    ],
    [REOPEN, 'IN_PROGRESS', { status: 'IN_PROGRESS', decision: 'PENDING', note: 'Before' }],
    [RESET, 'IN_PROGRESS', { status: 'IN_PROGRESS', decision: 'PENDING', note: 'Before' }],
  ])('leaves what is known: %j', async (request, newStatus, known) => {
    serveAction(
      () => answer({ success: true, newStatus, message: '' }),
      () => answer({}, 500),
    )
    const queryClient = client()
    const { queryKey } = securityReviews.detail(7, 12)
    const { queryKey: actionsKey } = securityReviews.actions(7, 12)
    queryClient.setQueryData<unknown>(queryKey, { id: 12, decision: 'PENDING', note: 'Before' })
    queryClient.setQueryData(actionsKey, ['finalize', 'reopen'])
    await act(request, queryClient)
    expect(queryClient.getQueryData(queryKey)).toMatchObject(known)
    expect(queryClient.getQueryData(actionsKey)).toBeUndefined()
  })
})

describe('a service that knows neither decision nor note', () => {
  const failed = (status: number, message: string): unknown =>
    new ApiError('performSecurityReviewAction', { status, message })

  it.each([
    'property decision should not exist',
    'property note should not exist',
    'property decision should not exist property note should not exist',
    '"decision" is not allowed',
    '"decision" is not allowed. "note" is not allowed',
    'Unrecognized key: "decision"',
    'Unrecognised keys: decision, note',
    'Unknown property decision',
    'Unexpected field "note"',
    'must NOT have additional properties: decision',
  ])('says so: %s', (message) => {
    expect(isDecisionUnknownToService(failed(400, message))).toBe(true)
  })

  it.each([
    'decision must be one of the following values: APPROVED, APPROVED_WITH_CONDITIONS, REJECTED',
    'decision is an unknown value',
    'decision has an unexpected value',
    'An unexpected error happened while the decision was saved',
    'The decision REJECTED is not allowed for this review',
    'decision is not allowed in the present state of the review',
    'note is not allowed to have more than 1000 characters',
    'note must be shorter than or equal to 1000 characters',
    'A note is not allowed to have more than 1000 characters',
    'property denoted should not exist',
    'property expand should not exist',
    '',
  ])('is not one that says: %s', (message) => {
    expect(isDecisionUnknownToService(failed(400, message))).toBe(false)
  })

  it.each([0, 403, 404, 422, 500])('does not answer %i', (status) => {
    const message = 'property decision should not exist'
    expect(isDecisionUnknownToService(failed(status, message))).toBe(false)
  })

  it('is not told by an error of our own', () => {
    expect(isDecisionUnknownToService(new Error('property decision should not exist'))).toBe(false)
    expect(isDecisionUnknownToService(null)).toBe(false)
  })
})
