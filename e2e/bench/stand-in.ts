import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { getResponse } from 'msw/utils/get-response'
import { createHandlers } from '../../mocks/handlers.ts'
import { scenarioState } from '../../mocks/scenarios.ts'
import type { Store } from '../../mocks/service/store.ts'

/** A recorded answer. */
export interface Recorded {
  status: number
  /** JSON, gzip. */
  body: Buffer
}

/** Stands in for the gateway and the service behind it. */
export interface StandIn {
  /** @param path with its query, from `/api` on */
  read: (path: string) => Promise<Recorded>
  /** The answer to every upload. */
  uploaded: () => Promise<Recorded>
}

const CONFIG = { apiVersion: 2, readOnly: false, user: null, keyPresent: true }
const NOW = new Date().toISOString()
const DOCUMENT = {
  id: 1,
  name: 'report.pdf',
  type: 'COMPLIANCE_REPORT',
  createdAt: NOW,
  updatedAt: NOW,
}

const record = async (response: Response): Promise<Recorded> => ({
  status: response.status,
  body: await promisify(gzip)(Buffer.from(await response.arrayBuffer())),
})

/**
 * Answers as the demo's service does. Each answer is made once and then sent from memory, so that
 * the time of the service is not measured.
 */
export const createStandIn = (world: Store): StandIn => {
  const handlers = createHandlers({
    store: () => world,
    dataOf: () => undefined,
    roots: { 1: '*/api/v1', 2: '*/api/v2' },
    scenario: scenarioState(() => null),
    unknownValues: false,
    requireKey: false,
  })
  const ask = async (path: string): Promise<Response> => {
    if (path === '/api/config') return Response.json(CONFIG)
    const response = await getResponse(handlers, new Request(new URL(path, 'http://stand-in')))
    return response ?? Response.json({ message: 'Not found' }, { status: 404 })
  }
  const recorded = new Map<string, Promise<Recorded>>()
  return {
    read: (path) => {
      const known = recorded.get(path) ?? ask(path).then(record)
      recorded.set(path, known)
      return known
    },
    uploaded: () => record(Response.json(DOCUMENT, { status: 201 })),
  }
}
