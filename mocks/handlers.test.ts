import { describe, expect, it } from 'vitest'
import { ANSWER_MARK, SIGN_IN } from '../src/domain/contract/gateway-headers.ts'
import { reviewActionsSchema, reviewsSchema } from '../src/domain/contract/review.ts'
import { reviewV1Schema } from '../src/domain/contract/review-v1.ts'
import { reviewSchema } from '../src/domain/contract/review-with-form.ts'
import { vendorsSchema } from '../src/domain/contract/vendor.ts'
import { LANDMARKS } from './seed/landmarks.ts'
import { fileOf, formOf, openTestPage } from './testing.ts'

const { northwind, nearlyFinished, quietHarbor } = LANDMARKS
const REVIEW = `/vendors/${northwind.id}/security-reviews/${nearlyFinished.id}`

describe('queries', () => {
  it('filter with brackets and ignore what has none', async () => {
    const { read } = openTestPage()
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
    const { read } = openTestPage()
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
    const { ask } = openTestPage()
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
    const { ask } = openTestPage()
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
    const { ask } = openTestPage()
    const response = await ask(`/vendors/${quietHarbor.id}/security-reviews`, 'POST', {
      reviewDeadlineAt: '2026-12-24T10:00:00+02:00',
      securityReviewStatus: 'IN_PROGRESS',
      securityReviewType: 'SECURITY',
    })
    expect(response.status).toBe(201)
    expect(reviewSchema.parse(await response.json()).title).toBeNull()
  })
})

describe('forms', () => {
  const VENDOR = `/vendors/${quietHarbor.id}`
  const review = {
    title: 'SOC 2 2026',
    reviewDeadlineAt: '2026-12-24T10:00:00+02:00',
    securityReviewStatus: 'IN_PROGRESS',
    securityReviewType: 'SOC_REPORT',
  }
  /**
   * Every operation that takes a form: a form that it accepts, and the list that shows its files.
   */
  const UPLOADS: [id: string, path: string, form: () => FormData, list: string][] = [
    [
      'createVendorSecurityReviewWithFile',
      `${VENDOR}/security-reviews/with-file`,
      () => formOf(review, 'file', fileOf('a.pdf')),
      `${VENDOR}/documents`,
    ],
    [
      'uploadVendorDocument',
      `${VENDOR}/documents`,
      () => formOf({}, 'file', fileOf('a.pdf')),
      `${VENDOR}/documents`,
    ],
    [
      'sendSecurityQuestionnaire',
      `${VENDOR}/security-questionnaires`,
      () => formOf({}, 'files', fileOf('a.pdf')),
      `${VENDOR}/questionnaires`,
    ],
    [
      'sendSecurityQuestionnaireForSecurityReview',
      `${REVIEW}/security-questionnaires`,
      () => formOf({}, 'files', fileOf('a.pdf')),
      `${REVIEW}/security-questionnaires`,
    ],
  ]

  it.each(UPLOADS)('are taken in, dropped and refused: %s', async (id, path, form, list) => {
    const { ask, read, play } = openTestPage()
    const count = async () => (await read(list)).data.length
    const before = await count()
    for (const status of [413, 503]) {
      play(`error-${status}@${id}*1`)
      expect((await ask(path, 'POST', form())).status).toBe(status)
    }
    play(`drop@${id}`)
    expect((await ask(path, 'POST', form())).type).toBe('error')
    expect(await count()).toBe(before)
    play(`drop-after@${id}`)
    expect((await ask(path, 'POST', form())).type).toBe('error')
    expect(await count()).toBe(before + 1)
    play('')
    expect((await ask(path, 'POST', form())).status).toBe(201)
    expect(await count()).toBe(before + 2)
  })

  it('are listed under other names', async () => {
    const { ask, read, play } = openTestPage()
    play('rename-files')
    const form = formOf({}, 'files', fileOf('Pr\u00FCf bericht (1).pdf'))
    await ask(`${REVIEW}/security-questionnaires`, 'POST', form)
    const { data } = await read(`${REVIEW}/security-questionnaires?sort=createdAt&sortDir=DESC`)
    expect(data).toContainEqual(expect.objectContaining({ title: 'Pr_f_bericht__1_.pdf' }))
  })

  it.each(UPLOADS)('are refused where they are none: %s', async (_, path) => {
    const { ask } = openTestPage()
    for (const body of [undefined, { file: 'a.pdf' }, formOf({}, 'file')])
      expect((await ask(path, 'POST', body)).status).toBe(400)
  })

  it('are passed to onForm once the service has accepted them', async () => {
    const accepted: unknown[] = []
    const { ask } = openTestPage({ onForm: (form) => accepted.push(...form) })
    const file = fileOf('a.pdf')
    await ask(`${VENDOR}/documents`, 'POST', formOf({}, 'file', fileOf('tool.exe')))
    await ask(`${VENDOR}/documents`, 'POST', formOf({ type: 'SOC_DOCUMENT' }, 'file', file))
    expect(accepted).toMatchObject([
      ['type', 'SOC_DOCUMENT'],
      ['file', { name: 'a.pdf' }],
    ])
  })
})

