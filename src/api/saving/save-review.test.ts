// Long, since each test tells a whole story of one save, and all share the service that fails.
import 'fake-indexeddb/auto'
import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptySocEdit, type SocEdit } from '../../domain/soc-edit.ts'
import { FlakyService, skipWaits, VENDOR } from '../../testing/flaky-service.ts'
import { securityReviews } from '../security-reviews.ts'
import { keepSave, keptSaves } from './save-intents.ts'
import {
  abandonSave,
  describeUnfinished,
  discardSave,
  resumeSave,
  type SaveInput,
  saveReview,
  saveReviewMutation,
  unfinishedSaves,
} from './save-review.ts'

/** Every test has a review of its own: what this page remembers goes by the review. */
let reviewId = 100

beforeEach(() => {
  reviewId += 1
  skipWaits()
})

afterEach(async () => {
  for (const save of await keptSaves()) await abandonSave(save)
  vi.unstubAllGlobals()
})

const services = (...of: string[]): SocEdit => {
  const form = emptySocEdit()
  form.servicesAndLocations.services = of.map((name) => ({ name }))
  return form
}
const servicesOf = (service: FlakyService): string[] =>
  service.model.form.servicesAndLocations.services.map(({ name }) => name)
const save = (input: SaveInput) => saveReview({ vendorId: VENDOR, reviewId, ...input })
const unfinished = () => unfinishedSaves(VENDOR, reviewId)
const firstUnfinished = async () => {
  const [first] = await unfinished()
  if (!first) throw new Error('Nothing is kept.')
  return first
}

describe('a save', () => {
  it('of nothing asks nothing', async () => {
    const service = new FlakyService(reviewId, services('a'))
    const same = { base: services('a'), target: services('a') }
    await expect(save({ intent: same })).resolves.toEqual({ kind: 'unchanged' })
    await expect(save({})).resolves.toEqual({ kind: 'unchanged' })
    const title = { base: 'SOC 2', target: 'SOC 2' }
    await expect(save({ intent: same, title })).resolves.toEqual({ kind: 'unchanged' })
    expect(service.requests).toEqual([])
  })

  it('that only adds is one request, with the additions alone, and a look at the result', async () => {
    const service = new FlakyService(reviewId, services('a'))
    const intent = { base: services('a'), target: services('a', 'b') }
    await expect(save({ intent })).resolves.toEqual({
      kind: 'saved',
      isConfirmed: true,
      review: expect.objectContaining({ id: reviewId }) as unknown,
    })
    expect(service.puts).toEqual([
      { socForm: { servicesAndLocations: { services: [{ name: 'b' }] } } },
    ])
    expect(service.methods).toEqual(['PUT', 'GET'])
  })

  it('that changes an item reads first, clears with all plain changes, then adds', async () => {
    const service = new FlakyService(reviewId, services('a', 'b'))
    const target = services('a', 'x')
    target.cpaFirm.cpaFirm = 'Pell'
    const steps: string[] = []
    await save({
      intent: { base: services('a', 'b'), target },
      title: { base: 'SOC 2', target: 'Renamed' },
      onProgress: (step) => steps.push(step),
    })
    expect(service.methods).toEqual(['GET', 'PUT', 'PUT', 'GET'])
    expect(service.puts).toEqual([
      {
        title: 'Renamed',
        socForm: { servicesAndLocations: { services: [] }, cpaFirm: { cpaFirm: 'Pell' } },
      },
      { socForm: { servicesAndLocations: { services: [{ name: 'a' }, { name: 'x' }] } } },
    ])
    expect(service.title).toBe('Renamed')
    expect(steps).toEqual(['reading', 'writing', 'writing', 'checking'])
  })

  it('of the title alone works for a review that has no form', async () => {
    const service = new FlakyService(reviewId, services())
    const outcome = await save({ title: { base: null, target: 'Named' } })
    expect(outcome).toMatchObject({ kind: 'saved', review: { title: 'Named' } })
    expect(service.puts).toEqual([{ title: 'Named' }])
  })

  it('is kept before its first request, and until a read shows it', async () => {
    const service = new FlakyService(reviewId, services('a'))
    const seen: number[] = []
    const { fetch } = globalThis
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      seen.push((await keptSaves()).length)
      return fetch(...request)
    })
    await save({ intent: { base: services('a'), target: services('b') } })
    expect(service.methods).toEqual(['GET', 'PUT', 'PUT', 'GET'])
    expect(seen).toEqual([1, 1, 1, 1])
    await expect(keptSaves()).resolves.toEqual([])
  })

  it('goes on where the browser keeps nothing', async () => {
    const service = new FlakyService(reviewId, services('a'))
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError')
    })
    service.faults = [null, null, '401']
    const intent = { base: services('a'), target: services('b') }
    await expect(save({ intent })).rejects.toMatchObject({ status: 401 })
    await expect(unfinished()).resolves.toHaveLength(1)
    await expect(resumeSave(await firstUnfinished())).resolves.toMatchObject({ kind: 'saved' })
    expect(servicesOf(service)).toEqual(['b'])
  })
})

