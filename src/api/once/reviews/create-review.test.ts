import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userSchema } from '../../../domain/contract/user.ts'
import { resetServices } from '../../../lib/services.ts'
import { answer } from '../../../testing/answers.ts'
import { listOf, requestFor, rowOf, serveCreation } from '../../../testing/creations.ts'
import { securityReviews } from '../../security-reviews.ts'
import { allUsers } from '../../users.ts'
import { createReviewMutation } from './create-review.ts'
import type { CreateOptions } from './creations.ts'

const TITLE = 'SOC 2, number 1'
const request = () => requestFor(TITLE)
const row = (id: number, change: Record<string, unknown> = {}) => rowOf(request(), id, change)
const unreadable = () => answer('<html>')

afterEach(() => {
  vi.unstubAllGlobals()
  resetServices()
})

describe('after a creation', () => {
  const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const ada = userSchema.parse({ id: 101, email: 'ada@example.com', firstName: 'Ada' })
  const mutate = (queryClient: QueryClient, options: Partial<CreateOptions> = {}) =>
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
    queryClient.setQueryData(allUsers().queryKey, [ada])
    await mutate(queryClient)
    const { queryKey } = securityReviews.detail(7, 12)
    expect(queryClient.getQueryData(queryKey)).toMatchObject({
      title: TITLE,
      requesterUser: { id: 101, firstName: 'Ada', lastName: null },
    })
    // The answer lacks the reviewer: it is read again once the page stands.
    expect(queryClient.getQueryState(queryKey)?.dataUpdatedAt).toBe(0)
    for (const list of lists) expect(queryClient.getQueryState(list)?.isInvalidated).toBe(true)
  })

  it.each([
    ['a row of a list, which has no form', unreadable, 2],
    ['an answer of version 1', () => answer({ id: 12, type: 'SECURITY' }), 1],
  ] as const)('the page is not made of %s', async (_, post, apiVersion) => {
    serveCreation([listOf(), listOf(row(12))], [post])
    const queryClient = client()
    await expect(mutate(queryClient, { apiVersion })).resolves.toMatchObject({ outcome: 'done' })
    expect(queryClient.getQueryData(securityReviews.detail(7, 12).queryKey)).toBeUndefined()
  })
})
