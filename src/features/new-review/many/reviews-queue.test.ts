import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { once } from '../../../api/once/of-app.ts'
import type { Run } from '../../../api/once/reviews/kept-runs.ts'
import { vendorSchema } from '../../../domain/contract/vendor.ts'
import { resetServices } from '../../../lib/services.ts'
import { answer } from '../../../testing/answers.ts'
import {
  listOf,
  requestFor as newRequestFor,
  rowOf,
  serveCreation,
} from '../../../testing/creations.ts'
import { jobFor, planDefaults, planReviews, requestFor } from './plan/plan.ts'
import { createReviewsQueue } from './reviews-queue.ts'

const TODAY = '2026-11-22'

afterEach(() => {
  vi.unstubAllGlobals()
  resetServices()
})

describe('the queue of a plan', () => {
  it.each([
    { apiVersion: 1, path: '/api/v1/vendors/7/security-reviews' },
    { apiVersion: 2, path: '/api/v2/vendors/7/security-reviews' },
  ] as const)(
    'creates by version $apiVersion, and reads the lists again once',
    async ({ apiVersion, path }) => {
      const values = planDefaults(TODAY)
      const vendors = [7, 8].map((id) => vendorSchema.parse({ id, name: `Version ${apiVersion}` }))
      const reviews = planReviews(values, vendors, TODAY)
      const created = reviews.map(
        (planned, index) => () => answer(rowOf(requestFor(values, planned), index + 1), 201),
      )
      const requests = serveCreation([listOf(), listOf()], created)
      const queryClient = new QueryClient()
      const invalidate = vi.spyOn(queryClient, 'invalidateQueries')
      const jobs = reviews.map((planned) => jobFor(values, planned))
      const run = once().runs.begin(jobs)
      const queue = createReviewsQueue(queryClient, run, apiVersion)
      queue.resume()
      await vi.waitFor(() => expect(queue.getState().phase.kind).toBe('finished'))
      const [first, second] = requests.filter(({ method }) => method === 'POST')
      expect(first?.url.pathname).toBe(path)
      expect(second?.url.pathname).toBe(path.replace('7', '8'))
      expect(first?.body).toContain(`"title":"Security Version ${apiVersion} 2026"`)
      expect(invalidate.mock.calls.map(([filters]) => filters?.queryKey)).toEqual([
        ['security-reviews', 'list'],
        ['vendors'],
      ])
    },
  )

  it('goes on behind what an earlier page has done, once the run is kept', async () => {
    const vendors = [7, 8].map((id) => vendorSchema.parse({ id, name: 'Northwind' }))
    const values = planDefaults(TODAY)
    const jobs = planReviews(values, vendors, TODAY).map((planned) => jobFor(values, planned))
    const requests = serveCreation(
      [listOf()],
      [() => answer(rowOf(jobs[1]?.request ?? newRequestFor('Other'), 1), 201)],
    )
    const { promise: ready, resolve } = Promise.withResolvers<void>()
    const run: Run = {
      id: 'run',
      jobs,
      done: new Map([[7, 11]]),
      ready,
      giveUpKeeping: async () => undefined,
      end: async () => undefined,
    }
    const queue = createReviewsQueue(new QueryClient(), run, 2)
    queue.resume()
    await Promise.resolve()
    expect(requests).toEqual([])
    resolve()
    await vi.waitFor(() => expect(queue.getState().phase.kind).toBe('finished'))
    expect(queue.getState().items.map(({ state }) => state)).toMatchObject([
      { kind: 'done', review: { id: 11, title: 'Security Northwind 2026' } },
      { kind: 'done', review: { id: 1 } },
    ])
  })
})
