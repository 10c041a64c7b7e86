import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { getResponse } from 'msw/utils/get-response'
import * as z from 'zod/mini'
import { localDay } from '../src/lib/dates.ts'
import { createHandlers } from './handlers.ts'
import { scenarioState } from './scenarios.ts'
import { manyStore } from './seed/many.ts'
import { createSeed } from './seed/seed.ts'
import { memoryStore, type Store } from './service/store.ts'

/**
 * The demo service over HTTP, for tests of live mode: `node mocks/server.ts --port 4302`.
 * Outside the API it is steered at `/__demo`: POST `{ scenario?, reset? }`, and GET for the log of
 * requests since the last reset.
 */

const CONTROL = '/__demo'
const HOST = '127.0.0.1'
const control = z.object({ scenario: z.optional(z.string()), reset: z.optional(z.boolean()) })

const toRequest = (incoming: IncomingMessage): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    for (const part of [value ?? []].flat()) headers.append(name, part)
  const { method = 'GET' } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(incoming.url ?? '/', `http://${HOST}`), {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming), duplex: 'half' }),
  } as RequestInit)
}

const send = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  // An answer of type "error" stands for a network error: the caller sees its connection close.
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body)
}

/** The service as an HTTP server that does not listen yet. */
export const createDemoServer = (): Server => {
  const seedOptions = () => ({ today: localDay(new Date()), unknownValues: false })
  let store = memoryStore(createSeed(seedOptions()))
  let many: Store | undefined
  let scenarioText = ''
  let requests: { method: string; path: string }[] = []
  const scenario = scenarioState(() => scenarioText)
  const handlers = createHandlers({
    store: () => store,
    many: () => {
      many ??= manyStore(seedOptions())
      return many
    },
    scenario,
    unknownValues: false,
    requireKey: true,
  })

  const steer = async (request: Request): Promise<Response> => {
    if (request.method === 'GET') return Response.json({ requests })
    const wish = z.safeParse(control, await request.json().catch(() => null))
    if (!wish.success) return Response.json({ message: 'Malformed' }, { status: 400 })
    if (wish.data.scenario !== undefined) {
      scenarioText = wish.data.scenario
      scenario.restart()
    }
    if (wish.data.reset) {
      store = memoryStore(createSeed(seedOptions()))
      many = undefined
      requests = []
    }
    return Response.json({ scenario: scenarioText })
  }

  const respond = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    if (pathname === CONTROL) return steer(request)
    requests.push({ method: request.method, path: `${pathname}${search}` })
    const response = await getResponse(handlers, request)
    return response ?? Response.json({ message: 'Not found' }, { status: 404 })
  }

  return createServer((incoming, outgoing) => {
    respond(toRequest(incoming))
      .then((response) => send(response, outgoing))
      .catch((error: unknown) => {
        console.error(error)
        outgoing.destroy()
      })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4302' } } })
  const server = createDemoServer()
  server.listen(Number(values.port), HOST, () => {
    console.log(`The demo service listens at http://${HOST}:${values.port}`)
  })
  process.once('SIGTERM', () => process.exit(0))
}
