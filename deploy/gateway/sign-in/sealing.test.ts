import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createMemoryStore } from '../store/memory-store.ts'
import { hashOf, isSecret, newSecret, sealedValues } from './sealing.ts'

const schema = z.object({ text: z.string() })
const create = () => {
  const store = createMemoryStore({ maxEntries: 100 })
  return { store, values: sealedValues(store, 'kind', schema) }
}
const keyOf = (id: string) => `sign-in:kind:${hashOf(id)}`

test('what is sealed opens with its secret alone', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const { values } = create()
      const [secret, other] = [newSecret(), newSecret()]
      await values.write(secret, { text }, 60)
      expect(await values.read(secret)).toEqual({ text })
      expect(await values.read(other, secret)).toBeUndefined()
      expect(await values.read(other)).toBeUndefined()
      await values.forget(secret)
      expect(await values.read(secret)).toBeUndefined()
    }),
    { numRuns: 30 },
  ))

test('what was changed, cut or moved in the store is as none', async () => {
  const { store, values } = create()
  const secret = newSecret()
  await values.write(secret, { text: 'a' }, 60)
  const sealed = (await store.get(keyOf(secret))) ?? ''
  const bytes = Buffer.from(sealed, 'base64url')
  const changed = [...bytes.keys()].map((index) => {
    const copy = Buffer.from(bytes)
    copy.writeUInt8((copy[index] ?? 0) ^ 1, index)
    return copy.toString('base64url')
  })
  const cut = [...bytes.keys()].map((end) => bytes.subarray(0, end).toString('base64url'))
  for (const text of [...changed, ...cut, 'no cipher', '{"text":"a"}']) {
    await store.set(keyOf(secret), text, 60)
    expect(await values.read(secret)).toBeUndefined()
  }
  await store.set(keyOf(secret), sealed, 60)
  expect(await values.read(secret)).toEqual({ text: 'a' })
  const others = sealedValues(store, 'other', schema)
  await store.set(`sign-in:other:${hashOf(secret)}`, sealed, 60)
  expect(await others.read(secret)).toBeUndefined()
})

test('what an earlier version stored in another shape is as none', async () => {
  const { store, values } = create()
  const secret = newSecret()
  await sealedValues(store, 'kind', z.object({ words: z.string() })).write(
    secret,
    { words: 'a' },
    60,
  )
  expect(await values.read(secret)).toBeUndefined()
})

test('secrets are long, and each is new', () => {
  const secrets = Array.from({ length: 100 }, newSecret)
  expect(new Set(secrets).size).toBe(100)
  expect(secrets.every(isSecret)).toBe(true)
  for (const text of [undefined, '', 'a', `${secrets[0]}a`, 'ä'.repeat(43), ' '.repeat(43)])
    expect(isSecret(text)).toBe(false)
})
