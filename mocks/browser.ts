import { network } from 'virtual:msw'
import { HttpResponse, http } from 'msw/http'
import { localDay } from '../src/lib/dates.ts'
import { createHandlers } from './handlers.ts'
import { PREFIX, persistentStore, type Shelf } from './persistence.ts'
import { SCENARIOS, scenarioState } from './scenarios.ts'
import { manyStore } from './seed/many.ts'
import { createSeed } from './seed/seed.ts'
import { errorBody } from './service/errors.ts'
import type { Store } from './service/store.ts'

/** What the page may do with its demo. */
export interface Demo {
  /** Forgets every change. What the page has read before is then out of date. */
  reset(): Promise<void>
  scenarios: readonly { name: string; title: string }[]
}

const CONFIG = { apiVersion: 2, readOnly: false, user: null, keyPresent: true }

const today = (): string => localDay(new Date())

/** The browser's storage; null where it is blocked, which some browsers say by throwing. */
const shelfOrNull = (): Shelf | null => {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/**
 * Starts the service in the page. Requests of the API are answered here; whatever else the page
 * asks for goes its way.
 */
export const start = async (): Promise<Demo> => {
  const store = persistentStore(
    shelfOrNull(),
    (day) => createSeed({ today: day, unknownValues: true }),
    today,
  )
  // Another tab changed or reset the data; a null key means that all of the storage was cleared.
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(PREFIX)) store.invalidate()
  })
  let many: Store | undefined
  const scenario = scenarioState(() => new URLSearchParams(window.location.search).get('scenario'))

  network.configure({
    handlers: [
      http.get('*/api/config', () => HttpResponse.json(CONFIG)),
      ...createHandlers({
        store: () => store,
        many: () => {
          many ??= manyStore({ today: today(), unknownValues: true })
          return many
        },
        scenario,
        unknownValues: true,
        requireKey: false,
      }),
      http.all('*/api/*', ({ request }) =>
        HttpResponse.json(errorBody(404, `Cannot ${request.method} this address`), { status: 404 }),
      ),
    ],
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  })
  await network.enable()

  return {
    reset: async () => {
      store.reset()
      many = undefined
      scenario.restart()
    },
    scenarios: SCENARIOS,
  }
}
