import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, type Sent } from '../../../testing/answers.ts'
import { failed, listOf, lost, methodsOf, serveCreation } from '../../../testing/creations.ts'
import { creatingPage, request, row, TITLE } from '../../../testing/once/creating.ts'
import { ARRIVAL_MS } from '../arrival.ts'

const older = row(11)
const created = () => answer(row(12, { socReviewForm: {} }), 201)
/** A list that never changes. */
const staying = (...rows: unknown[]) => Array.from({ length: 4 }, () => listOf(...rows))
const unreadable = Array.from({ length: 4 }, () => failed)
const postsOf = (requests: readonly Sent[]) =>
  methodsOf(requests).filter((method) => method === 'POST')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe.each([
  ['a lost connection', lost, { status: 0 }],
  ['an error of the service', failed, { status: 500 }],
  ['a gateway without an answer', () => answer('<h1>Bad gateway</h1>', 502), { status: 502 }],
  ['an unavailable service', () => answer({}, 503), { status: 503 }],
  ['an answer that cannot be read', () => answer('<html>'), { unreadable: true }],
])('a creation that ends with %s', (_, outcome, error) => {
  it('is done when one new review is like it', async () => {
    const others = [row(13, { title: 'Other' }), row(14, { type: 'SECURITY' })]
    const days = [
      row(15, { reviewDeadlineAt: '2026-11-30T09:00:00Z' }),
      row(16, { requestedAt: '2026-11-20T09:00:00Z' }),
    ]
    const requests = serveCreation(
      [listOf(older), listOf(row(12, { title: ` ${TITLE}` }), ...others, ...days, older)],
      [outcome],
    )
    await expect(creatingPage().create()).resolves.toMatchObject({
      outcome: 'done',
      review: { id: 12 },
    })
    expect(methodsOf(requests)).toEqual(['GET', 'POST', 'GET'])
  })

  it('is absent when nothing is new, and can be sent again', async () => {
    serveCreation(staying(older), [outcome])
    const { create } = creatingPage()
    await expect(create()).resolves.toMatchObject({ outcome: 'absent', error })
    serveCreation([listOf(older)], [created])
    await expect(create()).resolves.toMatchObject({ outcome: 'done', review: { id: 12 } })
  })

  it.each([
    ['title', { title: 'Renamed by Drata' }],
    ['deadline', { reviewDeadlineAt: '2026-12-31T00:00:00Z' }],
    ['type', { type: 'UPLOAD_REPORT' }],
    ['day of request', { requestedAt: '2026-11-22T12:00:00Z' }],
  ])('is unsure when what is new has another %s', async (_, change) => {
    const other = row(12, change)
    serveCreation([listOf(older), ...staying(other, older)], [outcome])
    const { create } = creatingPage()
    await expect(create()).resolves.toMatchObject({
      outcome: 'unsure',
      candidates: [{ id: 12 }],
      error,
    })
    const requests = serveCreation(staying(other, older), [])
    await expect(create()).resolves.toMatchObject({ outcome: 'unsure', candidates: [{ id: 12 }] })
    expect(postsOf(requests)).toEqual([])
  })

  it('is unsure when several are like it, or a row cannot be read', async () => {
    serveCreation([listOf(), ...staying(row(12), row(13))], [outcome])
    await expect(creatingPage().create()).resolves.toMatchObject({
      outcome: 'unsure',
      candidates: [{ id: 12 }, { id: 13 }],
      error,
    })
    serveCreation([listOf(), ...staying({ title: 'A row without an id' })], [outcome])
    const unsure = { outcome: 'unsure', candidates: [] }
    await expect(creatingPage().create()).resolves.toMatchObject(unsure)
  })

  it('is unsure when the list cannot be read, or could not before', async () => {
    serveCreation([listOf(), ...unreadable], [outcome])
    await expect(creatingPage().create()).resolves.toMatchObject({
      outcome: 'unsure',
      candidates: [],
      error,
    })
    serveCreation([failed, ...staying(row(12))], [outcome])
    await expect(creatingPage().create()).resolves.toMatchObject({
      outcome: 'unsure',
      candidates: [{ id: 12 }],
    })
    serveCreation([failed, ...staying()], [outcome])
    await expect(creatingPage().create()).resolves.toMatchObject({ outcome: 'absent' })
  })
})

describe('a lost connection', () => {
  it('is looked after until the request can no longer arrive', async () => {
    let rows: unknown[] = []
    const requests = serveCreation(
      Array.from({ length: 4 }, () => () => listOf(...rows)()),
      [lost],
    )
    setTimeout(() => {
      rows = [row(12)]
    }, ARRIVAL_MS - 1)
    await expect(creatingPage().create()).resolves.toMatchObject({
      outcome: 'done',
      review: { id: 12 },
    })
    expect(methodsOf(requests)).toEqual(['GET', 'POST', 'GET', 'GET', 'GET'])
  })
})

describe('the same request again', () => {
  it('finds what arrived after it was looked up, and sends nothing', async () => {
    serveCreation(staying(), [lost])
    const { create } = creatingPage()
    await expect(create()).resolves.toMatchObject({ outcome: 'absent' })
    const requests = serveCreation([listOf(row(12))], [])
    await expect(create()).resolves.toMatchObject({ outcome: 'done', review: { id: 12 } })
    expect(methodsOf(requests)).toEqual(['GET'])
    // The found review settles the earlier creation, so the next one is a new intention.
    serveCreation([listOf(row(12))], [created])
    await expect(create()).resolves.toMatchObject({ outcome: 'done' })
  })

  it('asks again while nobody can tell, until it is wanted all the same', async () => {
    serveCreation([listOf(), ...unreadable], [lost])
    const { create, store } = creatingPage()
    await expect(create()).resolves.toMatchObject({ outcome: 'unsure' })
    for (const none of [failed, lost]) {
      serveCreation([none], [])
      await expect(create()).resolves.toMatchObject({ outcome: 'unsure', candidates: [] })
    }
    const requests = serveCreation([listOf(row(12))], [created])
    await expect(create({ createAnyway: true })).resolves.toMatchObject({ outcome: 'done' })
    expect(methodsOf(requests)).toEqual(['GET', 'POST'])
    expect(store.kept()).toEqual([])
  })

  it('is over once the analyst has seen which review it is', async () => {
    serveCreation([listOf(), ...staying(row(12, { title: 'Renamed' }))], [lost])
    const { create, accept, store } = creatingPage()
    await expect(create()).resolves.toMatchObject({ outcome: 'unsure' })
    await accept(7, 12)
    expect(store.kept()).toEqual([])
    serveCreation([listOf(row(12, { title: 'Renamed' }))], [created])
    await expect(create()).resolves.toMatchObject({ outcome: 'done' })
  })

  it('is another one with another title, type, deadline or day of request', async () => {
    serveCreation(staying(), [lost])
    const { create } = creatingPage()
    await expect(create()).resolves.toMatchObject({ outcome: 'absent' })
    for (const change of [{ title: 'Other' }, { requestedAt: '2026-11-20T09:00:00Z' }]) {
      serveCreation([listOf(row(12))], [created])
      await expect(create({}, { ...request(), ...change })).resolves.toMatchObject({
        outcome: 'done',
      })
    }
  })
})
