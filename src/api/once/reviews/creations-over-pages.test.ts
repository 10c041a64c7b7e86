import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, type Sent } from '../../../testing/answers.ts'
import { failed, listOf, methodsOf, serveCreation } from '../../../testing/creations.ts'
import { creatingPage, request, row, TITLE } from '../../../testing/once/creating.ts'
import { memoryStore } from '../../../testing/once/creation-store.ts'
import type { Life } from '../../../testing/once/review-world.ts'
import { ARRIVAL_MS } from '../arrival.ts'
import type { CreateOptions } from './creations.ts'

const older = row(11, { title: 'Older' })
const created = () => answer(row(12, { socReviewForm: {} }), 201)
/** A list that never changes. */
const staying = (...rows: unknown[]) => Array.from({ length: 4 }, () => listOf(...rows))
const postsOf = (requests: readonly Sent[]) =>
  methodsOf(requests).filter((method) => method === 'POST')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a page that ends before the outcome is known', () => {
  /** A page that crashes once its request is sent. */
  const crash = async () => {
    const store = memoryStore()
    serveCreation([listOf(older)], [() => new Promise(() => undefined) as never])
    void creatingPage(store).begin()
    await vi.advanceTimersByTimeAsync(0)
    expect(store.kept()).toMatchObject([{ vendorId: 7, before: { ids: [11] }, outcome: 'unsure' }])
    return store
  }

  it('is followed by one that finds what arrived, and sends nothing', async () => {
    const store = await crash()
    const requests = serveCreation([listOf(older), listOf(row(12), older)], [])
    const done = { outcome: 'done', review: { id: 12 } }
    await expect(creatingPage(store).create()).resolves.toMatchObject(done)
    expect(methodsOf(requests)).toEqual(['GET', 'GET'])
    expect(store.kept()).toEqual([])
  })

  it('is followed by one that sends it once it can no longer arrive', async () => {
    const store = await crash()
    const requests = serveCreation([...staying(older), listOf(older)], [created])
    const creation = creatingPage(store).begin()
    await vi.advanceTimersByTimeAsync(ARRIVAL_MS - 1)
    expect(postsOf(requests)).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await expect(creation).resolves.toMatchObject({ outcome: 'done' })
    expect(postsOf(requests)).toEqual(['POST'])
    expect(store.kept()).toEqual([])
  })

  it('is followed by one that asks where another review is wanted now', async () => {
    const store = await crash()
    // The form proposes another title once the review exists.
    const next = { ...request(), title: 'SOC 2, number 2' }
    serveCreation(staying(row(12), older), [])
    const { create } = creatingPage(store)
    const earlier = { title: TITLE }
    const unsure = { outcome: 'unsure', candidates: [{ id: 12 }], earlier }
    await expect(create({}, next)).resolves.toMatchObject(unsure)
    const requests = serveCreation([listOf(row(12), older)], [created])
    await create({ createAnyway: true }, next)
    expect(postsOf(requests)).toEqual(['POST'])
    expect(store.kept()).toEqual([])
  })

  it.each([
    ['note', { note: 'Before the renewal' }, {}],
    ['requester', { requesterUserId: 101 }, {}],
    ['report', {}, { file: { file: new File(['x'], 'a.pdf'), documentType: undefined } }],
  ])('is followed by one that asks where another %s is wanted now', async (_, change, options) => {
    const store = await crash()
    serveCreation(staying(row(12), older), [])
    const creation = creatingPage(store).create(options, { ...request(), ...change })
    await expect(creation).resolves.toMatchObject({ outcome: 'unsure', candidates: [{ id: 12 }] })
  })

  it('is no business of another vendor’s', async () => {
    const store = await crash()
    const requests = serveCreation([listOf()], [created])
    await expect(creatingPage(store).begin({}, request(), 8)).resolves.toMatchObject({
      outcome: 'done',
    })
    expect(methodsOf(requests)).toEqual(['GET', 'POST'])
  })
})

describe('another tab that is creating for the vendor', () => {
  /** Clicks "Create review" in two tabs, in the second while the first waits for its answer. */
  const pressTwice = async (
    outcome: Promise<Response>,
    lists: Parameters<typeof serveCreation>[0],
    options: Partial<CreateOptions> = {},
    pressedAfter = 0,
  ) => {
    const locks = new Map<string, Life>()
    const store = memoryStore()
    const [first, second] = [creatingPage(store, locks), creatingPage(store, locks)]
    const requests = serveCreation(lists, [() => outcome as never, created])
    const creations = [first.begin()]
    await vi.advanceTimersByTimeAsync(pressedAfter)
    creations.push(second.begin(options))
    await vi.advanceTimersByTimeAsync(2 * ARRIVAL_MS)
    return { requests, endings: await Promise.all(creations) }
  }
  const after = (milliseconds: number, response: () => Response) =>
    new Promise<Response>((resolve) => {
      setTimeout(() => resolve(response()), milliseconds)
    })

  it.each([
    ['what was asked for', row(12)],
    ['something', row(12, { title: 'Renamed' })],
  ])('may have created %s', async (_, added) => {
    const { requests, endings } = await pressTwice(after(500, created), [
      listOf(older),
      listOf(older),
      listOf(added, older),
    ])
    expect(endings).toMatchObject([
      { outcome: 'done' },
      { outcome: 'unsure', candidates: [{ id: 12 }] },
    ])
    expect(postsOf(requests)).toEqual(['POST'])
  })

  it('may have created what a slow list shows as if it had been there before', async () => {
    const renamed = row(12, { title: 'Renamed' })
    const { requests, endings } = await pressTwice(
      after(500, created),
      [listOf(older), listOf(renamed, older), listOf(renamed, older)],
      {},
      100,
    )
    expect(endings[1]).toMatchObject({ outcome: 'unsure', candidates: [{ id: 12 }] })
    expect(postsOf(requests)).toEqual(['POST'])
  })

  it('leaves it unsure where it is done before anybody knows what was there', async () => {
    const late = (milliseconds: number, ...rows: unknown[]) =>
      (() => after(milliseconds, listOf(...rows) as () => Response)) as never
    const renamed = row(12, { title: 'Renamed' })
    const { requests, endings } = await pressTwice(
      after(500, created),
      [late(600, older), late(2_000, renamed, older), listOf(renamed, older)],
      {},
      100,
    )
    expect(endings[1]).toMatchObject({ outcome: 'unsure', candidates: [] })
    expect(postsOf(requests)).toEqual(['POST'])
  })

  it('may have failed, and then it is created here', async () => {
    const lists = [listOf(older), listOf(older), listOf(older), listOf(older)]
    const { endings } = await pressTwice(
      after(500, () => answer({}, 400)),
      lists,
    )
    expect(endings).toMatchObject([{ outcome: 'absent' }, { outcome: 'done' }])
  })

  it('leaves it unsure where the list cannot be read', async () => {
    const lists = [listOf(older), listOf(older), failed]
    const { endings } = await pressTwice(after(500, created), lists)
    expect(endings).toMatchObject([{ outcome: 'done' }, { outcome: 'unsure', candidates: [] }])
  })

  it('stands in no way of what is wanted all the same', async () => {
    const lists = [listOf(older), listOf(older), listOf(row(12), older)]
    const { endings } = await pressTwice(after(500, created), lists, { createAnyway: true })
    expect(endings).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
  })
})
