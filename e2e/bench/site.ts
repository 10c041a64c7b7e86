import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ANSWER_MARK } from '../../src/domain/contract/gateway-headers.ts'
import { type Pages, packed } from './pages.ts'
import type { StandIn } from './stand-in.ts'

/** A request that a site received. */
export interface Visited {
  path: string
  /** Milliseconds since 1970. */
  at: number
  /** The size of its answer in gzip, in bytes. */
  gzip: number
  /** The size of its body, in bytes. */
  received: number
}

/** One subject of the bench, on a separate port. */
export interface Site {
  url: string
  /** The requests since the last call. */
  takeRequests: () => Visited[]
  close: () => void
}

const drain = async (request: IncomingMessage): Promise<number> => {
  let bytes = 0
  for await (const chunk of request) bytes += (chunk as Buffer).length
  return bytes
}

const send = (
  response: ServerResponse,
  status: number,
  body: Buffer,
  headers: Record<string, string>,
): void => {
  response.writeHead(status, { 'content-length': body.length, ...headers }).end(body)
}

/**
 * Serves a subject over HTTP/1.1 on this machine, compressed. Hashed files are cached for good,
 * pages are checked again.
 */
export const openSite = async (pages: Pages, standIn: StandIn): Promise<Site> => {
  const pageAt = packed(pages)
  let visited: Visited[] = []

  const answerApi = async (
    request: IncomingMessage,
    response: ServerResponse,
    visit: Visited,
  ): Promise<void> => {
    visit.received = await drain(request)
    const isRead = request.method === 'GET'
    const { status, body } = await (isRead ? standIn.read(visit.path) : standIn.uploaded())
    visit.gzip = body.length
    send(response, status, body, {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'cache-control': 'no-store',
      [ANSWER_MARK]: 'forwarded',
    })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/' } = request
    const visit = { path: url, at: Date.now(), gzip: 0, received: 0 }
    visited.push(visit)
    if (url.startsWith('/api/')) {
      await answerApi(request, response, visit)
      return
    }
    const path = url.split('?', 1)[0] ?? '/'
    const page = pageAt(path)
    if (!page) {
      response.writeHead(404).end()
      return
    }
    visit.gzip = page.gzip
    const isHashed = path.startsWith('/assets/')
    send(response, 200, page.brotli, {
      'content-type': page.type,
      'content-encoding': 'br',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeRequests: () => {
      const taken = visited
      visited = []
      return taken
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
