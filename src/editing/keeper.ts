/** What the keeper needs. */
interface KeeperOptions {
  isWorthKeeping: () => boolean
  /** @returns whether the browser stored it */
  write: () => Promise<boolean>
  remove: () => Promise<void>
  /** A promise to wait for first: stored work must be read before it is written over. */
  before: () => Promise<void> | undefined
  onKept: (isKept: boolean) => void
}

/** Keeps the work in this browser: one write at a time, always of the latest state. */
export interface Keeper {
  /** @returns resolves once the current work is kept, or cannot be */
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
        // A call during the write has set it again.
        if (!isChanged) return
      }
    } finally {
      // Reset at once: a later call must start a new run, not join one that has finished.
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