describe('a save beside another writer', () => {
  it('writes nothing, and is forgotten, where the list is not what it started from', async () => {
    const service = new FlakyService(reviewId, services('a', 'theirs'))
    const target = services('b')
    target.cpaFirm.cpaFirm = 'Pell'
    await expect(save({ intent: { base: services('a'), target } })).resolves.toMatchObject({
      kind: 'conflict',
      lists: ['services'],
      review: {
        socReviewForm: {
          servicesAndLocations: { services: [{ name: 'a' }, { name: 'theirs' }] },
        },
      },
    })
    expect(service.methods).toEqual(['GET'])
    await expect(unfinished()).resolves.toEqual([])
  })

  it('adds beside what they added after its clear', async () => {
    const service = new FlakyService(reviewId, services('a'))
    service.afterPut = () => {
      service.afterPut = () => undefined
      service.model.put({ servicesAndLocations: { locations: [{ city: 'theirs' }] } })
    }
    const intent = { base: services('a'), target: services('b') }
    await expect(save({ intent })).resolves.toMatchObject({ kind: 'saved' })
    expect(servicesOf(service)).toEqual(['b'])
    expect(service.model.form.servicesAndLocations.locations).toHaveLength(1)
  })

  it('that is overwritten half-way stops, stays kept, and a decision ends it', async () => {
    const service = new FlakyService(reviewId, services('a'))
    service.afterPut = () => {
      service.afterPut = () => undefined
      service.model.put({ servicesAndLocations: { services: [{ name: 'theirs' }] } })
    }
    const base = services('a')
    await expect(save({ intent: { base, target: services('b') } })).resolves.toMatchObject({
      kind: 'conflict',
      lists: ['services'],
    })
    expect(servicesOf(service)).toEqual(['theirs'])
    const kept = await firstUnfinished()
    const read = await new QueryClient().query(securityReviews.detail(VENDOR, reviewId))
    expect(describeUnfinished(kept, read)).toEqual({
      kind: 'partial',
      emptied: [],
      conflicts: ['services'],
    })
    const decided = { base: services('theirs'), target: services('theirs', 'b') }
    await expect(save({ intent: decided })).resolves.toMatchObject({ kind: 'saved' })
    expect(servicesOf(service)).toEqual(['theirs', 'b'])
    await expect(unfinished()).resolves.toEqual([])
  })

  it('is ended by taking theirs as well', async () => {
    const service = new FlakyService(reviewId, services('a'))
    service.afterPut = () => {
      service.afterPut = () => undefined
      service.model.put({ servicesAndLocations: { services: [{ name: 'theirs' }] } })
    }
    await save({ intent: { base: services('a'), target: services('b') } })
    const theirs = { base: services('theirs'), target: services('theirs') }
    await expect(save({ intent: theirs })).resolves.toMatchObject({ kind: 'saved' })
    expect(servicesOf(service)).toEqual(['theirs'])
    await expect(unfinished()).resolves.toEqual([])
  })
})

describe('a service that changes what it is sent', () => {
  const trims = (body: string) => body.replaceAll(/"\s+|\s+"/g, '"')

  it.each([
    ['adds', services('a'), services('a', ' b ')],
    ['replaces', services('a'), services('c ', ' b')],
    ['replaces by itself and a space', services('a'), services('a ')],
  ])('gets what it took only once: a save that %s', async (_, base, target) => {
    const service = new FlakyService(reviewId, base)
    service.spells = trims
    await save({ intent: { base, target } })
    const count = service.puts.length
    expect(servicesOf(service)).toEqual(
      target.servicesAndLocations.services.map(({ name }) => name.trim()),
    )
    for (const kept of await unfinished()) await resumeSave(kept)
    expect(service.puts).toHaveLength(count)
  })

  it('gets it only once even if its answer was lost', async () => {
    const service = new FlakyService(reviewId, services('a'), ['lost after'])
    service.spells = trims
    const intent = { base: services('a'), target: services('a', ' b ') }
    await expect(save({ intent })).resolves.toMatchObject({ kind: 'saved', isConfirmed: true })
    expect(servicesOf(service)).toEqual(['a', 'b'])
  })

  it('may show another name for a reviewer, and is not asked again', async () => {
    const service = new FlakyService(reviewId, services('a'))
    const target = services('b')
    target.reviewerInformation = {
      reviewer: 'Ada, as the page calls her',
      reviewerUserId: 1,
      reportIssueDate: null,
    }
    await expect(save({ intent: { base: services('a'), target } })).resolves.toMatchObject({
      kind: 'saved',
      review: { socReviewForm: { reviewerInformation: { reviewer: 'User 1' } } },
    })
    expect(service.puts).toHaveLength(2)
    expect(service.puts[1]).not.toHaveProperty('socForm.reviewerInformation')
    await expect(unfinished()).resolves.toEqual([])
  })
})

