import { setTimeout as wait } from 'node:timers/promises'

/** Only ends a job that hangs: an ordinary one takes ten to forty seconds. */
const JOB_LIMIT_MS = 600_000

/**
 * Waits for a part of a job, but not for ever. Some of Playwright's calls have no limit, so one page that no
 * longer answers would hold the whole suite.
 * @param what the part, as the error names it
 * @throws Error where it does not end
 */
export const withinLimit = async (what: string, job: Promise<unknown>): Promise<void> => {
  const over = new AbortController()
  const limit = wait(JOB_LIMIT_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`${what} did not end within ${JOB_LIMIT_MS / 60_000} minutes.`)
  })
  try {
    await Promise.race([job, limit])
  } finally {
    over.abort()
    limit.catch(() => undefined)
  }
}
