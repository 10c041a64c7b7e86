import type { Store } from '../store/store.ts'
import { createFairShare, type Ticket } from './fair-share.ts'

/** Whether a request may be sent on. */
export type Turn = { isGranted: true } | { isGranted: false; retryAfterSeconds: number }

export interface RequestBudget {
  /**
   * Waits until a request may be sent on.
   * @param signal ends the waiting, for a browser that has gone away
   * @throws StoreUnavailableError
   */
  acquire: (user: string, isWrite: boolean, signal?: AbortSignal) => Promise<Turn>
  /** The number of requests that wait. */
  waiting: () => number
}

/** The service counts the requests of a minute (contract, point 18). */
const WINDOW_MS = 60_000
/** Longer waits would end in the browser, or in a proxy on the way. */
const LONGEST_WAIT_MS = 30_000
const MOST_WAITING = 300
const MOST_WAITING_OF_A_USER = 100

interface Waiting {
  resolve: (turn: Turn) => void
  reject: (error: unknown) => void
}

/**
 * Keeps the gateways behind one name below what the service takes, so that the service never has to
 * turn down one user for the requests of another. The count is in the store, which the gateways
 * share. Who waits, and whose turn it is, each gateway knows for itself.
 * @param budget the requests of a minute; 0 for any number
 */
export const createRequestBudget = (store: Store, budget: number): RequestBudget => {
  const share = createFairShare(Math.max(1, budget))
  const waiting = new Map<Ticket, Waiting>()
  let window = 0
  let spent = 0
  let isServing = false
  let timer: NodeJS.Timeout | undefined

  const refused = (): Turn => ({
    isGranted: false,
    retryAfterSeconds: Math.ceil((WINDOW_MS - (Date.now() % WINDOW_MS)) / 1_000),
  })
  const enterWindow = (): number => {
    const current = Math.floor(Date.now() / WINDOW_MS)
    if (current !== window) {
      window = current
      spent = 0
      share.startWindow()
    }
    return current
  }

  /** Lets one request start. @returns whether another may be able to start */
  const serveOne = async (): Promise<boolean> => {
    const current = enterWindow()
    const ticket = share.next(spent)
    const asking = ticket && waiting.get(ticket)
    if (!ticket || !asking) return false
    try {
      const counted = await store.count(`requests:${current}`, 1, (2 * WINDOW_MS) / 1_000)
      // What was counted in a minute that is over gives no right to this minute.
      if (enterWindow() !== current) return true
      spent = counted
      if (counted <= budget && share.take(ticket)) asking.resolve({ isGranted: true })
    } catch (error) {
      share.remove(ticket)
      asking.reject(error)
    }
    return true
  }

  const serve = async (): Promise<void> => {
    if (isServing) return
    isServing = true
    while (await serveOne());
    isServing = false
    if (share.waiting() === 0 || timer !== undefined) return
    timer = setTimeout(
      () => {
        timer = undefined
        void serve()
      },
      WINDOW_MS - (Date.now() % WINDOW_MS),
    )
  }

  return {
    waiting: () => share.waiting(),
    acquire: async (user, isWrite, signal) => {
      if (budget === 0) return { isGranted: true }
      if (share.waiting() >= MOST_WAITING || share.waiting(user) >= MOST_WAITING_OF_A_USER)
        return refused()
      const ticket = share.add(user, isWrite)
      const { promise, ...asking } = Promise.withResolvers<Turn>()
      waiting.set(ticket, asking)
      const giveUp = (): void => {
        share.remove(ticket)
        asking.resolve(refused())
      }
      const patience = setTimeout(giveUp, LONGEST_WAIT_MS)
      signal?.addEventListener('abort', giveUp)
      void serve()
      try {
        return await promise
      } finally {
        clearTimeout(patience)
        signal?.removeEventListener('abort', giveUp)
        waiting.delete(ticket)
      }
    },
  }
}
