/** A request that waits for its turn. */
export interface Ticket {
  readonly user: string
  readonly isWrite: boolean
}

/** Decides whose turn it is. It knows neither a clock nor who else spends of the budget. */
export interface FairShare {
  add: (user: string, isWrite: boolean) => Ticket
  /**
   * @param spent the requests of all users in this window so far
   * @returns the ticket whose turn it is; undefined where all have to wait for the next window
   */
  next: (spent: number) => Ticket | undefined
  /** Takes a ticket whose turn it was out of the queue. @returns whether it was still waiting */
  take: (ticket: Ticket) => boolean
  /** Takes out a ticket that waits no more. */
  remove: (ticket: Ticket) => void
  /** Begins the next window, in which nobody has spent anything. */
  startWindow: () => void
  /** @returns the number of tickets that wait, of all users or of one */
  waiting: (user?: string) => number
}

/** The part of the budget that one user may spend, so that something is left for the others. */
const USER_PART = 0.8
/** The part that reading may spend, so that something is left for writes. */
const READ_PART = 0.9

interface Queue {
  /** The turns of the waiting tickets, one for each. A smaller one comes first. */
  turns: number[]
  writes: Ticket[]
  reads: Ticket[]
  spent: number
}

/**
 * Shares a budget of requests among users, by start-time fair queueing: a user's tickets get turns
 * one after the other, from the turn that is served when the first of them comes. So a user with one
 * request waits for two requests of each other user at most, however many they have. A turn belongs to
 * the user, and the user's writes come before their reads.
 * @param budget the requests of a window, at least 1
 */
export const createFairShare = (budget: number): FairShare => {
  const queues = new Map<string, Queue>()
  const userLimit = Math.max(1, Math.floor(budget * USER_PART))
  const readLimit = Math.max(1, Math.floor(budget * READ_PART))
  /** The turn that was served last. */
  let served = 0

  const queueOf = (user: string): Queue => {
    const queue = queues.get(user) ?? { turns: [], writes: [], reads: [], spent: 0 }
    queues.set(user, queue)
    return queue
  }
  const withdraw = (ticket: Ticket): Queue | undefined => {
    const queue = queues.get(ticket.user)
    const tickets = ticket.isWrite ? queue?.writes : queue?.reads
    const index = tickets?.indexOf(ticket) ?? -1
    if (index < 0) return undefined
    tickets?.splice(index, 1)
    return queue
  }

  return {
    add: (user, isWrite) => {
      const queue = queueOf(user)
      const ticket = { user, isWrite }
      queue.turns.push(Math.max(served, queue.turns.at(-1) ?? 0) + 1)
      ;(isWrite ? queue.writes : queue.reads).push(ticket)
      return ticket
    },
    next: (spent) => {
      if (spent >= budget) return undefined
      const inTurn = [...queues.values()]
        .filter(({ turns, spent: ofUser }) => turns.length > 0 && ofUser < userLimit)
        .toSorted((a, b) => (a.turns[0] ?? 0) - (b.turns[0] ?? 0))
      for (const { writes, reads } of inTurn) {
        const ticket = writes[0] ?? (spent < readLimit ? reads[0] : undefined)
        if (ticket) return ticket
      }
      return undefined
    },
    take: (ticket) => {
      const queue = withdraw(ticket)
      if (!queue) return false
      served = Math.max(served, queue.turns.shift() ?? 0)
      queue.spent += 1
      return true
    },
    remove: (ticket) => {
      withdraw(ticket)?.turns.pop()
    },
    startWindow: () => {
      for (const [user, queue] of queues) {
        queue.spent = 0
        if (queue.turns.length === 0) queues.delete(user)
      }
    },
    waiting: (user) =>
      user === undefined
        ? [...queues.values()].reduce((sum, { turns }) => sum + turns.length, 0)
        : (queues.get(user)?.turns.length ?? 0),
  }
}
