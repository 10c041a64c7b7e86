import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'

/** A request that the stand-in has received. */
export interface Received {
  method: string
  target: string
  headers: IncomingHttpHeaders
  /** The bytes of the body. */
  size: number
  text: string
}

/** Stands in for the Drata API. */
export interface ServiceStandIn {
  url: string
  /** The requests since the last call. */
  takeReceived: () => Received[]
  /** Answers in another way from now on; undefined for the usual one. */
  answerWith: (handle: ((response: ServerResponse) => void) | undefined) => void
  /** Called with each piece of a body as it comes. */
  onPiece: (heard: ((bytes: number) => void) | undefined) => void
  close: () => Promise<void>
}

/** The port on which a server of this machine listens. */
export const portOf = (server: Pick<Server, 'address'>): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const KEPT_BYTES = 1_000

/** Starts a service that answers every request with its size, and with headers that must not pass. */
export const startService = async (): Promise<ServiceStandIn> => {
  let received: Received[] = []
  let handle: ((response: ServerResponse) => void) | undefined
  let heard: ((bytes: number) => void) | undefined
  const server = createServer((request, response) => {
    const { method = '', url: target = '', headers } = request
    // The gateway asks whose key it has, as often as it likes.
    if (target.endsWith('/v2/company')) return response.writeHead(403).end()
    let size = 0
    let text = ''
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (text.length < KEPT_BYTES) text += chunk.toString()
      heard?.(chunk.length)
    })
    request.on('error', () => undefined)
    request.on('end', () => {
      received.push({ method, target, headers, size, text })
      if (handle) return handle(response)
      response.writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': 'session=1',
        'cache-control': 'public',
        'clear-site-data': '"*"',
        nel: '{}',
        link: '</x>; rel=preload',
        refresh: '0; url=/x',
        'x-gateway': 'own',
        'x-sign-in': '/elsewhere',
        'x-request-id': 'theirs',
        'content-security-policy': 'default-src *',
      })
      return response.end(JSON.stringify({ size }))
    })
    return undefined
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    takeReceived: () => {
      const taken = received
      received = []
      return taken
    },
    answerWith: (next) => {
      handle = next
    },
    onPiece: (next) => {
      heard = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
