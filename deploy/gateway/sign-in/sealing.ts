import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type * as z from 'zod/mini'
import type { Store } from '../store/store.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** A new secret that a browser keeps in a cookie: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Whether a text can be a secret of {@link newSecret}. */
export const isSecret = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{43}$/.test(text)

/** The name of a secret, from which nobody can find the secret. */
export const hashOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url')

const keyOf = (secret: string, name: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `countersign ${name}`, 32))

const seal = (text: string, key: Uint8Array): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv)
  const sealed = [cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url')
}

/** @returns undefined where it was sealed with another key, or changed */
const open = (sealed: string, key: Uint8Array): string | undefined => {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const text = bytes.subarray(IV_BYTES + TAG_BYTES)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/**
 * One kind of value in the store, which only the holder of a secret can read or write. The secret
 * lies in a cookie, and the store has its hash alone: who reads the store opens nothing, and who
 * writes it changes nobody’s session.
 * @param kind part of the key in the store and of the encryption, so that one kind cannot stand in
 *   for another
 * @param schema a value that does not fit counts as none
 */
export const sealedValues = <T>(store: Store, kind: string, schema: z.ZodMiniType<T>) => {
  const nameOf = (id: string): string => `sign-in:${kind}:${hashOf(id)}`
  return {
    /** @param id whose hash is the key; the secret itself unless it is given */
    read: async (secret: string, id = secret): Promise<T | undefined> => {
      const sealed = await store.get(nameOf(id))
      const text = sealed === undefined ? undefined : open(sealed, keyOf(secret, nameOf(id)))
      return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data
    },
    write: (secret: string, value: T, seconds: number, id = secret): Promise<void> =>
      store.set(
        nameOf(id),
        seal(JSON.stringify(value), keyOf(secret, nameOf(id))),
        Math.max(1, Math.ceil(seconds)),
      ),
    forget: (id: string): Promise<void> => store.delete(nameOf(id)),
  }
}
