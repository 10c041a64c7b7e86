import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, serve } from '../testing/answers.ts'
import { securityReviews } from './security-reviews.ts'

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the actions of a review', () => {
  const list = () => client().query(securityReviews.actions(7, 12))

  it('are those that the service lists, known or not', async () => {
    serve(() => answer({ data: [{ action: 'finalize' }, { action: 'archive' }] }))
    await expect(list()).resolves.toEqual(['finalize', 'archive'])
  })

  it('are none where a deployment of 2025 answers 422', async () => {
    serve(() => answer({ message: 'Only SOC reports have actions' }, 422))
    await expect(list()).resolves.toEqual([])
  })

  it.each([400, 403, 404, 500])('cannot be told after %i', async (status) => {
    serve(() => answer({}, status))
    await expect(list()).rejects.toMatchObject({ status, operation: 'listSecurityReviewActions' })
  })
})
