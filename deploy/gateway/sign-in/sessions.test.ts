import { expect, test } from 'vitest'
import { createMapStore } from '../testing/map-store.ts'
import { createPendingSignIns } from './pending-sign-ins.ts'
import { newSecret } from './sealing.ts'
import { createSessions } from './sessions.ts'

const TOKENS = { idToken: 'i', accessToken: 'a', refreshToken: null }
const GRANT = { groups: ['a'], checkedAt: 0, failingSince: null, tokens: TOKENS }
const ADA = { subject: 'ada', email: null, authenticatedAt: 0 }

/** The limits hold by the gateway's clock, too: this store forgets nothing. */
const start = async () => {
  const clock = { seconds: 0 }
  const limits = { idleSeconds: 1_000, absoluteSeconds: 2_500 }
  const store = createMapStore()
  const sessions = createSessions(store, limits, () => clock.seconds)
  return { clock, store, sessions, secret: await sessions.create(ADA, GRANT) }
}

test('a session ends by its idle limit', async () => {
  const { clock, sessions, secret } = await start()
  clock.seconds = 999
  expect(await sessions.find(secret)).toMatchObject({ session: ADA, grant: GRANT, usedAt: 0 })
  clock.seconds = 1_000
  expect(await sessions.find(secret)).toBeUndefined()
})

test('a session that is used ends by its absolute limit', async () => {
  const { clock, sessions, secret } = await start()
  for (const seconds of [900, 1_800, 2_499]) {
    clock.seconds = seconds
    const found = await sessions.find(secret)
    expect(found).toMatchObject({ session: { createdAt: 0 } })
    await sessions.noteUse(secret, found?.usedAt ?? 0)
  }
  clock.seconds = 2_500
  expect(await sessions.find(secret)).toBeUndefined()
})

test('a use is written at most once a minute', async () => {
  const { clock, sessions, secret } = await start()
  clock.seconds = 59
  await sessions.noteUse(secret, 0)
  expect(await sessions.find(secret)).toMatchObject({ usedAt: 0 })
  clock.seconds = 60
  await sessions.noteUse(secret, 0)
  expect(await sessions.find(secret)).toMatchObject({ usedAt: 60 })
})

test('a session is over when any part of it is gone, and leaves nothing behind', async () => {
  const { store } = await start()
  for (const lost of store.values.keys()) {
    const { store, sessions, secret } = await start()
    const [, kind = ''] = lost.split(':')
    for (const key of store.values.keys()) if (key.includes(kind)) store.values.delete(key)
    expect(await sessions.find(secret)).toBeUndefined()
    await sessions.end(secret)
    expect([...store.values]).toEqual([])
  }
})

test('a sign-in that has begun is handed out once, however many ask at once', async () => {
  const store = createMapStore()
  const pending = createPendingSignIns(store)
  const signIn = { to: '/', nonce: 'n', codeVerifier: 'v', isFresh: false, startedAt: 0 }
  const { state, secret } = await pending.begin(signIn)
  expect(await pending.take(state, newSecret())).toBeUndefined()
  expect(await pending.take(newSecret(), secret)).toBeUndefined()
  const taken = await Promise.all([1, 2, 3].map(() => pending.take(state, secret)))
  expect(taken.filter(Boolean)).toEqual([signIn])
  expect(await pending.take(state, secret)).toBeUndefined()
})
