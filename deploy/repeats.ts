import type { IncomingMessage } from 'node:http'

/** The header in which the app names each write. */
const WRITE_ID = 'x-write-id'
/** A browser repeats at once, so that few have to be remembered. */
const REMEMBERED = 1_000

/**
 * Tells requests that a browser sends again by itself, which it does with writes, too, when a
 * connection that it had used before breaks without an answer. The service may have acted on the
 * first, and has no idempotency keys.
 * @returns a function that tells whether a request's name has come before; one without is never told
 */
export const createRepeatWatch = (): ((request: Pick<IncomingMessage, 'headers'>) => boolean) => {
  const names = new Set<string>()
  return ({ headers }) => {
    const name = headers[WRITE_ID]
    if (typeof name !== 'string') return false
    if (names.has(name)) return true
    names.add(name)
    const [oldest] = names
    if (names.size > REMEMBERED && oldest !== undefined) names.delete(oldest)
    return false
  }
}
