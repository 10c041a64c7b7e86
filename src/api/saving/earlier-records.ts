import { localDb } from '../../lib/local-db.ts'
import { type ForeignRecord, textsIn } from './work-store.ts'

/**
 * Drafts and unfinished saves that older versions of the app have kept in this browser, before
 * records had owners. They are offered as text to the user who was last signed in, and kept until
 * that user deletes them.
 */
const anything = { safeParse: (data: unknown) => ({ success: true as const, data }) }

const DATABASES = ['drafts', 'saves'] as const
const KEY = /^(\d+)\/(\d+)\//

const dbs = DATABASES.map((name) => ({ name, db: localDb<unknown>(name, anything) }))
const lastUser = localDb<unknown>('owner', anything)

/** The texts of a record that its base does not have. */
const typedIn = (stored: unknown): string[] => {
  const { base, edit, intent, title } = (stored ?? {}) as Record<string, unknown>
  const { base: from, target } = (intent ?? {}) as Record<string, unknown>
  const known = new Set(textsIn([base, from]))
  return textsIn([edit, target, title]).filter((text) => !known.has(text))
}

/**
 * Lists what older versions have kept.
 * @param user the signed-in user's name; empty in deployments without sign-in
 */
export const listEarlier = async (user: string): Promise<ForeignRecord[]> => {
  if (((await lastUser.get('name')) ?? '') !== user) return []
  const found = await Promise.all(
    dbs.map(async ({ name, db }) =>
      (await db.entries()).map(([key, stored]): ForeignRecord => {
        const [, vendorId, reviewId] = KEY.exec(key) ?? []
        const review = { vendorId: Number(vendorId), reviewId: Number(reviewId) }
        return {
          key: `${name} ${key}`,
          review: vendorId === undefined ? undefined : review,
          texts: typedIn(stored),
        }
      }),
    ),
  )
  return found.flat()
}

/** Deletes what older versions have kept, of every user. */
export const forgetAllEarlier = async (): Promise<void> => {
  await Promise.all([...dbs.map(({ db }) => db.clear()), lastUser.clear()])
}

/** Deletes a record. @param key as returned by {@link listEarlier} */
export const forgetEarlier = async (key: string): Promise<void> => {
  const found = dbs.find(({ name }) => key.startsWith(`${name} `))
  await found?.db.delete(key.slice(found.name.length + 1))
}