it('creates by version 1 of the API at its own address', async () => {
  const { askAt } = openTestPage()
  const create = (body: object) =>
    askAt(`/api/v1/vendors/${quietHarbor.id}/security-reviews`, 'POST', body)
  const body = {
    title: null,
    reviewDeadlineAt: '2026-12-24T10:00:00+02:00',
    requestedAt: '2026-11-20T08:00:00Z',
    securityReviewStatus: 'IN_PROGRESS',
    securityReviewType: 'SECURITY',
  }
  const response = await create(body)
  expect(response.status).toBe(201)
  expect(reviewV1Schema.parse(await response.json()).vendor?.name).toBe(quietHarbor.name)
  const { requestedAt: _, ...incomplete } = body
  expect((await create(incomplete)).status).toBe(400)
})

describe('scenarios', () => {
  it('fail as they say', async () => {
    const { ask, play } = openTestPage()
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
    play('messages')
    expect(await (await ask('/vendors')).json()).toMatchObject({
      statusCode: 400,
      message: [expect.any(String), expect.any(String)],
      debugInfo: null,
    })
    play('firewall')
    const blocked = await ask('/vendors')
    expect([blocked.status, await blocked.text()]).toEqual([
      403,
      expect.stringMatching(/^<!doctype/),
    ])
    expect(blocked.headers.has(ANSWER_MARK)).toBe(false)
    play('html')
    expect((await ask('/vendors')).headers.get('content-type')).toContain('text/html')
    play('signed-out')
    const ended = await ask('/vendors')
    expect([ended.status, ended.headers.get(ANSWER_MARK), ended.headers.get(SIGN_IN)]).toEqual([
      401,
      'own',
      '/',
    ])
    play('')
    for (const path of ['/vendors', '/nowhere'])
      expect((await ask(path)).headers.get(ANSWER_MARK)).toBe('forwarded')
    play('nonsense')
    expect(vendorsSchema.safeParse(await (await ask('/vendors')).json()).success).toBe(false)
  })

  it('drop the connection before or after the service acts', async () => {
    const { ask, read, play } = openTestPage()
    const title = async () => reviewSchema.parse(await read(REVIEW)).title
    play('drop@updateVendorSecurityReview')
    expect((await ask(REVIEW, 'PUT', { title: 'Lost' })).type).toBe('error')
    expect(await title()).toBe(nearlyFinished.title)
    play('drop-after@updateVendorSecurityReview')
    expect((await ask(REVIEW, 'PUT', { title: 'Kept' })).type).toBe('error')
    expect(await title()).toBe('Kept')
  })

  it('recover after a count', async () => {
    const { ask, play } = openTestPage()
    play('error-503@listVendors*1')
    expect((await ask('/users')).status).toBe(200)
    expect((await ask('/vendors')).status).toBe(503)
    expect((await ask('/vendors')).status).toBe(200)
  })

  it('empty the lists', async () => {
    const { read, play } = openTestPage()
    play('empty')
    for (const path of ['/vendors', '/users', '/vendor-security-reviews', `${REVIEW}/actions`])
      expect((await read(path)).data).toEqual([])
  })

  it('send many, page by page', async () => {
    const { read, play } = openTestPage()
    play('many')
    const page = reviewsSchema.parse(
      await read(`/vendors/${northwind.id}/security-reviews?size=500&includeTotalCount=true`),
    )
    expect([page.data.length, page.totalCount]).toEqual([500, 10_000])
  })

  it('send odd values that the app can still read', async () => {
    const { read, play } = openTestPage()
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
    const { ask, play } = openTestPage()
    play('dialect-2025')
    expect((await ask('/vendor-security-reviews')).status).toBe(404)
    const path = `/vendors/${northwind.id}/security-reviews/${LANDMARKS.overdue.id}/actions`
    expect((await ask(path)).status).toBe(422)
    expect((await ask(`${REVIEW}/actions`)).status).toBe(200)
  })
})
