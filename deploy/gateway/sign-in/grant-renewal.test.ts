import { expect, test } from 'vitest'
import { createMemoryStore } from '../store/memory-store.ts'
import { createRenewal } from './grant-renewal.ts'
import type { Renewal } from './provider.ts'
import { createSessions, type FoundSession } from './sessions.ts'
import type { SignInEvent } from './sign-in-events.ts'

const TOKENS = { idToken: 'i', accessToken: 'a', refreshToken: 'first' }
const ADA = { subject: 'ada', email: null, authenticatedAt: 0 }
const LIMITS = { idleSeconds: 3_600, absoluteSeconds: 36_000, groupsRefreshSeconds: 300 }

/** Two gateways that share a store, and a provider that answers when the test says so. */
const start = async () => {
  let time = 1_000
  const seconds = () => time
  const store = createMemoryStore({ now: () => time * 1000, maxEntries: 100 })
  const sessions = createSessions(store, LIMITS, seconds)
  const grant = { groups: ['old'], checkedAt: time, failingSince: null, tokens: TOKENS }
  const secret = await sessions.create(ADA, grant)
  const used: (string | null)[] = []
  const events: SignInEvent[] = []
  const open = Promise.withResolvers<Renewal>()
  const createGateway = () =>
    createRenewal({
      store,
      sessions,
      provider: {
        renew: ({ refreshToken }) => {
          used.push(refreshToken)
          return open.promise
        },
      },
      settings: LIMITS,
      seconds,
      onEvent: (event) => events.push(event),
    })
  const find = async (): Promise<FoundSession> => {
    const found = await sessions.find(secret)
    if (!found) throw new Error('There is no session.')
    return found
  }
  time += LIMITS.groupsRefreshSeconds
  return {
    gateways: [createGateway(), createGateway()] as const,
    answer: open.resolve,
    secret,
    sessions,
    used,
    events,
    find,
  }
}

const RENEWED: Renewal = {
  kind: 'renewed',
  claims: { subject: 'ada', email: null, groups: ['new'] },
  tokens: { ...TOKENS, refreshToken: 'second' },
}

test('a second gateway goes on with what is known while the first one asks', async () => {
  const { gateways, secret, find, used, answer } = await start()
  const found = await find()
  const first = gateways[0](secret, found)
  const beside = gateways[0](secret, found)
  const second = await gateways[1](secret, found)
  expect(second?.groups).toEqual(['old'])
  answer(RENEWED)
  expect((await first)?.groups).toEqual(['new'])
  expect((await beside)?.groups).toEqual(['new'])
  expect(used).toEqual(['first'])
})

test('a gateway that read the grant before another renewed it uses no token twice', async () => {
  const { gateways, secret, find, used, answer } = await start()
  const stale = await find()
  answer(RENEWED)
  await gateways[0](secret, stale)
  expect((await gateways[1](secret, stale))?.groups).toEqual(['new'])
  expect(used).toEqual(['first'])
  expect((await find()).grant.tokens.refreshToken).toBe('second')
})

test('a refresh token that was replaced is kept where the claims could not be read', async () => {
  const { gateways, secret, find, answer, events } = await start()
  answer({ kind: 'unreachable', reason: 'OAUTH_TIMEOUT', tokens: { ...TOKENS, refreshToken: 'b' } })
  expect((await gateways[0](secret, await find()))?.groups).toEqual(['old'])
  expect((await find()).grant).toMatchObject({ failingSince: 1_300, tokens: { refreshToken: 'b' } })
  expect(events).toEqual([{ kind: 'provider-failed', reason: 'OAUTH_TIMEOUT' }])
})

test('a renewal does not bring back a session that was signed out meanwhile', async () => {
  const { gateways, secret, find, sessions, answer } = await start()
  const renewal = gateways[0](secret, await find())
  await sessions.noteUse(secret, 0)
  await sessions.end(secret)
  answer(RENEWED)
  await renewal
  await sessions.noteUse(secret, 0)
  expect(await sessions.find(secret)).toBeUndefined()
})

test('a session that is gone when its turn comes is over', async () => {
  const { gateways, secret, find, sessions, used, events } = await start()
  const found = await find()
  await sessions.end(secret)
  expect(await gateways[0](secret, found)).toBeUndefined()
  expect([used, events]).toEqual([[], []])
})
