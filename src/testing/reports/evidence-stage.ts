import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { sourceStore } from '../../api/saving/kept-sources.ts'
import { noteOwner } from '../../api/transport/owner.ts'
import type { Reading } from '../../domain/evidence/reading.ts'
import { reportReading } from '../../editing/evidence/report-reading.ts'
import { resetServices } from '../../lib/services.ts'
import { standInForBrowser } from '../browser.ts'
import { PATIENCE_MS } from '../patience.ts'

/** The file that the readings of these tests are of. */
export const FILE = { name: 'report.pdf', sha256: 'abc' }

/** Puts a report in front. */
export const putInFront = (reading: Reading): void =>
  reportReading().setState({ state: 'read', file: FILE, reading })

/** A busy machine needs longer for its storage. */
export const eventually = (check: () => Promise<void> | void) =>
  vi.waitFor(check, { timeout: PATIENCE_MS })

/** Gives each test of a file a review of its own, so that what one keeps is not restored in the next. */
export const evidenceStage = () => {
  let reviewId = 0
  beforeEach(() => {
    standInForBrowser()
    resetServices()
    noteOwner({ company: 'acme', user: 'ada' })
    reviewId += 1
  })
  afterEach(cleanup)
  return {
    reviewId: () => reviewId,
    /** What this browser keeps of the review's sources. */
    kept: async () => (await sourceStore().list()).filter((review) => review.reviewId === reviewId),
  }
}
