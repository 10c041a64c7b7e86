import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFairShare, type FairShare, type Ticket } from './fair-share.ts'

const users = fc.constantFrom('ada', 'ben', 'cleo', 'dan')
const asked = fc.record({ user: users, isWrite: fc.boolean() })
const budgets = fc.integer({ min: 1, max: 20 })

/** Serves what may start in this window. @param spent of it by other gateways */
const serveWindow = (share: FairShare, spent = 0): Ticket[] => {
  share.startWindow()
  const served: Ticket[] = []
  for (;;) {
    const ticket = share.next(spent + served.length)
    if (!ticket) return served
    share.take(ticket)
    served.push(ticket)
  }
}

test('a window never has more than the budget, whatever other gateways spend', () => {
  fc.assert(
    fc.property(budgets, fc.array(asked), fc.nat({ max: 30 }), (budget, all, spent) => {
      const share = createFairShare(budget)
      for (const { user, isWrite } of all) share.add(user, isWrite)
      expect(serveWindow(share, spent).length).toBeLessThanOrEqual(Math.max(0, budget - spent))
    }),
  )
})

test('nobody starves: each window serves something, and all are served in the end', () => {
  fc.assert(
    fc.property(budgets, fc.array(asked), (budget, all) => {
      const share = createFairShare(budget)
      const tickets = all.map(({ user, isWrite }) => share.add(user, isWrite))
      const served: Ticket[] = []
      while (share.waiting() > 0) {
        const now = serveWindow(share)
        expect(now.length).toBeGreaterThan(0)
        served.push(...now)
      }
      expect(new Set(served)).toEqual(new Set(tickets))
      expect(served).toHaveLength(tickets.length)
    }),
  )
})

test('a user’s writes come before their reads, each in the order of asking', () => {
  fc.assert(
    fc.property(budgets, fc.array(asked), (budget, all) => {
      const share = createFairShare(budget)
      const tickets = all.map(({ user, isWrite }) => share.add(user, isWrite))
      const served: Ticket[] = []
      while (share.waiting() > 0) served.push(...serveWindow(share))
      for (const user of ['ada', 'ben', 'cleo', 'dan']) {
        const own = tickets.filter((ticket) => ticket.user === user)
        const wanted = [
          ...own.filter(({ isWrite }) => isWrite),
          ...own.filter(({ isWrite }) => !isWrite),
        ]
        const got = served.filter((ticket) => ticket.user === user)
        expect(got.map((ticket) => tickets.indexOf(ticket))).toEqual(
          wanted.map((ticket) => tickets.indexOf(ticket)),
        )
      }
    }),
  )
})

test('a newcomer waits for two requests of each other user at most', () => {
  fc.assert(
    fc.property(
      fc.array(asked, { minLength: 1, maxLength: 60 }),
      fc.nat({ max: 40 }),
      (all, before) => {
        const share = createFairShare(1_000)
        for (const { user } of all) share.add(user, true)
        for (let count = 0; count < before; count++) {
          const ticket = share.next(0)
          if (ticket) share.take(ticket)
        }
        const newcomer = share.add('eve', true)
        const others = new Set(all.map(({ user }) => user)).size
        for (let waited = 0; waited <= 2 * others; waited++) {
          const ticket = share.next(0)
          if (ticket === newcomer) return
          expect(ticket).toBeDefined()
          if (ticket) share.take(ticket)
        }
        expect.unreachable('The newcomer waited for longer.')
      },
    ),
  )
})

test('one user leaves something of the budget to the others, and reading to writes', () => {
  const share = createFairShare(10)
  for (let count = 0; count < 20; count++) share.add('ada', false)
  expect(serveWindow(share)).toHaveLength(8)
  share.add('ben', false)
  share.add('ben', false)
  expect(share.next(8)).toMatchObject({ user: 'ben' })
  expect(share.next(9)).toBeUndefined()
  share.add('ben', true)
  expect(share.next(9)).toMatchObject({ user: 'ben', isWrite: true })
})

test('a ticket that waits no more is not served, and may not be taken', () => {
  const share = createFairShare(10)
  const [first, second] = [share.add('ada', true), share.add('ada', true)]
  share.remove(first)
  expect(share.take(first)).toBe(false)
  expect(serveWindow(share)).toEqual([second])
  expect([share.waiting(), share.waiting('ada')]).toEqual([0, 0])
})
