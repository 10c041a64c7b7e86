import { newId } from '../../lib/ids.ts'
import { holdLock, namesOfLocks } from '../../lib/locks.ts'

/** Identifies the tabs of this browser, and tells which of them are open. */
export interface Tabs {
  /** This tab's id, which survives a reload. */
  own: () => Promise<string>
  /** The ids of the open tabs; undefined if the browser cannot tell. */
  open: () => Promise<ReadonlySet<string> | undefined>
}

const TAB_KEY = 'countersign-tab'
const TAB_LOCK = 'tab/'

/** The id that this tab had before a reload. */
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
    // Without it, a reloaded tab counts as a new one. It still takes over the old one's work.
  }
}

/**
 * Reserves a tab's id for the life of the tab. The browser frees it when the tab closes or crashes.
 * @returns false if another tab holds it
 */
const hold = async (id: string): Promise<boolean> => (await holdLock(TAB_LOCK + id)) !== null

/** Finds a free id. A duplicated tab copies the session storage of the original, so also its id. */
const claimId = async (): Promise<string> => {
  const remembered = rememberedId()
  if (remembered !== null && (await hold(remembered))) return remembered
  const id = newId()
  rememberId(id)
  await hold(id)
  return id
}

const openTabs = async (): Promise<ReadonlySet<string> | undefined> => {
  const names = await namesOfLocks()
  return names && new Set([...names].map((name) => name.replace(TAB_LOCK, '')))
}

export const createTabs = (): Tabs => {
  let claimed: Promise<string> | undefined
  return {
    own: () => {
      claimed ??= claimId()
      return claimed
    },
    open: openTabs,
  }
}
