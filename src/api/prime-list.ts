import type { QueryClient } from '@tanstack/react-query'
import type { CursorList, Row } from './cursor-list.ts'

/** Milliseconds that the page before stays for. */
const MOMENT_MS = 300

/**
 * Asks for the first page of a list, if it is not there. A page that shows a list waits for it, but
 * only for a moment: then it shows its heading and filters, and what is still to come.
 * @returns why the list could not be read; null where it was, or where it takes longer
 */
export const primeList = async <T extends Row>(
  client: QueryClient,
  list: CursorList<T>,
): Promise<unknown> => {
  const asked = client.infiniteQuery({ ...list, staleTime: 'static' }).then(
    () => null,
    (error: unknown) => error,
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const moment = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, MOMENT_MS, null)
  })
  try {
    return await Promise.race([asked, moment])
  } finally {
    clearTimeout(timer)
  }
}
