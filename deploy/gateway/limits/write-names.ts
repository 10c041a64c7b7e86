import { createHash } from 'node:crypto'
import type { Store } from '../store/store.ts'

/** The app's names are UUIDs. */
export const LONGEST_WRITE_ID = 100
/** A browser repeats at once. Seconds. */
const REMEMBERED_SECONDS = 600

/** A write, and who asks for it. */
export interface NamedWrite {
  name: string
  user: string
  method: string
  path: string
}

/**
 * Recognizes requests that a browser repeats. When a connection that was used before breaks without
 * an answer, a browser sends the request again, even a write. The service may have acted on the
 * first one, and has no idempotency keys (contract, point 14).
 * @returns whether a write comes for the first time
 * @throws StoreUnavailableError
 */
export const isFirst = (
  store: Store,
  { name, user, method, path }: NamedWrite,
): Promise<boolean> => {
  const key = createHash('sha256')
    .update(JSON.stringify([user, method, path, name]))
    .digest('hex')
  return store.add(`write:${key}`, '1', REMEMBERED_SECONDS)
}
