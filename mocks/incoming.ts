import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/** The origin that requests are read with. The host that they named does not matter. */
export const ORIGIN = 'http://127.0.0.1'

/** A request that came in over HTTP. */
class IncomingRequest extends Request {
  constructor(incoming: IncomingMessage, headers: Headers, signal: AbortSignal) {
    const { method = 'GET' } = incoming
    const hasBody = method !== 'GET' && method !== 'HEAD'
    super(new URL(incoming.url ?? '/', ORIGIN), {
      method,
      headers,
      signal,
      ...(hasBody && { body: Readable.toWeb(incoming), duplex: 'half' }),
    } as RequestInit)
  }

  /** MSW clones each request that it handles. A true clone would hold the whole body in memory. */
  override clone(): IncomingRequest {
    return this
  }
}

/**
 * Reads a request. Its signal is aborted when the caller goes away before the answer is complete.
 */
export const toRequest = (incoming: IncomingMessage, outgoing: ServerResponse): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    for (const part of [value ?? []].flat()) headers.append(name, part)
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  return new IncomingRequest(incoming, headers, gone.signal)
}

/** Sends an answer. One of type "error" stands for a network error, and closes the connection. */
export const send = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body)
}
