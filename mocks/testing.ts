import type { Dialect } from '../src/domain/review-actions.ts'
import { createSeed } from './seed/seed.ts'
import { createService, type Service } from './service/service.ts'
import { memoryStore } from './service/store.ts'

/** What the tests of the service start from: the seed as of one day, and a clock that stands. */
export const TEST_DAY = '2026-11-22'
export const TEST_NOW = new Date('2026-11-22T12:00:00.000Z')

export const testSeed = () => createSeed({ today: TEST_DAY, unknownValues: false })

export const testService = (dialect: Dialect = '2026'): Service =>
  createService(memoryStore(testSeed()), { dialect, now: () => TEST_NOW })
