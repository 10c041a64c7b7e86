import { OPERATIONS, pathPattern } from '../forwarded.ts'
import { HEADERS, pageHeaders } from '../headers.ts'

const FROM = (source: string): string =>
  `# Written by "vitest run deploy -u" from deploy/${source}; a test holds it to that.\n`

const addHeaders = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `proxy_hide_header ${name};\nadd_header ${name} "${value}" always;\n`)
    .join('')

/**
 * The parts of nginx's configuration that are made from what Vite's gateway uses, by file name.
 * $request_id is a random number that nginx makes for each request, and here the nonce.
 */
export const PARTS: Readonly<Record<string, string>> = {
  'headers.conf': FROM('headers.ts') + addHeaders(HEADERS),
  'page-headers.conf': FROM('headers.ts') + addHeaders(pageHeaders('$request_id')),
  'operations.conf':
    FROM('operations.ts') +
    OPERATIONS.map((operation) => {
      const pattern = pathPattern(operation).replace(
        /^(?:\/v1)?/,
        (version) => `${version}(?<rest>`,
      )
      return `"~^${operation.method} /api${pattern})$" $rest;\n`
    }).join(''),
}