describe('a retry', () => {
  it('sends what was typed meanwhile, and not again what arrived', async () => {
    const base = services('a')
    const service = new FlakyService(reviewId, base, ['lost after', '401'])
    const failed = save({ intent: { base, target: services('a', 'b') } })
    await expect(failed).rejects.toMatchObject({ status: 0 })
    await expect(save({ intent: { base, target: services('a', 'b', 'c') } })).resolves.toEqual(
      expect.objectContaining({ kind: 'saved', isConfirmed: true }),
    )
    expect(servicesOf(service)).toEqual(['a', 'b', 'c'])
    await expect(unfinished()).resolves.toEqual([])
  })

  it('takes back what arrived, when that was undone in the form', async () => {
    const base = services('a')
    const service = new FlakyService(reviewId, base, ['lost after', '401'])
    await save({ intent: { base, target: services('a', 'b') } }).catch(() => undefined)
    await save({ intent: { base, target: base } })
    expect(servicesOf(service)).toEqual(['a'])
    await expect(unfinished()).resolves.toEqual([])
  })

  it('repeats by itself what did not arrive, twice at most', async () => {
    const base = services('a')
    const lost = ['lost before', null] as const
    const service = new FlakyService(reviewId, base, [...lost, ...lost, ...lost])
    const intent = { base, target: services('a', 'b') }
    await expect(save({ intent })).rejects.toMatchObject({ status: 0 })
    expect(service.puts).toHaveLength(3)
    await expect(unfinished()).resolves.toHaveLength(1)
  })

  it('does not hurry a service that asks for more time', async () => {
    const base = services('a')
    const service = new FlakyService(reviewId, base)
    const { fetch } = globalThis
    let turn = 0
    vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) =>
      turn++ === 0
        ? Promise.resolve(new Response('{}', { status: 503, headers: { 'retry-after': '60' } }))
        : fetch(...request),
    )
    const intent = { base, target: services('a', 'b') }
    await expect(save({ intent })).rejects.toMatchObject({ status: 503, retryAfter: 60 })
    expect(service.methods).toEqual(['GET'])
  })
})

describe('what is kept when a request is refused', () => {
  const base = services('a')
  const intent = { base, target: services('b') }

  it('is nothing, if certainly nothing was written', async () => {
    for (const faults of [['401'], [null, '401'], [null, '429', '429', '429']] as const) {
      const service = new FlakyService(reviewId, base, faults)
      await expect(save({ intent })).rejects.toMatchObject({ name: 'ApiError' })
      expect(servicesOf(service)).toEqual(['a'])
      await expect(unfinished()).resolves.toEqual([])
    }
  })

  it('is all of it, if the list is cleared', async () => {
    const service = new FlakyService(reviewId, base, [null, null, '401'])
    await expect(save({ intent })).rejects.toMatchObject({
      status: 401,
      operation: 'updateVendorSecurityReview',
    })
    expect(servicesOf(service)).toEqual([])
    const kept = await firstUnfinished()
    const review = await new QueryClient().query(securityReviews.detail(VENDOR, reviewId))
    expect(describeUnfinished(kept, review)).toEqual({
      kind: 'partial',
      emptied: ['services'],
      conflicts: [],
    })
    await expect(discardSave(kept)).resolves.toMatchObject({ kind: 'saved' })
    expect(servicesOf(service)).toEqual(['a'])
    await expect(resumeSave(kept)).resolves.toEqual({ kind: 'unchanged' })
    await expect(discardSave(kept)).resolves.toEqual({ kind: 'unchanged' })
  })

  it('is known to be untouched, or finished', async () => {
    const service = new FlakyService(reviewId, base, [null, 'lost before', 'lost before'])
    await save({ intent }).catch(() => undefined)
    const kept = await firstUnfinished()
    const read = () => new QueryClient().query(securityReviews.detail(VENDOR, reviewId))
    expect(describeUnfinished(kept, await read())).toEqual({ kind: 'untouched' })
    service.model.put({ servicesAndLocations: { services: [] } })
    service.model.put({ servicesAndLocations: { services: [{ name: 'b' }] } })
    expect(describeUnfinished(kept, await read())).toEqual({ kind: 'finished' })
  })

  it('is taken for saved where only the last look failed, and still looked at later', async () => {
    const service = new FlakyService(reviewId, base, [null, null, null, '401'])
    await expect(save({ intent })).resolves.toMatchObject({ kind: 'saved', isConfirmed: false })
    const kept = await firstUnfinished()
    expect(kept.isAcknowledged).toBe(true)
    await expect(resumeSave(kept)).resolves.toMatchObject({ kind: 'saved', isConfirmed: true })
    expect(service.puts).toHaveLength(2)
    await expect(unfinished()).resolves.toEqual([])
  })

  it('takes a title back as well', async () => {
    const service = new FlakyService(reviewId, base, [null, null, '401'])
    const title = { base: 'SOC 2', target: 'Renamed' }
    await save({ intent, title }).catch(() => undefined)
    expect(service.title).toBe('Renamed')
    await discardSave(await firstUnfinished())
    expect(service.title).toBe('SOC 2')
    expect(servicesOf(service)).toEqual(['a'])
  })

  it('does not take from others what they added where nothing of it arrived', async () => {
    const service = new FlakyService(reviewId, services(), ['lost before', 'lost before'])
    await save({ intent: { base: services(), target: services('b') } }).catch(() => undefined)
    service.model.put({ servicesAndLocations: { services: [{ name: 'theirs' }] } })
    await expect(discardSave(await firstUnfinished())).resolves.toMatchObject({ kind: 'saved' })
    expect(servicesOf(service)).toEqual(['theirs'])
  })
})

