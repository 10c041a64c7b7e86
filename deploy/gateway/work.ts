import type { KnownRequest } from './rules/forwarded.ts'
import type { Verdict } from './rules/rules.ts'

/** What the gateway knows about a request while it works on it, for its logs and its metrics. */
export interface Work {
  verdict: Verdict
  /** undefined for what is not forwarded. */
  known: KnownRequest | undefined
  /** The status of the service's answer. */
  upstreamStatus: number | undefined
  /** How long the request waited for its turn. Milliseconds. */
  waitedMs: number | undefined
  /** Why it was refused, in a word for the metrics. */
  refusal: string | undefined
  /** The bytes of an upload so far. */
  uploadedBytes: number
}

declare module 'fastify' {
  interface FastifyRequest {
    work: Work
  }
}

/** @param verdict of the rules on the request */
export const newWork = (verdict: Verdict): Work => ({
  verdict,
  known: verdict.kind === 'forward' ? verdict.known : undefined,
  upstreamStatus: undefined,
  waitedMs: undefined,
  refusal: undefined,
  uploadedBytes: 0,
})
