import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { localDb } from '../../lib/local-db.ts'
import { storedSocEdit } from './save-intents.ts'

/**
 * What was typed and not yet saved, kept in this browser. Each tab keeps its own, so that two of
 * them with the same review never overwrite each other's.
 */

const MAX_AGE_MS = 30 * 86_400_000

const storedDraft = z.object({
  vendorId: z.number(),
  reviewId: z.number(),
  /** What the review is called in a list of drafts. */
  reviewTitle: z.string(),
  /** What was edited. */
  base: storedSocEdit,
  edit: storedSocEdit,
  baseTitle: z.string(),
  title: z.string(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** The tab that keeps it. */
  tab: z.string(),
})

/** Unsaved work on a review. */
export type StoredDraft = z.infer<typeof storedDraft>

const db = localDb('drafts', storedDraft)

type Place = Pick<StoredDraft, 'vendorId' | 'reviewId' | 'tab'>
const keyOf = ({ vendorId, reviewId, tab }: Place): string => `${vendorId}/${reviewId}/${tab}`

const TAB_KEY = 'countersign-tab'
const TAB_LOCK = 'countersign:tab/'

const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`

const locksOf = (): LockManager | undefined =>
  (globalThis.navigator as { locks?: LockManager }).locks

/** The id that this tab had before it was reloaded. */
const rememberedId = (): string | null => {
  try {
    return sessionStorage.getItem(TAB_KEY)
  } catch {
    return null
  }
}

const rememberId = (id: string): void => {
  try {
    sessionStorage.setItem(TAB_KEY, id)
  } catch {
    // Without it a reload makes another tab of this one, which takes up its drafts all the same.
  }
}

/** Holds a tab's id for as long as the tab lives. @returns false where another tab holds it */
const hold = (id: string): Promise<boolean> => {
  const locks = locksOf()
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const held = locks.request(TAB_LOCK + id, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => undefined)
    })
    held.catch(() => resolve(true))
  })
}

/** A tab that was duplicated has the session of the other, and so its id: it takes a new one. */
const claimId = async (): Promise<string> => {
  const remembered = rememberedId()
  if (remembered !== null && (await hold(remembered))) return remembered
  const id = newId()
  rememberId(id)
  await hold(id)
  return id
}

let claimed: Promise<string> | undefined
/** Tells this tab from the others; survives a reload. */
const tabId = (): Promise<string> => {
  claimed ??= claimId()
  return claimed
}

/** The tabs that are open, or undefined where the browser cannot tell. */
const openTabs = async (): Promise<ReadonlySet<string> | undefined> => {
  try {
    const state = await locksOf()?.query()
    const names = state?.held?.flatMap(({ name }) => name ?? [])
    return names && new Set(names.map((name) => name.replace(TAB_LOCK, '')))
  } catch {
    return undefined
  }
}

/** Every draft of this browser, the newest first; those that are too old are dropped. */
export const listDrafts = async (): Promise<StoredDraft[]> => {
  const drafts = (await db.entries()).map(([, draft]) => draft)
  const isOld = ({ savedAt }: StoredDraft): boolean => Date.now() - savedAt > MAX_AGE_MS
  await Promise.all(drafts.filter(isOld).map((draft) => db.delete(keyOf(draft))))
  return drafts
    .filter((draft) => !isOld(draft))
    .toSorted((one, other) => other.savedAt - one.savedAt)
}

/**
 * The draft to go on with: this tab's own, else the newest one of a tab that is no longer open,
 * which then becomes this tab's.
 */
export const readDraft = async (
  vendorId: number,
  reviewId: number,
): Promise<StoredDraft | undefined> => {
  const [drafts, tab] = [await listDrafts(), await tabId()]
  const ofReview = drafts.filter(
    (draft) => draft.vendorId === vendorId && draft.reviewId === reviewId,
  )
  const own = ofReview.find((draft) => draft.tab === tab)
  if (own || ofReview.length === 0) return own
  const open = await openTabs()
  const left = ofReview.find((draft) => !open?.has(draft.tab))
  if (!left) return undefined
  const adopted = { ...left, tab }
  // A tab that may still be open goes on with its own, beside this copy.
  if ((await db.set(keyOf(adopted), adopted)) && open) await db.delete(keyOf(left))
  return adopted
}

/** Keeps a draft of this tab. @returns whether the browser keeps it */
export const writeDraft = async (draft: Omit<StoredDraft, 'savedAt' | 'tab'>): Promise<boolean> => {
  const kept = { ...draft, savedAt: Date.now(), tab: await tabId() }
  return db.set(keyOf(kept), kept)
}

/** Deletes this tab's draft of a review, or the one that another tab keeps. */
export const deleteDraft = async (
  vendorId: number,
  reviewId: number,
  tab?: string,
): Promise<void> => db.delete(keyOf({ vendorId, reviewId, tab: tab ?? (await tabId()) }))

/** Deletes every draft of this browser. */
export const wipeDrafts = (): Promise<void> => db.clear()

const message = z.object({ kind: z.enum(['hello', 'here', 'bye']), from: z.string() })

/**
 * Tells a page how many other tabs have the same review open.
 * @param onOthers called whenever the number changes
 * @returns stops watching, and tells the others
 */
export const watchReview = (
  vendorId: number,
  reviewId: number,
  onOthers: (count: number) => void,
): (() => void) => {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(`countersign-review-${vendorId}-${reviewId}`)
  const from = newId()
  const others = new Set<string>()
  const say = (kind: z.infer<typeof message>['kind']): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel.postMessage({ kind, from })
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>): void => {
    const heard = message.safeParse(data)
    if (!heard.success) return
    const before = others.size
    if (heard.data.kind === 'bye') others.delete(heard.data.from)
    else others.add(heard.data.from)
    if (heard.data.kind === 'hello') say('here')
    if (others.size !== before) onOthers(others.size)
  })
  // A page that is put away may come back as it was, without having heard of the others.
  const leave = (): void => say('bye')
  const comeBack = (event: PageTransitionEvent): void => {
    if (event.persisted) say('hello')
  }
  globalThis.addEventListener?.('pagehide', leave)
  globalThis.addEventListener?.('pageshow', comeBack)
  say('hello')

  return () => {
    leave()
    globalThis.removeEventListener?.('pagehide', leave)
    globalThis.removeEventListener?.('pageshow', comeBack)
    channel.close()
  }
}

/** The drafts of this browser, asked anew each time they are looked at. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts'] as const,
  queryFn: listDrafts,
  staleTime: 0,
})
