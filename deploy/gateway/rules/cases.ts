import type { Operation } from '../../../src/domain/contract/operations.ts'
import { FORWARDED } from './forwarded.ts'

/**
 * What the gateway must do with a request, as data. The rules, the application and the browser tests
 * use these cases.
 */
export interface GatewayCase {
  name: string
  method?: string
  /** The request target, byte for byte. */
  url: string
  headers?: Readonly<Record<string, string>>
  /** What the service receives, or the status with which the gateway itself answers. */
  expected: { upstream: string } | { status: 200 | 403 | 404 } | 'page' | 'refused'
}

/** The Host header of every case. */
export const HOST = 'countersign.test:4173'

const fromApp = { 'sec-fetch-site': 'same-origin' }
const reviews = '/api/v2/vendors/7/security-reviews'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const targetOf = ({ path }: Pick<Operation, 'path'>): string =>
  `/api${path.replaceAll(/\{\w+\}/g, '7')}`

const contract: GatewayCase[] = FORWARDED.map((operation) => ({
  name: `the contract’s ${operation.method} ${operation.path}`,
  method: operation.method,
  url: targetOf(operation),
  headers: fromApp,
  expected: { upstream: targetOf(operation).replace('/api/v1', '').replace('/api', '') },
}))

const otherMethods: GatewayCase[] = [...new Set(FORWARDED.map(({ path }) => path))].flatMap(
  (path) =>
    METHODS.filter(
      (method) => !FORWARDED.some((known) => known.method === method && known.path === path),
    ).map((method) => ({
      name: `${method} ${path}, which the contract has not`,
      method,
      url: targetOf({ path }),
      headers: fromApp,
      expected: { status: 404 },
    })),
)

/** The gateway's own operation that reads files. It takes ids alone, and never an address. */
const files: GatewayCase[] = [
  ...METHODS.filter((method) => method !== 'GET').map((method) => ({
    name: `${method} of a file`,
    method,
    url: '/api/files/vendors/7/documents/7',
  })),
  { name: 'a file without a number', url: '/api/files/vendors/7/documents/' },
  { name: 'a file with an address', url: '/api/files/https://files.example.com/report.pdf' },
  { name: 'a file with a path behind it', url: '/api/files/vendors/7/documents/7/../8' },
  { name: 'a file with a number in other words', url: '/api/files/vendors/7/documents/07' },
].map((given) => ({ ...given, headers: fromApp, expected: { status: 404 } as const }))

const forwarded: GatewayCase[] = [
  {
    name: 'version 2, with its query as it came',
    url: `${reviews}?status[]=COMPLETED&cursor=a%2Fb%3D%3D`,
    headers: fromApp,
    expected: { upstream: '/v2/vendors/7/security-reviews?status[]=COMPLETED&cursor=a%2Fb%3D%3D' },
  },
  {
    name: 'reading without Sec-Fetch-Site and Origin, as curl does',
    url: '/api/v2/users',
    expected: { upstream: '/v2/users' },
  },
  {
    name: 'writing without Sec-Fetch-Site from the same host',
    method: 'PUT',
    url: `${reviews}/3`,
    headers: { origin: `http://${HOST}` },
    expected: { upstream: '/v2/vendors/7/security-reviews/3' },
  },
]

const crossSite: GatewayCase[] = [
  ...['cross-site', 'same-site', 'none', 'same-origin, cross-site'].map((site) => ({
    name: `Sec-Fetch-Site "${site}"`,
    url: '/api/v2/users',
    headers: { 'sec-fetch-site': site },
    expected: { status: 403 } as const,
  })),
  ...['https://elsewhere.test', 'null', 'http://countersign.test:4174'].map((origin) => ({
    name: `Origin ${origin} without Sec-Fetch-Site`,
    url: '/api/v2/users',
    headers: { origin },
    expected: { status: 403 } as const,
  })),
  ...[
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ].map((type) => ({
    name: `a write of another site with ${type}`,
    method: 'POST',
    url: reviews,
    headers: { origin: 'https://elsewhere.test', 'content-type': type },
    expected: { status: 403 } as const,
  })),
  {
    name: 'writing with neither Sec-Fetch-Site nor Origin',
    method: 'POST',
    url: reviews,
    expected: { status: 403 },
  },
  {
    name: 'Sec-Fetch-Site outweighs an Origin that fits',
    url: '/api/v2/users',
    headers: { 'sec-fetch-site': 'cross-site', origin: `http://${HOST}` },
    expected: { status: 403 },
  },
  {
    name: 'the configuration is for the app alone, too',
    url: '/api/config',
    headers: { 'sec-fetch-site': 'cross-site' },
    expected: { status: 403 },
  },
]

const notForwarded: GatewayCase[] = [
  '/api',
  '/api/',
  '/api/v3/users',
  '/api/v2',
  '/api/v2/',
  '/api/v20/users',
  '/api/users',
  '/api/config/x',
  '/API/v2/users',
  '/api/v2/../admin',
  '/api/v2/vendors/x',
  '/api/v2/vendors/07',
  '/api/v2/vendors/-7',
  '/api/v2/vendors/1234567890123456',
  '/api/v2/vendors/7/security-reviews/with-file',
  '/api/v2/users/',
  '/api/v2/roles',
  '/api/v1/users',
  '/api/v1/vendors',
  '/api/v1/api/v2/users',
  '/api/v2/vendors/../../admin',
  '/api/v2/../../admin',
  '/api/v2/./users',
  '/api/v2/%2e%2e/admin',
  '/api/v2/%2E./admin',
  '/api/v2/vendors%2f7',
  '/api/v2/vendors%2F..%2Fusers',
  '/api/v2/vendors%5C7',
  '/api/v2/vendors\\..\\users',
  '/api/v2//users',
  '/api//v2/users',
  '//api/v2/users',
  '/%61pi/v2/users',
  '/x/../api/v2/users',
  '/api/v2/%252e%252e/users',
  '/api/v2/users;x=1',
  '/api/v2/@elsewhere.test/',
].map((url) => ({ name: url, url, headers: fromApp, expected: { status: 404 } }))

const others: GatewayCase[] = [
  {
    name: 'the configuration',
    url: '/api/config',
    headers: fromApp,
    expected: { status: 200 },
  },
  {
    name: 'a zero byte',
    url: '/api/v2/users%00',
    headers: fromApp,
    expected: 'refused',
  },
  { name: 'a page', url: '/vendors/7/reviews', expected: 'page' },
  { name: 'a page whose name begins alike', url: '/apiary', expected: 'page' },
  { name: 'a page with a path in its search', url: '/?next=/api/v2/users', expected: 'page' },
]

/** The cases of a gateway that forwards reading and writing. */
export const CASES: readonly GatewayCase[] = [
  ...contract,
  ...otherMethods,
  ...files,
  ...forwarded,
  ...crossSite,
  ...notForwarded,
  ...others,
]

/** The cases of a gateway that is read-only. */
export const READ_ONLY_CASES: readonly GatewayCase[] = contract.map((given) =>
  given.method === 'GET' ? given : { ...given, expected: { status: 403 } },
)
