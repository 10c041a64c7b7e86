import * as z from 'zod/mini'
import type { ReviewKey } from './save-work.ts'
import type { Tabs } from './tabs.ts'

const channelOf = ({ vendorId, reviewId }: ReviewKey): string =>
  `countersign-review-${vendorId}-${reviewId}`

const message = z.object({ kind: z.enum(['hello', 'here', 'bye', 'saved']), from: z.string() })

/**
 * Watches how many other tabs have the same review open. A tab that crashes sends no message; it
 * stops counting as soon as the browser knows that it is gone.
 *
 * @param onOthers called when the number may have changed
 * @param onSaved called when another tab has saved something in the review
 * @returns a function that stops watching, and tells the others
 */
export const watchReview = (
  key: ReviewKey,
  tabs: Tabs,
  onOthers: (count: number) => void,
  onSaved: () => void,
): (() => void) => {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(channelOf(key))
  const others = new Set<string>()
  let isOver = false

  const say = async (kind: z.infer<typeof message>['kind']): Promise<void> => {
    const from = await tabs.own()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin
    if (!isOver) channel.postMessage({ kind, from })
  }
  const count = async (): Promise<void> => {
    const open = await tabs.open()
    for (const tab of others) if (open && !open.has(tab)) others.delete(tab)
    if (!isOver) onOthers(others.size)
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>): void => {
    const heard = message.safeParse(data)
    if (!heard.success) return
    const { kind, from } = heard.data
    if (kind === 'saved') {
      onSaved()
      return
    }
    if (kind === 'bye') others.delete(from)
    else others.add(from)
    if (kind === 'hello') void say('here')
    void count()
  })
  const leave = (): void => void say('bye')
  // A page that comes back from the browser's cache has missed the messages of the others.
  const comeBack = (event: PageTransitionEvent): void => {
    if (event.persisted) void say('hello')
  }
  const look = (): void => void count()
  globalThis.addEventListener?.('pagehide', leave)
  globalThis.addEventListener?.('pageshow', comeBack)
  globalThis.addEventListener?.('focus', look)
  void say('hello')

  return () => {
    void say('bye').finally(() => {
      isOver = true
      channel.close()
    })
    globalThis.removeEventListener?.('pagehide', leave)
    globalThis.removeEventListener?.('pageshow', comeBack)
    globalThis.removeEventListener?.('focus', look)
  }
}

/** Tells the other tabs that something in the review was saved. */
export const announceSave = async (key: ReviewKey, tabs: Tabs): Promise<void> => {
  if (typeof BroadcastChannel === 'undefined') return
  const from = await tabs.own()
  const channel = new BroadcastChannel(channelOf(key))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin
  channel.postMessage({ kind: 'saved', from } satisfies z.infer<typeof message>)
  channel.close()
}
