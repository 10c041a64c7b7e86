import type { IncomingMessage } from 'node:http'

/** The header in which the app names each write. */
const WRITE_ID = 'x-write-id'
/** A browser repeats at once, so few names have to be remembered. */
const REMEMBERED = 1_000

/**
 * Recognizes requests that a browser repeats. When a connection that was used before breaks without
 * an answer, a browser sends the request again, even a write. The service may have acted on the
 * first one, and has no idempotency keys.
 * @returns a function that says whether a request's name has come before; false without a name
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
