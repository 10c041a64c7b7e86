import { useInfiniteQuery } from '@tanstack/react-query'
import { type CursorList, countOf, type Pages, type Row } from './cursor-list.ts'

/**
 * What follows from the rows of a list; undefined until it is loaded. It requests a list only to keep
 * one up to date that is loaded already.
 */
export const useKnown = <T extends Row, R>(
  list: CursorList<T>,
  select: (pages: Pages<T>) => R,
): R | undefined =>
  useInfiniteQuery({ ...list, enabled: ({ state }) => state.data !== undefined, select }).data

/** How many rows a list has, for people; undefined until it is loaded. */
export const useKnownCount = <T extends Row>(list: CursorList<T>): string | undefined =>
  useKnown(list, countOf)
