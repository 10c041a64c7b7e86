import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { parseJson } from './forwarding/bodies.ts'
import { CSP_REPORTS } from './rules/headers.ts'

/** Browsers send few reports, and short ones. */
const MOST_BYTES = 16 * 1024
const OF_AN_ADDRESS = 30
const MOST_REPORTS = 10
const LONGEST = 200

const word = z.catch(
  z.pipe(
    z.string(),
    z.transform((text) => (text.split(/[?#]/, 1)[0] ?? '').slice(0, LONGEST)),
  ),
  '',
)
/** A report of report-to. */
const report = z.pipe(
  z.object({
    body: z.object({ effectiveDirective: word, blockedURL: word, documentURL: word }),
  }),
  z.transform(({ body }) => body),
)
/** A report of report-uri, which older browsers send. */
const oldReport = z.pipe(
  z.object({
    'csp-report': z.object({
      'effective-directive': word,
      'blocked-uri': word,
      'document-uri': word,
    }),
  }),
  z.transform(({ 'csp-report': old }) => ({
    effectiveDirective: old['effective-directive'],
    blockedURL: old['blocked-uri'],
    documentURL: old['document-uri'],
  })),
)
const reports = z.union([
  z.array(report),
  z.pipe(
    oldReport,
    z.transform((old) => [old]),
  ),
])

/**
 * Takes what browsers report about the Content-Security-Policy, and logs it without queries. Such a
 * report means an extension of a browser, a mistake in the app, or an attack.
 */
export const cspReports = (app: FastifyInstance): void => {
  void app.register((own, _options, done) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser(
      ['application/reports+json', 'application/csp-report', 'application/json'],
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body: Buffer, parsed) => parsed(null, parseJson(body)),
    )
    const options = { config: { rateLimit: { max: OF_AN_ADDRESS, timeWindow: '1 minute' } } }
    own.post(CSP_REPORTS, options, async (request, reply) => {
      const read = reports.safeParse(request.body)
      for (const found of read.success ? read.data.slice(0, MOST_REPORTS) : [])
        request.log.warn({ csp: found }, 'A browser has refused something by the policy.')
      return reply.code(204).send()
    })
    done()
  })
}
