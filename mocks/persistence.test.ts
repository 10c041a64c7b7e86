import { describe, expect, it } from 'vitest'
import { PREFIX, persistentStore, type StorageLike } from './persistence.ts'
import { LANDMARKS } from './seed/landmarks.ts'
import { createSeed } from './seed/seed.ts'
import { createContext } from './service/context.ts'
import { getVendorDocument, listVendorQuestionnaires } from './service/directory.ts'
import { createVendorSecurityReview, updateVendorSecurityReview } from './service/reviews.ts'
import { sendSecurityQuestionnaire, uploadVendorDocument } from './service/uploads.ts'
import { fileOf } from './testing.ts'

/** A storage that works until it is full. */
const fakeStorage = (
  capacity = Number.POSITIVE_INFINITY,
): StorageLike & { map: Map<string, string> } => {
  const map = new Map<string, string>()
  return {
    map,
    get length() {
      return map.size
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (map.size >= capacity) throw new DOMException('full', 'QuotaExceededError')
      map.set(key, value)
    },
    removeItem: (key) => {
      map.delete(key)
    },
  }
}

const seed = (day: string) => createSeed({ today: day, unknownValues: true })
const open = (storage: StorageLike | null, today = '2026-11-22') =>
  persistentStore(storage, seed, () => today)
const { northwind, nearlyFinished } = LANDMARKS
const rename = (store: ReturnType<typeof open>, title: string) =>
  updateVendorSecurityReview(
    createContext(store),
    { vendorId: northwind.id, securityReviewId: nearlyFinished.id },
    { title },
  )
const titleIn = (store: ReturnType<typeof open>) => store.find('reviews', nearlyFinished.id)?.title

describe('persistentStore', () => {
  it('writes nothing until something changes, and dates the seed anew each day', () => {
    const storage = fakeStorage()
    const deadline = (day: string) =>
      open(storage, day).find('reviews', nearlyFinished.id)?.reviewDeadlineAt.slice(0, 10)
    expect([deadline('2026-11-22'), deadline('2026-11-23')]).toEqual(['2026-11-26', '2026-11-27'])
    expect(storage.length).toBe(0)
  })

  it('finds changes and additions again, on the day they were made for', () => {
    const storage = fakeStorage()
    const before = open(storage)
    rename(before, 'Renamed')
    const created = createVendorSecurityReview(
      createContext(before),
      { vendorId: northwind.id },
      {
        reviewDeadlineAt: '2026-12-24T10:00:00.000Z',
        securityReviewStatus: 'NOT_YET_STARTED',
        securityReviewType: 'SOC_REPORT',
      },
    )
    expect([...storage.map.keys()].toSorted()).toEqual(
      [`meta`, `reviews.${nearlyFinished.id}`, `reviews.${created.id}`].map((key) => PREFIX + key),
    )
    const after = open(storage, '2026-11-30')
    expect(after.all('reviews').toSorted((a, b) => a.id - b.id)).toEqual(
      before.all('reviews').toSorted((a, b) => a.id - b.id),
    )
    expect(titleIn(after)).toBe('Renamed')
  })

  it('finds what was uploaded again', () => {
    const ids = { vendorId: northwind.id }
    const storage = fakeStorage()
    const before = createContext(open(storage))
    const questionnaire = sendSecurityQuestionnaire(before, ids, { files: [fileOf('answers.csv')] })
    const document = uploadVendorDocument(before, ids, {
      fields: {},
      files: [fileOf('report.pdf')],
    })
    const after = createContext(open(storage))
    expect(getVendorDocument(after, { ...ids, documentId: document.id })).toMatchObject(document)
    const list = (context: typeof after) => listVendorQuestionnaires(context, ids, {}).data
    expect(list(after)).toEqual(list(before))
    expect(list(after).map(({ id }) => id)).toContain(questionnaire.id)
    const key = `${PREFIX}questionnaires.${questionnaire.id}`
    const stored = JSON.parse(storage.map.get(key) ?? '') as object
    for (const reviewId of [undefined, '5001', 1.5]) {
      storage.map.set(key, JSON.stringify({ ...stored, reviewId }))
      expect(open(storage).find('questionnaires', questionnaire.id)).toBeUndefined()
    }
  })

  it('keeps a change of a record with words that the contract does not know', () => {
    const storage = fakeStorage()
    const store = open(storage)
    const odd = store.all('reviews').find(({ status }) => status === 'AWAITING_VENDOR')
    if (!odd) throw new Error('The seed has no unknown status')
    updateVendorSecurityReview(
      createContext(store),
      { vendorId: odd.vendorId, securityReviewId: odd.id },
      { title: 'Odd' },
    )
    expect(open(storage).find('reviews', odd.id)).toMatchObject({
      title: 'Odd',
      status: 'AWAITING_VENDOR',
    })
  })

  it('drops a corrupt record and keeps the others', () => {
    const storage = fakeStorage()
    const store = open(storage)
    rename(store, 'Renamed')
    const key = `${PREFIX}reviews.${LANDMARKS.completed.id}`
    const expected = store.find('reviews', LANDMARKS.completed.id)
    for (const text of ['{', 'null', '{"id":5002}', JSON.stringify({ ...expected, title: 7 })]) {
      storage.map.set(key, text)
      const after = open(storage)
      expect(after.find('reviews', LANDMARKS.completed.id)).toEqual(expected)
      expect(titleIn(after)).toBe('Renamed')
    }
  })

  it('starts afresh where the storage is of another version or its date is none', () => {
    for (const meta of ['{"version":0,"seededOn":"2026-01-01"}', '{"version":1}', 'x']) {
      const storage = fakeStorage()
      storage.map.set('unrelated', 'stays')
      rename(open(storage), 'Renamed')
      storage.map.set(`${PREFIX}meta`, meta)
      expect(titleIn(open(storage))).toBe(nearlyFinished.title)
      expect([...storage.map.keys()]).toEqual(['unrelated'])
    }
  })

  it('goes on in memory where the storage is full, blocked or missing', () => {
    const blocked: StorageLike = {
      get length(): number {
        throw new Error('blocked')
      },
      key: () => null,
      getItem: () => {
        throw new Error('blocked')
      },
      setItem: () => {},
      removeItem: () => {},
    }
    for (const storage of [fakeStorage(0), fakeStorage(1), blocked, null]) {
      const store = open(storage)
      rename(store, 'Renamed')
      expect(titleIn(store)).toBe('Renamed')
      store.invalidate()
      expect(titleIn(store)).toBe('Renamed')
    }
  })

  it('sees what another tab wrote and reset', () => {
    const storage = fakeStorage()
    const [one, other] = [open(storage), open(storage)]
    expect(titleIn(other)).toBe(nearlyFinished.title)
    rename(one, 'From the other tab')
    other.invalidate()
    expect(titleIn(other)).toBe('From the other tab')
    one.reset()
    other.invalidate()
    expect(titleIn(other)).toBe(nearlyFinished.title)
  })

  it('forgets everything on reset', () => {
    const storage = fakeStorage()
    storage.map.set('unrelated', 'stays')
    const store = open(storage)
    rename(store, 'Renamed')
    store.reset()
    expect(titleIn(store)).toBe(nearlyFinished.title)
    expect([...storage.map.keys()]).toEqual(['unrelated'])
  })
})
