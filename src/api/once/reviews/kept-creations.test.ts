import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localDb } from '../../../lib/local-db.ts'
import { resetServices } from '../../../lib/services.ts'
import { requestFor } from '../../../testing/creations.ts'
import { noteOwner } from '../../transport/owner.ts'
import { createCreationStore, creationsDb, type KeptCreation } from './kept-creations.ts'

const creation = (id: string): KeptCreation => ({
  version: 1,
  id,
  vendorId: 7,
  request: requestFor('SOC 2'),
  hasFile: false,
  before: { ids: [11], unreadable: 0 },
  sentAt: '2026-11-26T10:00:00Z',
  runId: null,
  outcome: 'unsure',
  reviewId: null,
})

beforeEach(async () => {
  noteOwner({ company: 'acme', user: 'ada' })
  await creationsDb().clear()
})
afterEach(() => {
  resetServices()
  vi.restoreAllMocks()
})

describe('what a browser keeps of creations', () => {
  it('is there for the next page, until it is forgotten', async () => {
    const store = createCreationStore(creationsDb())
    await expect(store.keep(creation('one'))).resolves.toBe(true)
    const next = createCreationStore(creationsDb())
    await expect(next.all()).resolves.toEqual([creation('one')])
    await next.forget(creation('one'))
    await expect(store.all()).resolves.toEqual([])
  })

  it('is nobody else’s', async () => {
    const store = createCreationStore(creationsDb())
    await store.keep(creation('one'))
    noteOwner({ company: 'acme', user: 'bob' })
    await expect(store.all()).resolves.toEqual([])
    await store.forget(creation('one'))
    noteOwner({ company: 'other', user: 'ada' })
    await expect(store.all()).resolves.toEqual([])
    noteOwner({ company: 'acme', user: 'ada' })
    await expect(store.all()).resolves.toHaveLength(1)
  })

  it('stays where it is when another version of the app has written it', async () => {
    const newer = { version: 2, words: 'of a later version' }
    const any = localDb<unknown>('creations', {
      safeParse: (data) => ({ success: true, data }),
    })
    await any.set('x 7 one', newer)
    const store = createCreationStore(creationsDb())
    await expect(store.all()).resolves.toEqual([])
    await store.keep(creation('two'))
    await store.forget(creation('two'))
    await expect(any.get('x 7 one')).resolves.toEqual(newer)
  })

  it('is said not to be kept where the disk is full, and is waited for once', async () => {
    const store = createCreationStore(creationsDb())
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError')
    })
    await expect(store.keep(creation('one'))).resolves.toBe(false)
    vi.restoreAllMocks()
    await expect(store.keep(creation('one'))).resolves.toBe(false)
    await vi.waitFor(async () => expect(await store.all()).toHaveLength(1))
  })
})
