import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, serve } from '../testing/answers.ts'
import { type ReviewFilters, securityReviews } from './security-reviews.ts'
import { socReviews } from './soc-reviews.ts'

const row = (id: number, vendorId = 7) => ({ id, vendorId, type: 'SOC_REPORT' })
const page = (rows: object[], cursor: string | null = null) => ({
  data: rows,
  pagination: { cursor },
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A client that has read a list, and what it is asked for from then on. */
const after = async (list: 'vendor' | 'all', filters: ReviewFilters, listed: object) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  serve(() => answer(listed))
  await (list === 'vendor'
    ? client.infiniteQuery(securityReviews.list(7, filters))
    : client.infiniteQuery(securityReviews.acrossVendors(filters)))
  const requests = serve(() => answer(page([row(99)])))
  const ids = async () => (await client.query(socReviews(7))).map(({ id }) => id)
  return { client, requests, ids }
}

describe('the SOC reviews of a vendor', () => {
  it('are those of a list of the vendor that was read to its end', async () => {
    const { requests, ids } = await after(
      'vendor',
      { sort: 'updatedAt' },
      page([row(1), row(2), { ...row(3), type: 'SECURITY' }]),
    )
    await expect(ids()).resolves.toEqual([1, 2])
    expect(requests).toEqual([])
  })

  it("are the vendor's among those of all vendors", async () => {
    const { requests, ids } = await after('all', {}, page([row(1), row(2, 8)]))
    await expect(ids()).resolves.toEqual([1])
    expect(requests).toEqual([])
  })

  it('are asked for where a list has more pages', async () => {
    const { requests, ids } = await after('vendor', {}, page([row(1)], 'more'))
    await expect(ids()).resolves.toEqual([99])
    const [{ url }] = requests as [(typeof requests)[number]]
    expect(url.pathname).toMatch(/\/vendors\/7\/security-reviews$/)
    expect(url.searchParams.has('status[]')).toBe(false)
    expect(url.searchParams.getAll('type[]')).toEqual(['SOC_REPORT'])
  })

  it('are asked for where a list leaves some out', async () => {
    const { ids } = await after('vendor', { status: ['IN_PROGRESS'] }, page([row(1)]))
    await expect(ids()).resolves.toEqual([99])
  })

  it('are asked for where a write has changed the lists since', async () => {
    const { client, ids } = await after('vendor', {}, page([row(1)]))
    await client.invalidateQueries({ queryKey: securityReviews.lists })
    await expect(ids()).resolves.toEqual([99])
  })
})
