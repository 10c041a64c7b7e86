import { FORWARDED, pathPattern } from '../forwarded.ts'
import { HEADERS, pageHeaders } from '../headers.ts'

const writtenFrom = (source: string): string =>
  `# Written by "vitest run deploy -u" from deploy/${source}; a test compares the two.\n`

const addHeaders = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `proxy_hide_header ${name};\nadd_header ${name} "${value}" always;\n`)
    .join('')

/**
 * The parts of nginx's configuration that are made from the tables of Vite's gateway, by file name.
 * $request_id is a random number that nginx makes for each request, and serves as the nonce.
 */
export const PARTS: Readonly<Record<string, string>> = {
  'headers.conf': writtenFrom('headers.ts') + addHeaders(HEADERS),
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
