import { queryOptions } from '@tanstack/react-query'
import {
  cursorAfter,
  fetchPage,
  isCursorLost,
  type ListRequest,
  type Pages,
  type Row,
  rowsOf,
} from './cursor-list.ts'

/** All rows of a list at once, for uses that need them all. If its cursor is lost, it begins again. */
export const wholeList = <T extends Row>(queryKey: readonly unknown[], request: ListRequest<T>) => {
  const walk = async (signal: AbortSignal, mayBeginAgain: boolean): Promise<T[]> => {
    const walked: Pages<T> = { pages: [], pageParams: [] }
    let cursor: string | null = null
    do {
      try {
        walked.pages.push(await fetchPage(request, signal, cursor))
      } catch (error) {
        if (mayBeginAgain && isCursorLost(error)) return walk(signal, false)
        throw error
      }
      walked.pageParams.push(cursor)
      cursor = cursorAfter(walked)
    } while (cursor !== null)
    return rowsOf(walked)
  }
  return queryOptions({ queryKey, queryFn: ({ signal }) => walk(signal, true) })
}