describe('two saves of one review', () => {
  it('that an earlier page left unfinished is looked at before anything is added', async () => {
    const base = services('a')
    const service = new FlakyService(reviewId, services('a', 'b'))
    await keepSave({
      id: 'of an earlier page',
      vendorId: VENDOR,
      reviewId,
      intent: { base, target: services('a', 'b') },
      startedAt: '2026-11-22T12:00:00Z',
      isAcknowledged: false,
      isUndo: false,
    })
    await save({ intent: { base, target: services('a', 'b') } })
    expect(service.puts).toEqual([])
    expect(servicesOf(service)).toEqual(['a', 'b'])
    await expect(unfinished()).resolves.toEqual([])
  })

  it('of which the first is only now seen to be there leave nothing behind of it', async () => {
    const [a, b, c] = [services('a'), services('a', 'b'), services('c')]
    const service = new FlakyService(reviewId, a, [null, '401', null, null, '401'])
    await expect(save({ intent: { base: a, target: b } })).resolves.toMatchObject({
      isConfirmed: false,
    })
    await expect(save({ intent: { base: b, target: c } })).rejects.toMatchObject({ status: 401 })
    expect(servicesOf(service)).toEqual([])
    const kept = await unfinished()
    expect(kept.map(({ intent }) => intent)).toEqual([{ base: b, target: c }])
  })

  it('follow each other', async () => {
    const service = new FlakyService(reviewId, services('a'))
    const base = services('a')
    const outcomes = await Promise.all([
      save({ intent: { base, target: services('b') } }),
      save({ intent: { base, target: services('c') } }),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'conflict'])
    expect(servicesOf(service)).toEqual(['b'])
  })
})

describe('the mutation', () => {
  it('puts what the service holds into the cache, and asks for the rest anew', async () => {
    const service = new FlakyService(reviewId, services('a'))
    const queryClient = new QueryClient()
    const { queryKey } = securityReviews.detail(VENDOR, reviewId)
    const stale = [
      securityReviews.actions(VENDOR, reviewId).queryKey,
      securityReviews.list(VENDOR, {}).queryKey,
      ['vendors', 'list'],
    ]
    for (const key of stale) queryClient.setQueryData<unknown>(key, {})
    queryClient.setQueryData<unknown>(queryKey, { id: reviewId, user: { id: 1 } })
    const mutation = saveReviewMutation(queryClient, VENDOR, reviewId)
    await new MutationObserver(queryClient, mutation).mutate({
      intent: { base: services('a'), target: services('a', 'b') },
    })
    expect(service.methods).toEqual(['PUT', 'GET'])
    expect(queryClient.getQueryData<unknown>(queryKey)).toMatchObject({
      user: { id: 1 },
      socReviewForm: { servicesAndLocations: { services: [{ name: 'a' }, { name: 'b' }] } },
    })
    for (const key of stale) expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true)
  })
})
