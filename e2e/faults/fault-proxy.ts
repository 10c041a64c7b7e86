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
import type { Fault, Hop, Weather } from './weather.ts'

/** A request that the proxy received. */
export interface Asked {
  method: string
  /** Without its query. */
  path: string
  body: string
}

/** The answer to a request. */
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

/** Headers that describe this connection, or that Node computes. */
const CONNECTION_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

const begin = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const kept = Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.includes(name))
  response.writeHead(status, { ...Object.fromEntries(kept), 'content-length': body.length })
}

/**
 * Destroys the request's socket. A response that waits behind another one on its connection has
 * none yet, and would stay open.
 */
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

/** The answer of a fault that needs no service; undefined where the service must be asked. */
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

/** Sends the service's answer, as far as the fault allows. */
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

/** Observes the traffic of a proxy. */
export interface Witness {
  arrived?: (asked: Asked) => void
  /** Runs between the proxy and its target, and may delay a request. */
  through?: (asked: Asked, forward: () => Promise<Answer>) => Promise<Answer>
  /** Called when the whole answer has been sent. */
  answered?: (asked: Asked, answer: Answer) => void
}

/** Faults in spite of which the whole and true answer arrives. */
const HARMLESS: readonly (Fault['kind'] | undefined)[] = [undefined, 'late', 'dripping']

/** A proxy on a free port of this machine. */
export interface FaultProxy {
  port: number
  /**
   * Waits until no request is under way, including those that arrive long after their connection
   * ended.
   */
  idle: () => Promise<void>
  close: () => void
}

export interface FaultProxyOptions {
  hop: Hop
  targetPort: number
  weather: () => Weather
  /** Whether a path never meets a fault. */
  isSafe?: (path: string) => boolean
  witness?: () => Witness
}

/**
 * Starts a proxy that forwards requests to a port of this machine. The weather draws a fault for
 * each.
 */
export const startFaultProxy = async ({
  hop,
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
    const fault = isSafe(path) ? undefined : weather().draw({ hop, method, path })
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
