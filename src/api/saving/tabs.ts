import { newId } from '../../lib/ids.ts'
import { holdLock, namesOfLocks } from '../../lib/locks.ts'

/** Tells the tabs of this browser apart, and which of them are open. */
export interface Tabs {
  /** This tab's id; it survives a reload. */
  own: () => Promise<string>
  /** The ids of the tabs that are open; undefined where the browser cannot tell. */
  open: () => Promise<ReadonlySet<string> | undefined>
}

const TAB_KEY = 'countersign-tab'
const TAB_LOCK = 'tab/'

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
    // Without it, a reload makes another tab of this one, which takes over its work all the same.
  }
}

/**
 * Holds a tab's id for as long as the tab lives: the browser lets go of what a tab that crashed held.
 * @returns false where another tab holds it
 */
const hold = async (id: string): Promise<boolean> => (await holdLock(TAB_LOCK + id)) !== null

/** A duplicated tab has the session storage of the other, and so its id: it takes a new one. */
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
