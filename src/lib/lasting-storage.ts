import { service } from './services.ts'
import { createStore } from './store.ts'

/**
 * Whether the browser has agreed to keep this page's data until somebody deletes it. Without that it
 * may delete the data by itself: some browsers do so after a week without a visit, others when
 * space runs short.
 */
export const isStorageLasting = service(() => createStore(false))

/**
 * Asks the browser, once in the life of a page, to keep this page's data for good. Call it when there
 * is something to keep: some browsers ask the user. Nothing depends on the answer.
 */
export const askForLastingStorage = service(async (): Promise<void> => {
  try {
    const { storage } = globalThis.navigator as { storage?: StorageManager }
    const isLasting = (await storage?.persisted()) || (await storage?.persist())
    isStorageLasting().setState(isLasting === true)
  } catch {
    // The browser then decides how long it keeps the data.
  }
})
