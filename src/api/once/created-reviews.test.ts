import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer } from '../../testing/answers.ts'
import {
  failed,
  listOf,
  lost,
  methodsOf,
  requestFor,
  rowOf,
  serveCreation,
} from '../../testing/creations.ts'
import { type CreateReviewOptions, createReview } from './create-review.ts'

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

describe.each([
  ['a lost connection', lost, { status: 0 }],
  ['an error of the service', failed, { status: 500 }],
  ['a gateway without an answer', () => answer('<h1>Bad gateway</h1>', 502), { status: 502 }],
  ['an unavailable service', () => answer({}, 503), { status: 503 }],
  ['an answer that cannot be read', () => answer('<html>'), { unreadable: true }],
])('a creation that ends with %s', (_, outcome, failure) => {
  it('succeeded when one new review is like it', async () => {
    const older = row(11)
    const others = [row(13, { title: 'Other' }), row(14, { type: 'SECURITY' })]
    const days = [
      row(15, { reviewDeadlineAt: '2026-11-30T09:00:00Z' }),
      row(16, { requestedAt: '2026-11-20T09:00:00Z' }),
    ]
    const requests = serveCreation(
      [listOf(older), listOf(row(12, { title: ` ${title}` }), ...others, ...days, older)],
      [outcome],
    )
    await expect(create()).resolves.toMatchObject({ kind: 'created', review: { id: 12 } })
    expect(methodsOf(requests)).toEqual(['GET', 'POST', 'GET'])
  })

  it('failed when none is, and can be sent again', async () => {
    const older = row(11)
    serveCreation([listOf(older), listOf(older), listOf(older)], [outcome, created])
    await expect(create()).rejects.toMatchObject(failure)
    await expect(create()).resolves.toMatchObject({ kind: 'created', review: { id: 12 } })
  })

  it('leaves one to ask when several are, when the list cannot be read, or could not before', async () => {
    serveCreation([listOf(), listOf(row(12), row(13))], [outcome])
    await expect(create()).resolves.toMatchObject({
      kind: 'unsure',
      candidates: [{ id: 12 }, { id: 13 }],
      error: failure,
    })
    title += ' again'
    serveCreation([listOf(), failed], [outcome])
    await expect(create()).resolves.toMatchObject({
      kind: 'unsure',
      candidates: [],
      error: failure,
    })
    title += ' and again'
    serveCreation([failed, listOf(row(12))], [outcome])
    await expect(create()).resolves.toMatchObject({ kind: 'unsure', candidates: [{ id: 12 }] })
    title += ' and once more'
    serveCreation([failed, listOf()], [outcome])
    await expect(create()).rejects.toMatchObject(failure)
  })
})

describe('the same request again', () => {
  it('finds what arrived after it was looked up, and sends nothing', async () => {
    serveCreation([listOf(), listOf()], [lost])
    await expect(create()).rejects.toMatchObject({ status: 0 })
    const requests = serveCreation([listOf(row(12))], [])
    await expect(create()).resolves.toMatchObject({ kind: 'created', review: { id: 12 } })
    expect(methodsOf(requests)).toEqual(['GET'])
    // What was found is settled: the next one is a new intention.
    serveCreation([listOf(row(12))], [created])
    await expect(create()).resolves.toMatchObject({ kind: 'created' })
  })

  it('asks again while nobody can tell, until it is wanted all the same', async () => {
    serveCreation([listOf(), failed], [lost])
    await expect(create()).resolves.toMatchObject({ kind: 'unsure' })
    serveCreation([failed], [])
    await expect(create()).resolves.toMatchObject({ kind: 'unsure', error: { status: 0 } })
    const requests = serveCreation([listOf(row(12))], [created])
    await expect(create({ createAnyway: true })).resolves.toMatchObject({ kind: 'created' })
    expect(methodsOf(requests)).toEqual(['GET', 'POST'])
  })

  it('is another one with another title, type, deadline or day of request', async () => {
    serveCreation([listOf(), listOf()], [lost])
    await expect(create()).rejects.toMatchObject({ status: 0 })
    for (const change of [{ title: 'Other' }, { requestedAt: '2026-11-20T09:00:00Z' }]) {
      serveCreation([listOf(row(12))], [created])
      await expect(
        createReview(7, { ...request(), ...change }, { apiVersion: 2 }),
      ).resolves.toMatchObject({ kind: 'created' })
    }
  })
})
