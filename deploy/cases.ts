/**
 * What any gateway of the app must do with a request, as data: the rules for Vite's servers are
 * tested with these cases, and so can be whichever other server stands in front of the app.
 */
export interface GatewayCase {
  name: string
  method?: string
  /** The request target, byte for byte. */
  url: string
  headers?: Readonly<Record<string, string>>
  /** What the service gets to see, or the status with which the gateway answers by itself. */
  expected: { upstream: string } | { status: 200 | 403 | 404 } | 'page'
}

/** The Host header of every case. */
export const HOST = 'countersign.test:4173'

const own = { 'sec-fetch-site': 'same-origin' }
const reviews = '/api/v2/vendors/7/security-reviews'

const forwarded: GatewayCase[] = [
  {
    name: 'version 2, with its query as it came',
    url: `${reviews}?status[]=COMPLETED&cursor=a%2Fb%3D%3D`,
    headers: own,
    expected: { upstream: '/v2/vendors/7/security-reviews?status[]=COMPLETED&cursor=a%2Fb%3D%3D' },
  },
  {
    name: 'version 1, at the root of the service',
    method: 'POST',
    url: '/api/v1/vendors/7/security-reviews',
    headers: own,
    expected: { upstream: '/vendors/7/security-reviews' },
  },
  {
    name: 'version 1 with a path that looks like one of the gateway',
    url: '/api/v1/api/v2/users',
    headers: own,
    expected: { upstream: '/api/v2/users' },
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
  ...['cross-site', 'same-site', 'none', 'same-origin, cross-site', ''].map((site) => ({
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
  '/api/v2/users%00',
  '/api/v2/users;x=1',
  '/api/v2/@elsewhere.test/',
].map((url) => ({ name: url, url, headers: own, expected: { status: 404 } }))

const others: GatewayCase[] = [
  {
    name: 'the configuration',
    url: '/api/config',
    headers: own,
    expected: { status: 200 },
  },
  { name: 'a page', url: '/vendors/7/reviews', expected: 'page' },
  { name: 'a page whose name begins alike', url: '/apiary', expected: 'page' },
  { name: 'a page with a path in its search', url: '/?next=/api/v2/users', expected: 'page' },
]

export const CASES: readonly GatewayCase[] = [
  ...forwarded,
  ...crossSite,
  ...notForwarded,
  ...others,
]
