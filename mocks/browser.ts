import './blocked-storage.ts'
import { network } from 'virtual:msw'
import { HttpResponse, http } from 'msw/http'
import { localDay } from '../src/lib/dates.ts'
import { documentFiles } from './document-files.ts'
import { formCarrier, readCarried } from './form-carrier.ts'
import { createHandlers, own, signedOut } from './handlers.ts'
import { PREFIX, persistentStore } from './persistence.ts'
import { scenarioData } from './scenario-data.ts'
import { parseScenario, SCENARIOS, scenarioState } from './scenarios.ts'
import { hasReportFile, REPORT_FOLDER } from './seed/report-vendors.ts'
import sampleReport from './seed/sample-report.pdf?url'
import { createSeed } from './seed/seed.ts'
import type { SignedUrl } from './service/context.ts'
import { errorBody } from './service/errors.ts'

/** What the page can do with its demo. */
export interface Demo {
  /** Undoes every change. Data that the page has read before is out of date afterwards. */
  reset(): Promise<void>
  scenarios: readonly { name: string; title: string }[]
  /** Sends a form with files to the service; form-carrier.ts says why a request would not do. */
  carryForm: ReturnType<typeof formCarrier>
}

const scenarioText = (): string | null =>
  new URLSearchParams(window.location.search).get('scenario')

/** The roles that scenarios give to the visitor. */
const ROLES = ['read', 'edit', 'decide'] as const

/** What the gateway of live mode answers at /api/config. */
const config = () => {
  const names = parseScenario(scenarioText()).map(({ name }) => name)
  const role = ROLES.find((known) => names.includes(`role-${known}`))
  const readOnly = names.includes('read-only') || role === 'read'
  return {
    apiVersion: names.includes('version-1') ? 1 : 2,
    readOnly,
    company: 'demo',
    // The demo has no sign-in, but for the scenarios about those who are signed in.
    user: role === undefined ? null : 'ada@example.com',
    keyPresent: true,
    role: role ?? (readOnly ? 'read' : 'decide'),
  }
}

/** Whether the scenario is that nobody is signed in, whatever is asked for. */
const isSignedOut = (): boolean =>
  parseScenario(scenarioText()).some(
    ({ name, operationId, count }) =>
      name === 'signed-out' && operationId === null && count === null,
  )

/**
 * The demo keeps no bytes of documents. Some reports are files beside the app; all others open as the
 * same sample.
 */
const signedUrl: SignedUrl = (document, expires) => {
  const path = hasReportFile(document) ? `/${REPORT_FOLDER}${document.name}` : sampleReport
  const url = new URL(path, window.location.href)
  const query = { document: String(document.id), expires: String(expires) }
  url.search = new URLSearchParams(query).toString()
  return url.href
}

const today = (): string => localDay(new Date())

/** MSW asks for a newer worker and does not handle a failure. The installed worker will do. */
const ignoreFailedWorkerUpdate = (event: PromiseRejectionEvent): void => {
  const { reason } = event as { reason: unknown }
  if (reason instanceof TypeError && reason.message.startsWith('Failed to update a ServiceWorker'))
    event.preventDefault()
}

/** Starts the service in the page. It answers requests of the API, and lets all others pass. */
export const start = async (): Promise<Demo> => {
  window.addEventListener('unhandledrejection', ignoreFailedWorkerUpdate)
  const store = persistentStore(
    window.localStorage,
    (day) => createSeed({ today: day, unknownValues: true }),
    today,
  )
  // Another tab changed or reset the data; a null key means that all of the storage was cleared.
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(PREFIX)) store.invalidate()
  })
  const data = scenarioData(() => ({ today: today(), unknownValues: true }))
  const scenario = scenarioState(scenarioText)

  const service = createHandlers({
    store: () => store,
    dataOf: data.of,
    scenario,
    roots: { 1: '*/api/v1', 2: '*/api/v2' },
    unknownValues: true,
    requireKey: false,
    signedUrl,
    readForm: readCarried,
  })
  const handlers = [
    http.get('*/api/config', () =>
      isSignedOut() ? signedOut() : HttpResponse.json(config(), { headers: own() }),
    ),
    http.post('*/sign-in/out', () => HttpResponse.json({ signOutUrl: null }, { headers: own() })),
    documentFiles(service),
    ...service,
    http.all('*/api/*', ({ request }) =>
      HttpResponse.json(errorBody(404, `Cannot ${request.method} this address`), {
        status: 404,
        headers: own(),
      }),
    ),
  ]
  network.configure({
    handlers,
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  })
  await network.enable()

  return {
    reset: async () => {
      store.reset()
      data.forget()
      scenario.restart()
    },
    scenarios: SCENARIOS,
    carryForm: formCarrier(handlers),
  }
}
