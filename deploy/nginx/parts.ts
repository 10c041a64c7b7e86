import { ANSWER_MARK, type AnswerMark, SIGN_IN } from '../../src/domain/contract/answer-mark.ts'
import { FORWARDED, pathPattern } from '../gateway/rules/forwarded.ts'
import { HEADERS, pageHeaders } from '../gateway/rules/headers.ts'

const writtenFrom = (source: string): string =>
  `# Written by "vitest run deploy -u" from deploy/gateway/rules/${source}; a test compares the two.\n`

const addHeaders = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('')

const marked = (mark: AnswerMark) => ({
  ...HEADERS,
  'Cache-Control': 'no-store',
  [ANSWER_MARK]: mark,
})

/**
 * The parts of nginx's configuration that are made from the tables of Vite's gateway, by file name.
 * $request_id is a random number that nginx makes for each request, and serves as the nonce.
 */
export const PARTS: Readonly<Record<string, string>> = {
  'headers.conf': writtenFrom('headers.ts') + addHeaders(HEADERS),
  'own-headers.conf': writtenFrom('headers.ts') + addHeaders(marked('own')),
  'forwarded-headers.conf': writtenFrom('headers.ts') + addHeaders(marked('forwarded')),
  // Headers that only the gateway may set. nginx inherits these lines only where a location has no
  // such line, so they stand once, for the whole server.
  'hidden-headers.conf':
    writtenFrom('headers.ts') +
    [...Object.keys(HEADERS), 'Cache-Control', ANSWER_MARK, SIGN_IN]
      .map((name) => `proxy_hide_header ${name};\n`)
      .join(''),
  'page-headers.conf': writtenFrom('headers.ts') + addHeaders(pageHeaders('$request_id')),
  'operations.conf':
    writtenFrom('forwarded.ts') +
    FORWARDED.map((operation) => {
      const pattern = pathPattern(operation).replace(
        /^(?:\/v1)?/,
        (version) => `${version}(?<rest>`,
      )
      return `"~^${operation.method} /api${pattern})$" $rest;\n`
    }).join(''),
}
