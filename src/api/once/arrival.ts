import { type ApiError, NO_CONNECTION } from '../transport/api-error.ts'

/**
 * How long a request can still reach the service after its connection has ended: the gateway may
 * hold it, or the service may be working on it. Until then a missing result proves nothing. A
 * client cannot rule out longer delays; the README says so.
 */
export const ARRIVAL_MS = 4_000

/**
 * When to look for the result of such a request, in milliseconds after its end. The last look
 * decides.
 */
export const LOOKS_MS = [1_000, 2_000, ARRIVAL_MS] as const

/**
 * Whether a failed request may still be on its way to the service. If the service itself answered,
 * with any error, it has finished with the request. A proxy that did not refuse it may have passed
 * it on. A request that broke off since its file had changed never arrives as a whole.
 */
export const mayStillArrive = (error: ApiError): boolean => {
  const { status, speaker } = error
  return (
    !error.isFileChanged &&
    (status === NO_CONNECTION ||
      status === 502 ||
      status === 504 ||
      (speaker === 'proxy' && !error.isRefusedOnTheWay))
  )
}
