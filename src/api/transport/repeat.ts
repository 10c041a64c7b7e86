import { waitBeforeRepeat } from './api-error.ts'
import { type ApiRequest, callApi } from './http.ts'

/** How TanStack Query repeats reads when the service is busy (contract, point 18). */
export const QUERY_REPEATS = {
  retry: (repeats: number, error: unknown): boolean =>
    waitBeforeRepeat(error, true, repeats) !== null,
  /** In milliseconds. */
  retryDelay: (repeats: number, error: unknown): number =>
    (waitBeforeRepeat(error, true, repeats) ?? 0) * 1000,
}

/** @throws the signal's reason when it is aborted first */
const wait = (seconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, seconds * 1000)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
  })

/**
 * Like {@link callApi}, but repeats the request while the service is busy. For writes, and for
 * reads outside of queries. TanStack Query would pause those in a hidden tab, which is what the app
 * becomes when a document opens in another tab.
 *
 * @throws the error of the last request; the signal's own reason when it was aborted
 */
export const callPatiently = async <T>(request: ApiRequest<T>): Promise<T> => {
  for (let repeats = 0; ; repeats++) {
    try {
      return await callApi(request)
    } catch (error) {
      const seconds = waitBeforeRepeat(error, request.method === 'GET', repeats)
      if (seconds === null) throw error
      await wait(seconds, request.signal)
    }
  }
}
