import { useInfiniteQuery } from '@tanstack/react-query'
import type { CursorList } from './cursor-list.ts'
import { useRows } from './use-loaded-list.ts'

/**
 * Reads a list that is a part of a page. It suspends nothing and throws nothing.
 * @param wantsAll loads all rows, to search or sort them
 * @returns the list, and whether its first rows are loaded; until then it is empty
 */
export const useListPart = <T extends { id: number }>(list: CursorList<T>, wantsAll: boolean) => {
  // The loader of the page has just asked, and the part offers to try again.
  const query = useInfiniteQuery({ ...list, retryOnMount: false })
  return { list: useRows(list, query, wantsAll), isLoaded: query.data !== undefined }
}
