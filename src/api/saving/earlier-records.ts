import { localDb } from '../../lib/local-db.ts'
import { type ForeignRecord, textsIn } from './work-store.ts'

/**
 * What versions of the app before records had owners keep in this browser: drafts, and saves that
 * were not finished. They are offered as text to the user who was there last, and left where they are
 * until that user forgets them.
 */
const anything = { safeParse: (data: unknown) => ({ success: true as const, data }) }

const DATABASES = ['drafts', 'saves'] as const
const KEY = /^(\d+)\/(\d+)\//

const dbs = DATABASES.map((name) => ({ name, db: localDb<unknown>(name, anything) }))
const lastUser = localDb<unknown>('owner', anything)

/** What such a record holds that its base does not. */
const typedIn = (stored: unknown): string[] => {
  const { base, edit, intent, title } = (stored ?? {}) as Record<string, unknown>
  const { base: from, target } = (intent ?? {}) as Record<string, unknown>
  const known = new Set(textsIn([base, from]))
  return textsIn([edit, target, title]).filter((text) => !known.has(text))
}

/** @param user the signed-in user's name; empty where nobody signs in */
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

/** Forgets a record. @param key as {@link listEarlier} gave it */
export const forgetEarlier = async (key: string): Promise<void> => {
  const found = dbs.find(({ name }) => key.startsWith(`${name} `))
  await found?.db.delete(key.slice(found.name.length + 1))
}
