import { type ApiError, NO_CONNECTION } from '../transport/api-error.ts'

/**
 * How long a request can still reach the service after its connection has ended: it may lie at the
 * gateway, or be worked on. Until then its absence proves nothing. Longer delays cannot be ruled out
 * by a client; the README says so.
 */
export const ARRIVAL_MS = 4_000

/** When to look for such a request, in milliseconds after its end; the last look decides. */
export const LOOKS_MS = [1_000, 2_000, ARRIVAL_MS] as const

/**
 * Whether a request that failed may still be on its way to the service. Where the service itself
 * answered, with whatever error, it has done with the request.
 */
export const mayStillArrive = ({ status }: ApiError): boolean =>
  status === NO_CONNECTION || status === 502 || status === 504
