import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http'

/** A server on a free port of this machine. */
export interface StandIn {
  url: string
  close: () => Promise<void>
}

/** Starts a server on a free port of this machine. */
export const listen = (answer: RequestListener): Promise<StandIn> =>
  new Promise((resolve) => {
    const server = createServer(answer)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })

/** A request that a stand-in for the service received. */
export interface Seen {
  target: string
  headers: IncomingHttpHeaders
  size: number
}

/** A stand-in for the service. */
export interface ServiceStandIn extends StandIn {
  /** The requests that it received since the last call. */
  takeSeen: () => Seen[]
}

const sizeOf = async (request: IncomingMessage): Promise<number> => {
  let size = 0
  for await (const chunk of request) size += (chunk as Buffer).length
  return size
}

/** A service that accepts everything, and whose answers hold what must not reach a browser. */
export const startService = async (): Promise<ServiceStandIn> => {
  let seen: Seen[] = []
  const server = await listen((request, response) => {
    void sizeOf(request).then((size) => {
      seen.push({ target: request.url ?? '', headers: request.headers, size })
      response.writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': 'session=1',
        'cache-control': 'public',
        'access-control-allow-origin': '*',
        'www-authenticate': 'Basic',
        'x-accel-redirect': '/index.html',
        'x-sign-in': '/elsewhere',
        'x-gateway': 'own',
        'content-security-policy': 'default-src *',
      })
      response.end(JSON.stringify({ size }))
    })
  })
  return {
    ...server,
    takeSeen: () => {
      const taken = seen
      seen = []
      return taken
    },
  }
}

/** The user who is signed in at the stand-in for oauth2-proxy. */
export const SIGNED_IN = 'ada.reyes@countersign.test'
const COOKIE = '__test_session'

/**
 * Stands in for oauth2-proxy and the identity provider behind it. Everybody who starts to sign in
 * is let in at once, and sent back to the page that they wanted.
 */
export const startSignIn = (): Promise<StandIn> =>
  listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sign-in')
    const wanted = [request.headers['x-auth-request-redirect'] ?? searchParams.get('rd')].flat()[0]
    switch (pathname) {
      case '/oauth2/auth': {
        const isSignedIn = request.headers.cookie?.includes(`${COOKIE}=yes`)
        response.writeHead(
          isSignedIn ? 202 : 401,
          isSignedIn ? { 'x-auth-request-email': SIGNED_IN } : {},
        )
        break
      }
      case '/oauth2/start':
        response.writeHead(302, {
          location: `/oauth2/callback?code=a-secret-code&rd=${encodeURIComponent(wanted ?? '/')}`,
        })
        break
      case '/oauth2/callback':
        response.writeHead(302, {
          'set-cookie': `${COOKIE}=yes; Path=/; HttpOnly; SameSite=Lax`,
          location: wanted ?? '/',
        })
        break
      default:
        response.writeHead(404)
    }
    response.end()
  })
