import type { IncomingHttpHeaders } from 'node:http'
import { type DocumentIds, documentOfPath } from '../../../src/domain/contract/gateway-files.ts'
import { ANSWER_MARK, type AnswerMark } from '../../../src/domain/contract/gateway-headers.ts'
import { type KnownRequest, knownRequest } from './forwarded.ts'

/** What the gateway lets through, as pure functions. */

/** The part of a request that the rules look at. */
export interface GatewayRequest {
  method?: string | undefined
  /** The request target as it came, before a server decodes or resolves it. */
  url?: string | undefined
  headers: IncomingHttpHeaders
}

/** What the gateway does with a request. */
export type Verdict =
  | { kind: 'page' }
  | { kind: 'config' }
  | { kind: 'file'; document: DocumentIds }
  | { kind: 'forward'; known: KnownRequest }
  | { kind: 'refuse'; status: 403 | 404; message: string }

export const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''

/** The path to which a server that decodes and resolves paths would take this one. */
const resolved = (path: string): string => {
  try {
    const slashes = decodeURIComponent(path).replaceAll(/[\\/]+/g, '/')
    return new URL(slashes, 'http://gateway').pathname
  } catch {
    return path
  }
}

/** Whether a path is below /api, or could be taken for such a path. */
export const isApi = (path: string): boolean =>
  [path, resolved(path)].some((reading) => /^\/api(?:\/|$)/i.test(reading))

/**
 * Whether a request comes from the app's pages. Browsers say so in Sec-Fetch-Site. Where that is
 * absent (older browsers, curl), an Origin must be the host's. Without an Origin, only reading is
 * allowed.
 */
export const isSameOrigin = ({ method, headers }: GatewayRequest): boolean => {
  const site = headers['sec-fetch-site']
  if (site) return site === 'same-origin'
  const { origin, host } = headers
  if (!origin) return method === 'GET'
  return URL.canParse(origin) && new URL(origin).host === host
}

/** The answer to other websites. Its status is 403. */
export const FOREIGN = 'The gateway answers only the pages of this app.'

const refusal = (status: 403 | 404, message: string): Verdict => ({
  kind: 'refuse',
  status,
  message,
})

/**
 * Decides what happens with a request.
 * @param readOnly whether only reading is forwarded
 */
export const judge = (request: GatewayRequest, readOnly: boolean): Verdict => {
  const path = pathOf(request.url ?? '')
  if (!isApi(path)) return { kind: 'page' }
  if (!isSameOrigin(request)) return refusal(403, FOREIGN)
  const { method = '' } = request
  if (method === 'GET' && path === '/api/config') return { kind: 'config' }
  const document = method === 'GET' ? documentOfPath(path) : undefined
  if (document) return { kind: 'file', document }
  const known = knownRequest(method, path)
  if (!known) return refusal(404, 'The gateway does not forward this path.')
  if (readOnly && method !== 'GET')
    return refusal(403, 'The gateway is read-only: it forwards nothing that makes a change.')
  return { kind: 'forward', known }
}

/**
 * The path behind DRATA_API_URL: version 2 lies below /v2, version 1 at the root.
 * @param url a request target that {@link judge} lets through
 */
export const upstreamPath = (url: string): string => url.replace(/^\/api(?:\/v1)?(?=\/)/, '')

/**
 * The headers that the service needs. All others, which describe the browser and its user, stay
 * here.
 */
const FORWARDED_HEADERS = [
  'accept',
  'accept-encoding',
  'content-length',
  'content-type',
  'transfer-encoding',
]

/**
 * The headers to forward: none that describe the browser, and the key that only the gateway has.
 */
export const forwardedHeaders = (
  headers: IncomingHttpHeaders,
  key: string,
): IncomingHttpHeaders => ({
  ...Object.fromEntries(
    Object.entries(headers).filter(([name]) => FORWARDED_HEADERS.includes(name)),
  ),
  // Firewalls in front of services refuse requests without a user agent.
  'user-agent': 'Countersign',
  authorization: `Bearer ${key}`,
})

/**
 * What the app reads in an answer, and what describes its body. Anything else could stick to this
 * host: a cookie, a login prompt, where to report to, what to keep or to delete.
 */
const ANSWERED = [
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'retry-after',
  'vary',
]

/**
 * The headers to answer with. Reviews are confidential, so nothing on the way may keep them. The
 * mark tells the page that the answer passed this gateway.
 */
export const answeredHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => ANSWERED.includes(name))),
  'cache-control': 'no-store',
  [ANSWER_MARK]: 'forwarded' satisfies AnswerMark,
})
