import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewCreateRequestV1 } from '../../domain/requests.ts'
import { userSchema } from '../../domain/user.ts'
import { answer, serve } from '../../testing/answers.ts'
import {
  listOf,
  lost,
  methodsOf,
  requestFor,
  requestOf,
  rowOf,
  serveCreation,
} from '../../testing/creations.ts'
import { securityReviews } from '../security-reviews.ts'
import { type FormCarrier, setFormCarrier } from '../send-form.ts'
import { users } from '../users.ts'
import { type CreateReviewOptions, createReview, createReviewMutation } from './create-review.ts'

let title = ''
let count = 0
const request = () => requestFor(title)
const row = (id: number, change: Record<string, unknown> = {}) => rowOf(request(), id, change)
const created = () => answer(row(12, { socReviewForm: {} }), 201)
const create = (options: Partial<CreateReviewOptions> = {}) =>
  createReview(7, request(), { apiVersion: 2, ...options })

beforeEach(() => {
  title = `SOC 2, number ${++count}`
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('creating a review', () => {
  it('sends it as it was asked for, once, after a look at what is there', async () => {
    const requests = serveCreation([listOf()], [created])
    await expect(create()).resolves.toMatchObject({ kind: 'created', review: { id: 12 } })
    expect(methodsOf(requests)).toEqual(['GET', 'POST'])
    expect(requests[0]?.url.search).toBe('?size=50&sort=createdAt&sortDir=DESC')
    expect(requests[1]?.url.pathname).toBe('/api/v2/vendors/7/security-reviews')
    expect(requestOf(requests[1])).toEqual(request())
  })

  it.each([400, 401, 402, 403, 404, 412, 413, 422])(
    'fails with a refusal (%i), which is not looked up',
    async (status) => {
      const requests = serveCreation([listOf()], [() => answer({}, status)])
      await expect(create()).rejects.toMatchObject({ status })
      expect(methodsOf(requests)).toEqual(['GET', 'POST'])
    },
  )

  it('sends nothing where there is no connection to begin with', async () => {
    const requests = serveCreation([lost], [])
    await expect(create()).rejects.toMatchObject({ status: 0 })
    expect(methodsOf(requests)).toEqual(['GET'])
  })

  it('goes on where the list cannot be read', async () => {
    serveCreation([() => answer({}, 403)], [created])
    await expect(create()).resolves.toMatchObject({ kind: 'created' })
  })

  it('sends nothing once it was aborted', async () => {
    const aborted = new AbortController()
    const requests = serve(() => {
      aborted.abort(new Error('Never mind'))
      return listOf()()
    })
    await expect(create({ signal: aborted.signal })).rejects.toThrow('Never mind')
    expect(methodsOf(requests)).toEqual(['GET'])
  })
})

describe('creating a review with its report', () => {
  const file = new File(['%PDF-1.4'], 'Bericht 2026.pdf', { type: 'application/pdf' })
  const withFile = { file: { file, documentType: 'SOC_DOCUMENT' } } as const

  const carry = (carrier: FormCarrier): { address: string; form: FormData }[] => {
    const carried: { address: string; form: FormData }[] = []
    setFormCarrier((address, form, options) => {
      carried.push({ address, form })
      return carrier(address, form, options)
    })
    return carried
  }
  const accepted = { status: 201, retryAfter: null, text: JSON.stringify({ id: 12 }) }

  it('sends both in one form', async () => {
    serveCreation([listOf()], [])
    const [onProgress, progress] = [vi.fn(), { sent: 4, total: 8 }]
    const carried = carry(async (_, __, options) => {
      options.onProgress?.(progress)
      return accepted
    })
    await expect(create({ ...withFile, onProgress })).resolves.toMatchObject({ kind: 'created' })
    expect(carried).toHaveLength(1)
    expect(carried[0]?.address).toBe('/api/v2/vendors/7/security-reviews/with-file')
    expect(Object.fromEntries(carried[0]?.form ?? [])).toEqual({
      ...request(),
      documentType: 'SOC_DOCUMENT',
      file,
    })
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(progress)
  })

  it('is looked up like any other', async () => {
    serveCreation([listOf(), listOf(row(12))], [])
    carry(async () => null)
    await expect(create(withFile)).resolves.toMatchObject({ kind: 'created', review: { id: 12 } })
  })

  /** Aborts after so many of 8 bytes; ends as the connection does, or with the answer. */
  const abortAfter = async (sent: number): Promise<unknown> => {
    const { signal, abort } = abortable()
    carry(
      (_, __, options) =>
        new Promise((resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error))
          options.onProgress?.({ sent, total: 8 })
          abort()
          resolve(accepted)
        }),
    )
    return create({ ...withFile, signal })
  }
  const abortable = () => {
    const controller = new AbortController()
    return { signal: controller.signal, abort: () => controller.abort(new Error('Canceled')) }
  }

  it('can be aborted until all of it was sent, and is looked for when it is sent again', async () => {
    serveCreation([listOf()], [])
    await expect(abortAfter(7)).rejects.toThrow('Canceled')
    const carried = carry(async () => accepted)
    serveCreation([listOf(row(12))], [])
    await expect(create(withFile)).resolves.toMatchObject({ kind: 'created', review: { id: 12 } })
    expect(carried).toEqual([])
  })

  it('waits for the answer once all of it was sent', async () => {
    serveCreation([listOf()], [])
    await expect(abortAfter(8)).resolves.toMatchObject({ kind: 'created' })
  })

  it('is not what version 1 can do', async () => {
    const requests = serve(listOf())
    await expect(create({ ...withFile, apiVersion: 1 })).rejects.toThrow('takes no file')
    expect(methodsOf(requests)).toEqual(['GET'])
  })
})

