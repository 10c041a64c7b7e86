import {
  Agent,
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { errorBody } from '../../mocks/service/errors.ts'
import type { Fault, Place, Weather } from './weather.ts'

/** A request, as it came in. */
export interface Asked {
  method: string
  /** Without its query. */
  path: string
  body: string
}

/** What a request was answered. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

const HOST = '127.0.0.1'
const SIGN_IN_PAGE = '<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>'
const DRIPS = 8

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const forward = (
  port: number,
  agent: Agent,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = ask({ host: HOST, port, agent, method, path: url, headers }, (incoming) => {
      const { statusCode: status = 502, headers: answered } = incoming
      bodyOf(incoming).then((received) => {
        resolve({ status, headers: answered, body: received })
      }, reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })

const refusal = (status: number, retryAfter?: number): Answer => ({
  status,
  headers: {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  },
  body: Buffer.from(JSON.stringify(errorBody(status, 'This is a bad day.'))),
})

const signInPage: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(SIGN_IN_PAGE),
}

/** Headers that are about this connection, or that Node counts by itself. */
const OWN = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

const begin = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const kept = Object.entries(headers).filter(([name]) => !OWN.includes(name))
  response.writeHead(status, { ...Object.fromEntries(kept), 'content-length': body.length })
}

/** Not the response: one that comes behind another on its connection would stay open. */
const hangUp = ({ req }: ServerResponse): void => {
  req.socket.destroy()
}

const drip = async (response: ServerResponse, answer: Answer): Promise<void> => {
  begin(response, answer)
  const size = Math.max(1, Math.ceil(answer.body.length / DRIPS))
  for (let at = 0; at < answer.body.length; at += size) {
    await pause(25)
    response.write(answer.body.subarray(at, at + size))
  }
  response.end()
}

const breakOff = (response: ServerResponse, answer: Answer): void => {
  begin(response, answer)
  const half = answer.body.subarray(0, Math.floor(answer.body.length / 2))
  response.write(half, () => hangUp(response))
}

/** What is answered without asking anyone; undefined where somebody has to be asked. */
const answerBefore = (fault: Fault | undefined): Answer | 'nothing' | undefined => {
  switch (fault?.kind) {
    case 'dropped':
      return 'nothing'
    case 'refused':
      return refusal(fault.status, fault.retryAfter)
    case 'page':
      return signInPage
    default:
      return undefined
  }
}

/** Answers, as well as the fault lets it, what has been answered in truth. */
const answerAfter = async (
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
): Promise<void> => {
  const send = (sent: Answer): void => {
    begin(response, sent)
    response.end(sent.body)
  }
  switch (fault?.kind) {
    case 'dropped-after':
      hangUp(response)
      break
    case 'refused-after':
      send(refusal(fault.status))
      break
    case 'page-after':
      send(signInPage)
      break
    case 'cut':
      send({ ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) })
      break
    case 'broken-off':
      breakOff(response, answer)
      break
    case 'dripping':
      await drip(response, answer)
      break
    default:
      send(answer)
  }
}

/** Sees what passes a proxy. */
export interface Witness {
  arrived?: (asked: Asked) => void
  /** Stands between the proxy and its target, and may let a request wait for another. */
  through?: (asked: Asked, forward: () => Promise<Answer>) => Promise<Answer>
  /** The whole answer has been sent. */
  answered?: (asked: Asked, answer: Answer) => void
}

/** Faults in spite of which the whole answer arrives, and is the true one. */
const HARMLESS: readonly (Fault['kind'] | undefined)[] = [undefined, 'late', 'dripping']

/** A proxy on a free port of this machine. */
export interface FaultProxy {
  port: number
  /** Waits until nothing is under way any more, such as what arrives long after its connection ended. */
  idle: () => Promise<void>
  close: () => void
}

export interface FaultProxyOptions {
  place: Place
  targetPort: number
  weather: () => Weather
  /** Tells the paths to which nothing ever happens. */
  isSafe?: (path: string) => boolean
  witness?: () => Witness
}

/**
 * Starts a proxy that passes requests on to a port of this machine, and lets happen to them what the
 * weather draws.
 */
export const startFaultProxy = async ({
  place,
  targetPort,
  weather,
  isSafe = () => false,
  witness = () => ({}),
}: FaultProxyOptions): Promise<FaultProxy> => {
  const agent = new Agent({ keepAlive: true })
  const underWay = new Set<Promise<void>>()
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = request
    const path = url.split('?', 1)[0] ?? url
    const body = await bodyOf(request)
    const asked = { method, path, body: body.toString() }
    const { arrived, through, answered } = witness()
    const pass = (): Promise<Answer> => {
      const send = (): Promise<Answer> => forward(targetPort, agent, request, body)
      return through ? through(asked, send) : send()
    }
    arrived?.(asked)
    const fault = isSafe(path) ? undefined : weather().draw({ place, method, path })
    if (fault?.kind === 'late') await pause(fault.ms)
    if (fault?.kind === 'arrives-late') {
      hangUp(response)
      await pause(fault.ms)
      await pass()
      return
    }
    const before = answerBefore(fault)
    if (before === 'nothing') {
      hangUp(response)
      return
    }
    const answer = before ?? (await pass())
    if (HARMLESS.includes(fault?.kind)) response.once('finish', () => answered?.(asked, answer))
    await answerAfter(response, answer, fault)
  }
  const server = createServer((request, response) => {
    const handled = handle(request, response)
      .catch(() => hangUp(response))
      .finally(() => underWay.delete(handled))
    underWay.add(handled)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, HOST, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close: () => {
      server.close()
      server.closeAllConnections()
      agent.destroy()
    },
  }
}
