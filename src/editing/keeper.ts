/** What keeping the work needs to know. */
interface KeeperOptions {
  isWorthKeeping: () => boolean
  /** @returns whether the browser keeps it */
  write: () => Promise<boolean>
  remove: () => Promise<void>
  /** What has to end first: nothing is written over what was not yet read. */
  before: () => Promise<void> | undefined
  onKept: (isKept: boolean) => void
}

/** Keeps the work in this browser, one write after the other, the last state always. */
export interface Keeper {
  /** @returns resolves once the work as it is now is kept, or cannot be */
  keep: () => Promise<void>
}

export const createKeeper = (options: KeeperOptions): Keeper => {
  let running: Promise<void> | undefined
  let isChanged = false
  let hasRecord = true

  const writeOnce = async (): Promise<void> => {
    isChanged = false
    if (options.isWorthKeeping()) {
      hasRecord = true
      options.onKept(await options.write())
    } else if (hasRecord) {
      hasRecord = false
      await options.remove()
      options.onKept(true)
    }
  }
  const run = async (): Promise<void> => {
    try {
      await options.before()
      for (;;) {
        await writeOnce()
        // Set again by a call that came while it was written.
        if (!isChanged) return
      }
    } finally {
      // At once: a call that comes a moment later needs a run that still writes.
      running = undefined
    }
  }

  return {
    keep: () => {
      isChanged = true
      running ??= run()
      return running
    },
  }
}
