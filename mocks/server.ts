import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { getResponse } from 'msw/utils/get-response'
import * as z from 'zod/mini'
import { localDay } from '../src/lib/dates.ts'
import { createHandlers } from './handlers.ts'
import { ORIGIN, send, toRequest } from './incoming.ts'
import { readMultipart, Upload } from './multipart.ts'
import { demoFile } from './reports/demo-files.ts'
import { scenarioData } from './scenario-data.ts'
import { scenarioState } from './scenarios.ts'
import { createSeed } from './seed/seed.ts'
import { memoryStore } from './service/store.ts'

/**
 * The demo service over HTTP, for tests of live mode: `node mocks/server.ts --port 4302`.
 *
 * Tests control it at `/__demo`. POST `{ scenario?, reset? }` sets it up. GET returns what came
 * since the last reset: every request, and every file that it accepted. Documents are downloaded
 * below `/__demo/files/`. With `--file-host` their addresses lie on another host, as Drata's do; a test
 * then plays that host, and asks here.
 */

const CONTROL_PATH = '/__demo'
const FILES = `${CONTROL_PATH}/files/`
const HOST = '127.0.0.1'
const SAMPLE = new URL('seed/sample-report.pdf', import.meta.url)
const controlSchema = z.object({ scenario: z.optional(z.string()), reset: z.optional(z.boolean()) })

/** Answers a download. The address needs no key, and works for ten minutes. */
const download = async ({ pathname, searchParams }: URL): Promise<Response> => {
  if (!(Number(searchParams.get('expires')) > Date.now()))
    return new Response('The address has expired.', { status: 403 })
  const name = pathname.slice(pathname.lastIndexOf('/') + 1)
  const file = demoFile(decodeURIComponent(name)) ?? (await readFile(SAMPLE))
  return new Response(file, {
    headers: {
      'content-length': String(file.length),
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
  })
}

/**
 * The service as an HTTP server that does not listen yet.
 * @param fileHost the origin of the documents' addresses; the server's own by default
 */
export const createDemoServer = (fileHost?: string): Server => {
  const seedOptions = () => ({ today: localDay(new Date()), unknownValues: false })
  let store = memoryStore(createSeed(seedOptions()))
  const data = scenarioData(seedOptions)
  let scenarioText = ''
  let requests: { method: string; path: string }[] = []
  let uploads: Upload[] = []
  const scenario = scenarioState(() => scenarioText)
  const handlers = createHandlers({
    store: () => store,
    dataOf: data.of,
    scenario,
    roots: { 1: ORIGIN, 2: `${ORIGIN}/v2` },
    unknownValues: false,
    requireKey: true,
    signedUrl: ({ id, name }, expires) =>
      `${fileHost ?? addressOf(server)}${FILES}${id}/${encodeURIComponent(name)}?expires=${expires}`,
    readForm: ({ headers, body }) => readMultipart(body ?? [], headers.get('content-type') ?? ''),
    onForm: (form) => {
      for (const [, value] of form) if (value instanceof Upload) uploads.push(value)
    },
  })

  const answerControl = async (request: Request): Promise<Response> => {
    if (request.method === 'GET') return Response.json({ requests, uploads })
    const wish = z.safeParse(controlSchema, await request.json().catch(() => null))
    if (!wish.success) return Response.json({ message: 'Malformed' }, { status: 400 })
    if (wish.data.scenario !== undefined) {
      scenarioText = wish.data.scenario
      scenario.restart()
    }
    if (wish.data.reset) {
      store = memoryStore(createSeed(seedOptions()))
      data.forget()
      requests = []
      uploads = []
    }
    return Response.json({ scenario: scenarioText })
  }

  const respond = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    if (url.pathname === CONTROL_PATH) return answerControl(request)
    if (url.pathname.startsWith(FILES)) return download(url)
    requests.push({ method: request.method, path: `${url.pathname}${url.search}` })
    const response = await getResponse(handlers, request)
    return response ?? Response.json({ message: 'Not found' }, { status: 404 })
  }

  const server = createServer((incoming, outgoing) => {
    respond(toRequest(incoming, outgoing))
      .then((response) => send(response, outgoing))
      .catch((error: unknown) => {
        console.error(error)
        outgoing.destroy()
      })
  })
  return server
}

const addressOf = (server: Server): string =>
  `http://${HOST}:${(server.address() as AddressInfo).port}`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4302' }, 'file-host': { type: 'string' } },
  })
  const server = createDemoServer(values['file-host'])
  server.listen(Number(values.port), HOST, () => {
    console.log(`The demo service listens at ${addressOf(server)}`)
  })
  process.once('SIGTERM', () => process.exit(0))
}
