import { useInfiniteQuery } from '@tanstack/react-query'
import { type CursorList, countOf, type Row } from './cursor-list.ts'

/**
 * How many rows a list has, for people; undefined until it is loaded. It requests a list only to keep
 * one up to date that is loaded already.
 */
export const useKnownCount = <T extends Row>(list: CursorList<T>): string | undefined =>
  useInfiniteQuery({
    ...list,
    enabled: ({ state }) => state.data !== undefined,
    select: countOf,
  }).data