describe('creating a review by version 1', () => {
  const answerV1 = {
    id: 12,
    type: 'SOC_REPORT',
    requesterUser: { id: 101, email: 'ada@example.com' },
    vendor: { id: 7, name: 'Northwind', category: 'FINANCE', risk: 'HIGH' },
  }

  it('always sends title and day of request, and neither note nor null', async () => {
    for (const change of [
      { note: 'Why', requesterUserId: null },
      { title: undefined, requestedAt: undefined, requesterUserId: 101 },
    ]) {
      const requests = serveCreation([listOf()], [() => answer(answerV1, 201)])
      const asked = { ...request(), ...change }
      await createReview(7, asked, { apiVersion: 1 })
      expect(requests[1]?.url.pathname).toBe('/api/v1/vendors/7/security-reviews')
      expect(reviewCreateRequestV1.safeParse(requestOf(requests[1])).error).toBeUndefined()
      expect(requestOf(requests[1])).toMatchObject({ title: asked.title ?? null })
    }
  })

  it('answers with the vendor and the people', async () => {
    serveCreation([listOf()], [() => answer(answerV1, 201)])
    await expect(create({ apiVersion: 1 })).resolves.toMatchObject({
      kind: 'created',
      review: { id: 12, title, requesterUser: { id: 101 } },
      answerV1: { vendor: { name: 'Northwind', risk: 'HIGH' } },
    })
  })
})

describe('after a creation', () => {
  const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const ada = userSchema.parse({ id: 101, email: 'ada@example.com', firstName: 'Ada' })
  const mutate = (queryClient: QueryClient, options: Partial<CreateReviewOptions> = {}) =>
    new MutationObserver(queryClient, createReviewMutation(queryClient, 7)).mutate({
      request: request(),
      apiVersion: 2,
      ...options,
    })

  it('the page of the review has its answer, and the lists are asked anew', async () => {
    const whole = row(12, { socReviewForm: {}, requesterUserId: 101 })
    serveCreation([listOf()], [() => answer(whole, 201)])
    const queryClient = client()
    const lists = [securityReviews.list(7, {}).queryKey, ['vendors', 'list']]
    for (const queryKey of lists) queryClient.setQueryData<unknown>(queryKey, {})
    const people = { data: [ada], cursor: null, totalCount: null, unreadable: 0 }
    queryClient.setQueryData(users.list().queryKey, { pages: [people], pageParams: [null] })
    await mutate(queryClient)
    const { queryKey } = securityReviews.detail(7, 12)
    expect(queryClient.getQueryData(queryKey)).toMatchObject({
      title,
      requesterUser: { id: 101, firstName: 'Ada', lastName: null },
    })
    // The answer lacks the reviewer: it is read again once the page stands.
    expect(queryClient.getQueryState(queryKey)?.dataUpdatedAt).toBe(0)
    for (const list of lists) expect(queryClient.getQueryState(list)?.isInvalidated).toBe(true)
  })

  it.each([
    ['a row of a list, which has no form', lost, 2],
    ['an answer of version 1', () => answer({ id: 12, type: 'SECURITY' }), 1],
  ] as const)('the page is not made of %s', async (_, post, apiVersion) => {
    serveCreation([listOf(), listOf(row(12))], [post])
    const queryClient = client()
    await expect(mutate(queryClient, { apiVersion })).resolves.toMatchObject({ kind: 'created' })
    expect(queryClient.getQueryData(securityReviews.detail(7, 12).queryKey)).toBeUndefined()
  })
})
