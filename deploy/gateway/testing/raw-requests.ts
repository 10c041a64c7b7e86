import { HOST } from '../rules/cases.ts'

/** A request as bytes, none of which may bring the service what it hides. */
export interface RawRequest {
  name: string
  bytes: string
}

const documents = '/api/v2/vendors/7/documents'
const users = '/api/v2/users'
const FROM_APP = `Host: ${HOST}\r\nSec-Fetch-Site: same-origin\r\nConnection: close`
const HIDDEN = `GET ${users}?hidden HTTP/1.1\r\n${FROM_APP}\r\n\r\n`

/** Every combination of two lists. */
const product = <A, B>(all: readonly A[], others: readonly B[]): [A, B][] =>
  all.flatMap((one) => others.map((other): [A, B] => [one, other]))

const named = (kind: string, heads: readonly string[]): RawRequest[] =>
  heads.map((bytes) => ({ name: `${kind}: ${JSON.stringify(bytes.slice(0, 160))}`, bytes }))

const post = (headers: string, body: string): string =>
  `POST ${documents} HTTP/1.1\r\n${FROM_APP}\r\n${headers}\r\n\r\n${body}`

/** Two lengths for one body, so that two servers could disagree about where it ends. */
const twoLengths = named(
  'two lengths',
  product(
    [
      'Transfer-Encoding',
      'transfer-encoding',
      'Transfer-Encoding ',
      'Transfer-Encoding\t',
      ' Transfer-Encoding',
    ],
    [
      'chunked',
      'Chunked',
      'identity',
      'xchunked',
      '"chunked"',
      'chunked, identity',
      'identity, chunked',
      'chunked\x0B',
    ],
  ).map(([header, value]) =>
    post(`Content-Length: 5\r\n${header}: ${value}`, `0\r\n\r\n${HIDDEN}`),
  ),
)

/** A length that is no number, or two of them. */
const wrongLengths = named(
  'length',
  product(
    ['-1', '+5', '5, 6', '0x5', '5 5', '5;', '1e1', '99999999999999999999', '5\x00'],
    ['', '\r\nContent-Length: 5'],
  ).map(([value, more]) => post(`Content-Length: ${value}${more}`, `aaaaa${HIDDEN}`)),
)

/** A chunk whose size is none. */
const wrongChunks = named(
  'chunk',
  product(['-1', '0x5', '5 6', 'G', '+5', 'fffffffffffffffff', '', ';5'], ['\r\n', '\n']).map(
    ([size, end]) => post('Transfer-Encoding: chunked', `${size}${end}aaaaa\r\n0\r\n\r\n${HIDDEN}`),
  ),
)

/** A request line that no browser sends. */
const requestLines = named(
  'request line',
  product(
    [
      `http://elsewhere.test${users}`,
      `http://${HOST}${users}`,
      `/${users}`,
      '*',
      `${users}#x`,
      '/api/v2/us ers',
      '\\api\\v2\\users',
      `${users}\x00`,
      '/api/v2/../v2/users',
      '/api/v2/%75sers',
    ],
    ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0'],
  ).map(([target, version]) => `GET ${target} ${version}\r\n${FROM_APP}\r\n\r\n`),
)

/** Headers that are none, are there twice, or are too long. */
const wrongHeaders = named(
  'headers',
  product(
    [
      'X-A : b',
      'X-A\tb',
      ': b',
      'X-A',
      'X\x00A: b',
      'X-A: b\x00c',
      'X-A: b\rX-B: c',
      'X(A): b',
      'X-A: b\r\n c: d',
      'Host: elsewhere.test',
      'Host:elsewhere.test\r\nhost: elsewhere.test',
      'Sec-Fetch-Site: cross-site',
      `X-A: ${'x'.repeat(17_000)}`,
      `${'x'.repeat(17_000)}: a`,
    ],
    ['GET', 'POST'],
  ).map(([header, method]) =>
    method === 'GET'
      ? `GET ${users} HTTP/1.1\r\n${FROM_APP}\r\n${header}\r\n\r\n`
      : post(`${header}\r\nContent-Length: 0`, ''),
  ),
)

/** Another protocol on the same connection. */
const otherProtocols = named('protocol', [
  ...product(
    ['websocket', 'h2c', 'TLS/1.0', 'HTTP/2.0'],
    [`GET ${users}`, `POST ${documents}`, 'GET /'],
  ).map(
    ([protocol, line]) =>
      `${line} HTTP/1.1\r\n${FROM_APP}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: ${protocol}\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n${HIDDEN}`,
  ),
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `CONNECT elsewhere.test:443 HTTP/1.1\r\n${FROM_APP}\r\n\r\n${HIDDEN}`,
  `TRACE ${users} HTTP/1.1\r\n${FROM_APP}\r\n\r\n`,
  `GET ${users}\r\n\r\n`,
  `\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03`,
  `${' '.repeat(20)}${HIDDEN}`,
])

/** Requests that a gateway has to refuse, and of which the service must get nothing. */
export const RAW_REQUESTS: readonly RawRequest[] = [
  ...twoLengths,
  ...wrongLengths,
  ...wrongChunks,
  ...requestLines,
  ...wrongHeaders,
  ...otherProtocols,
]
