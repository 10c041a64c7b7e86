import { getResponse } from 'msw/utils/get-response'
import { describe, expect, it } from 'vitest'
import { reviewActionsSchema, reviewSchema, reviewsSchema } from '../src/domain/review.ts'
import { vendorsSchema } from '../src/domain/vendor.ts'
import { createHandlers } from './handlers.ts'
import { scenarioState } from './scenarios.ts'
import { LANDMARKS } from './seed/landmarks.ts'
import { manyStore } from './seed/many.ts'
import { createSeed } from './seed/seed.ts'
import { memoryStore } from './service/store.ts'
import { TEST_DAY } from './testing.ts'

const { northwind, nearlyFinished, quietHarbor } = LANDMARKS
const options = { today: TEST_DAY, unknownValues: true }
const REVIEW = `/vendors/${northwind.id}/security-reviews/${nearlyFinished.id}`

/** A page that asks its demo. */
const openPage = () => {
  let text = ''
  const store = memoryStore(createSeed(options))
  const handlers = createHandlers({
    store: () => store,
    many: () => manyStore(options),
    scenario: scenarioState(() => text),
    unknownValues: true,
    requireKey: false,
  })
  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const response = await getResponse(
      handlers,
      new Request(`http://localhost/api/v2${path}`, {
        method,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    if (!response) throw new Error(`Nobody answered ${path}`)
    return response
  }
  const read = async (path: string) => (await (await ask(path)).json()) as { data: unknown[] }
  return {
    ask,
    read,
    play: (scenario: string) => {
      text = scenario
    },
  }
}

describe('queries', () => {
  it('filter with brackets and ignore what has none', async () => {
    const { read } = openPage()
    const path = `/vendors/${northwind.id}/security-reviews`
    const all = reviewsSchema.parse(await read(path)).data
    const closed = reviewsSchema.parse(
      await read(`${path}?status[]=COMPLETED&status[]=NOT_REQUIRED&type[]=SOC_REPORT`),
    ).data
    expect(closed.map(({ title }) => title)).toEqual(['SOC 2 2025'])
    const ignored = reviewsSchema.parse(await read(`${path}?status=COMPLETED&type=X&foo=1`)).data
    expect(ignored).toEqual(all)
    expect(
      reviewsSchema.parse(await read(`${path}?expand=user`)).data.some((one) => 'user' in one),
    ).toBe(false)
  })

  it('page through the list across vendors', async () => {
    const { read } = openPage()
    const first = reviewsSchema.parse(
      await read('/vendor-security-reviews?size=100&includeTotalCount=true'),
    )
    expect([first.data.length, first.totalCount]).toEqual([100, 160])
    const second = reviewsSchema.parse(
      await read(
        `/vendor-security-reviews?size=100&cursor=${encodeURIComponent(first.cursor ?? '')}`,
      ),
    )
    expect([second.data.length, second.cursor, second.totalCount]).toEqual([60, null, null])
  })

  it('answer 400 with a sentence for values that may not be', async () => {
    const { ask } = openPage()
    for (const query of ['size=501', 'size=x', 'sort=title', 'status[]=OPEN', 'cursor=x']) {
      const response = await ask(`/vendor-security-reviews?${query}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toEqual({
        name: 'BadRequestException',
        statusCode: 400,
        code: 10_400,
        message: expect.stringContaining(query.slice(0, 4)) as unknown,
      })
    }
    expect((await ask('/vendors/abc')).status).toBe(400)
  })
})

describe('bodies', () => {
  it('are refused where the contract does not know them', async () => {
    const { ask } = openPage()
    const refusal = async (body: unknown) => {
      const response = await ask(REVIEW, 'PUT', body)
      expect(response.status).toBe(400)
      return ((await response.json()) as { message: string }).message
    }
    expect(await refusal({ status: 'COMPLETED' })).toBe('property status should not exist')
    expect(await refusal({ title: 'x'.repeat(192) })).toContain('191')
    expect(await refusal('{')).toContain('JSON')
    expect(
      await refusal({ socForm: { reviewerInformation: { reportIssueDate: '2999-01-01' } } }),
    ).toContain('future')
    expect(await refusal({ socForm: { findings: { findings: [{ text: 'x' }] } } })).toBe(
      'property socForm.findings.findings.0.text should not exist',
    )
  })

  it('create with 201', async () => {
    const { ask } = openPage()
    const response = await ask(`/vendors/${quietHarbor.id}/security-reviews`, 'POST', {
      reviewDeadlineAt: '2026-12-24T10:00:00+02:00',
      securityReviewStatus: 'IN_PROGRESS',
      securityReviewType: 'SECURITY',
    })
    expect(response.status).toBe(201)
    expect(reviewSchema.parse(await response.json()).title).toBeNull()
  })
})

describe('scenarios', () => {
  it('fail as they say', async () => {
    const { ask, play } = openPage()
    for (const status of [400, 401, 402, 403, 404, 412, 413, 422, 429, 500, 502, 503]) {
      play(`error-${status}`)
      const response = await ask('/vendors')
      expect(response.status).toBe(status)
      expect(response.headers.get('retry-after')).toBe(
        status === 429 || status === 503 ? '1' : null,
      )
      expect(await response.json()).toMatchObject({ statusCode: status })
    }
    for (const name of ['offline', 'drop', 'drop-after']) {
      play(name)
      expect((await ask('/vendors')).type).toBe('error')
    }
    play('html')
    expect((await ask('/vendors')).headers.get('content-type')).toContain('text/html')
    play('nonsense')
    expect(vendorsSchema.safeParse(await (await ask('/vendors')).json()).success).toBe(false)
  })

  it('drop the connection before or after the service acts', async () => {
    const { ask, read, play } = openPage()
    const title = async () => reviewSchema.parse(await read(REVIEW)).title
    play('drop@updateVendorSecurityReview')
    expect((await ask(REVIEW, 'PUT', { title: 'Lost' })).type).toBe('error')
    expect(await title()).toBe(nearlyFinished.title)
    play('drop-after@updateVendorSecurityReview')
    expect((await ask(REVIEW, 'PUT', { title: 'Kept' })).type).toBe('error')
    expect(await title()).toBe('Kept')
  })

  it('recover after a count', async () => {
    const { ask, play } = openPage()
    play('error-503@listVendors*1')
    expect((await ask('/users')).status).toBe(200)
    expect((await ask('/vendors')).status).toBe(503)
    expect((await ask('/vendors')).status).toBe(200)
  })

  it('empty the lists', async () => {
    const { read, play } = openPage()
    play('empty')
    for (const path of ['/vendors', '/users', '/vendor-security-reviews', `${REVIEW}/actions`])
      expect((await read(path)).data).toEqual([])
  })

  it('send many, page by page', async () => {
    const { read, play } = openPage()
    play('many')
    const page = reviewsSchema.parse(
      await read(`/vendors/${northwind.id}/security-reviews?size=500&includeTotalCount=true`),
    )
    expect([page.data.length, page.totalCount]).toEqual([500, 10_000])
  })

  it('send odd values that the app can still read', async () => {
    const { read, play } = openPage()
    play('unknown-values')
    const page = reviewsSchema.parse(await read('/vendor-security-reviews?size=500'))
    expect(page.unreadable).toBe(0)
    expect(new Set(page.data.map(({ status }) => status))).toEqual(
      new Set(['3', 'AWAITING_VENDOR']),
    )
    const raw = (await read(REVIEW)) as unknown as Record<string, unknown>
    expect(raw).toHaveProperty('socReview')
    expect(raw).not.toHaveProperty('socReviewForm')
    expect(raw).not.toHaveProperty('note')
    expect(reviewSchema.parse(raw).socReviewForm?.readyToFinalize).toBe(false)
    expect(vendorsSchema.parse(await read('/vendors?size=500')).data).toHaveLength(40)
    reviewActionsSchema.parse(await read(`${REVIEW}/actions`))
  })

  it('speak the dialect of 2025', async () => {
    const { ask, play } = openPage()
    play('dialect-2025')
    expect((await ask('/vendor-security-reviews')).status).toBe(404)
    const path = `/vendors/${northwind.id}/security-reviews/${LANDMARKS.overdue.id}/actions`
    expect((await ask(path)).status).toBe(422)
    expect((await ask(`${REVIEW}/actions`)).status).toBe(200)
  })
})

it('answers 404 in JSON for what it does not know', async () => {
  const response = await openPage().ask('/nothing/here')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ statusCode: 404 })
})
