import { FINAL_DECISIONS, REVIEW_STATUSES, REVIEW_TYPES } from '../../src/domain/contract/enums.ts'
import type { ReviewRecord, VendorRecord } from '../service/records.ts'
import { memoryStore, type Store } from '../service/store.ts'
import { calendarOf } from './calendar.ts'
import { LANDMARKS, MANY_REVIEW_COUNT, MANY_VENDOR_COUNT } from './landmarks.ts'
import { createRandom } from './random.ts'
import { createSeed, type SeedOptions } from './seed.ts'
import { FIRST_WORDS, SECOND_WORDS } from './vendor-rows.ts'
import { vendorOf } from './vendors.ts'

const FIRST_ID = 100_001
const DAY_MS = 86_400_000
/** The added deadlines and requests are spread over this many days on either side of today. */
const SPREAD = 700

/**
 * The data of the scenario `many`: the seed, and on top of it vendors up to 400 and reviews of
 * Northwind Payments up to 10,000. The added SOC reports have no form, which the service treats as
 * an empty one. Building 10,000 forms would take long, and the list shows none.
 */
export const manyStore = (options: SeedOptions): Store => {
  const seed = createSeed(options)
  const calendar = calendarOf(options.today)
  const random = createRandom(400)
  const noon = Date.parse(calendar.at(0, 12))
  // Formatting a date is the slowest part of a record, so each day is formatted once.
  const days = Array.from({ length: 2 * SPREAD + 1 }, (_, index) =>
    new Date(noon + (index - SPREAD) * DAY_MS).toISOString(),
  )
  const dayAt = (offset: number): string => days[offset + SPREAD] ?? calendar.at(0, 12)

  const first = seed.vendors.length
  const vendors = Array.from({ length: MANY_VENDOR_COUNT - first }, (_, index): VendorRecord => {
    const name = `${FIRST_WORDS[index % FIRST_WORDS.length]} ${SECOND_WORDS[Math.floor(index / FIRST_WORDS.length) % SECOND_WORDS.length]}`
    const slug = name.toLowerCase().replace(' ', '-')
    return vendorOf(
      [name, 'PRODUCT', random.pick(['LOW', 'MODERATE', 'HIGH']), 'ACTIVE', slug, 'Software'],
      LANDMARKS.northwind.id + first + index,
      calendar,
      random,
    )
  })
  const seeded = seed.reviews.filter(({ vendorId }) => vendorId === LANDMARKS.northwind.id).length
  const reviews = Array.from({ length: MANY_REVIEW_COUNT - seeded }, (_, index): ReviewRecord => {
    const requested = -random.int(20, SPREAD)
    const status = random.pick(REVIEW_STATUSES)
    const type = random.pick(REVIEW_TYPES)
    const createdAt = dayAt(requested)
    return {
      id: FIRST_ID + index,
      vendorId: LANDMARKS.northwind.id,
      requestedAt: createdAt,
      reviewDeadlineAt: dayAt(requested + random.int(20, SPREAD)),
      decision: status === 'COMPLETED' ? random.pick(FINAL_DECISIONS) : 'PENDING',
      title: `Archived review ${index + 1}`,
      note: null,
      status,
      type,
      userId: LANDMARKS.adaReyes.id,
      requesterUserId: LANDMARKS.adaReyes.id + 3,
      createdAt,
      updatedAt: createdAt,
    }
  })
  return memoryStore({
    ...seed,
    vendors: [...seed.vendors, ...vendors],
    reviews: [...seed.reviews, ...reviews],
  })
}
