import { waitBeforeRepeat } from './api-error.ts'
import { type ApiRequest, callApi, type Question } from './http.ts'

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
 * Calls again while the service is busy, which it says before it answers anything else.
 * @param call sends the request once
 * @throws the error of the last call; the signal's own reason when it was aborted
 */
export const repeatWhileBusy = async <T>(
  { method, signal }: Pick<Question, 'method' | 'signal'>,
  call: () => Promise<T>,
): Promise<T> => {
  for (let repeats = 0; ; repeats++) {
    try {
      return await call()
    } catch (error) {
      const seconds = waitBeforeRepeat(error, method === 'GET', repeats)
      if (seconds === null) throw error
      await wait(seconds, signal)
    }
  }
}

/**
 * Like {@link callApi}, but repeats the request while the service is busy. For writes, and for
 * reads outside of queries. TanStack Query would pause those in a hidden tab, which is what the app
 * becomes when a document opens in another tab.
 *
 * @throws the error of the last request; the signal's own reason when it was aborted
 */
export const callPatiently = <T>(request: ApiRequest<T>): Promise<T> =>
  repeatWhileBusy(request, () => callApi(request))
