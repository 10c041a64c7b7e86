import { getResponse } from 'msw/utils/get-response'
import type { Dialect } from '../src/domain/review-actions.ts'
import { createHandlers, type HandlersOptions } from './handlers.ts'
import { scenarioData } from './scenario-data.ts'
import { scenarioState } from './scenarios.ts'
import { createSeed } from './seed/seed.ts'
import { type Context, createContext } from './service/context.ts'
import { memoryStore } from './service/store.ts'

/** The day of the seed in the tests of the service, whose clock stands still. */
export const TEST_DAY = '2026-11-22'
export const TEST_NOW = new Date('2026-11-22T12:00:00.000Z')

export const testSeed = () => createSeed({ today: TEST_DAY, unknownValues: false })

export const testContext = (dialect: Dialect = '2026'): Context =>
  createContext(memoryStore(testSeed()), { dialect, now: () => TEST_NOW })

/** The origin of the page in tests. */
export const TEST_ORIGIN = 'http://localhost'

/** Makes the demo service of a page, and functions that send requests to it. */
export const openTestPage = (more: Pick<HandlersOptions, 'readForm' | 'onForm'> = {}) => {
  const options = { today: TEST_DAY, unknownValues: true }
  let scenario = ''
  const store = memoryStore(createSeed(options))
  const handlers = createHandlers({
    store: () => store,
    dataOf: scenarioData(() => options).of,
    scenario: scenarioState(() => scenario),
    roots: { 1: '*/api/v1', 2: '*/api/v2' },
    unknownValues: true,
    requireKey: false,
    ...more,
  })

  /** Sends a request of version 2. A text or a form is sent as it is, anything else as JSON. */
  const ask = (path: string, method = 'GET', body?: unknown): Promise<Response> =>
    askAt(`/api/v2${path}`, method, body)

  const askAt = async (path: string, method: string, body?: unknown): Promise<Response> => {
    const isReady = typeof body === 'string' || body instanceof FormData
    const response = await getResponse(
      handlers,
      new Request(`${TEST_ORIGIN}${path}`, {
        method,
        ...(body !== undefined && { body: isReady ? body : JSON.stringify(body) }),
      }),
    )
    if (!response) throw new Error(`Nobody answered ${path}`)
    return response
  }

  return {
    handlers,
    store,
    ask,
    askAt,
    read: async (path: string) => (await (await ask(path)).json()) as { data: unknown[] },
    play: (text: string) => {
      scenario = text
    },
  }
}

/** Makes the form of an upload. */
export const formOf = (
  fields: Readonly<Record<string, string>>,
  part: 'file' | 'files',
  ...files: File[]
): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append(part, file)
  return form
}

/** A small file; a PDF by default. */
export const fileOf = (name: string, type = 'application/pdf', content = '%PDF-1.4'): File =>
  new File([content], name, { type })
