import type { Collections } from '../service/records.ts'
import { calendarOf } from './calendar.ts'
import { createDocuments, createQuestionnaires } from './files.ts'
import { createPeople } from './people.ts'
import { createRandom } from './random.ts'
import { createReviews } from './reviews.ts'
import { createVendors } from './vendors.ts'

/** What the seed depends on; the rest is always the same. */
export interface SeedOptions {
  /** The calendar day that all dates are relative to. */
  today: string
  /** Whether some records hold words that the contract does not know, as a newer service may. */
  unknownValues: boolean
}

const SEED = 20_260_922

/** The data of a fictional insurer that reviews its vendors: 40 vendors, 160 reviews, 15 people. */
export const createSeed = ({ today, unknownValues }: SeedOptions): Collections => {
  const calendar = calendarOf(today)
  const random = createRandom(SEED)
  const users = createPeople(calendar)
  const vendors = createVendors(calendar, random, unknownValues)
  const reviews = createReviews(vendors, users, calendar, random, unknownValues)
  return {
    users,
    vendors,
    reviews,
    questionnaires: createQuestionnaires(vendors, calendar),
    documents: createDocuments(reviews, calendar),
  }
}
