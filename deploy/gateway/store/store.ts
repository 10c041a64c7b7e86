/**
 * What gateways behind one name share: sessions, the names of writes, and the count of requests.
 * It is in memory for one gateway, and in Valkey or Redis for several.
 */
export interface Store {
  /** @returns the value; undefined where there is none, or where its time is over */
  get: (key: string) => Promise<string | undefined>
  /** Keeps a value for a time. @param seconds at least 1 */
  set: (key: string, value: string, seconds: number) => Promise<void>
  /**
   * Keeps a value unless the key has one already, as one step for all gateways.
   * @param seconds at least 1
   * @returns whether it was kept
   */
  add: (key: string, value: string, seconds: number) => Promise<boolean>
  /** Forgets a value. One that is not there is no error. */
  delete: (key: string) => Promise<void>
  /**
   * Adds to a counter, as one step for all gateways. A counter begins at 0 and is forgotten after
   * its first use plus the time.
   * @returns the counter, with what was added
   */
  count: (key: string, by: number, seconds: number) => Promise<number>
  /** Whether the store answers. It never throws. */
  isReady: () => Promise<boolean>
  close: () => Promise<void>
}

/** The store does not answer. Nothing is known about what was asked of it. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError'
  constructor(cause?: unknown) {
    super('The gateway’s store does not answer.', { cause })
  }
}
