import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { User } from '../domain/contract/user.ts'
import { explainError } from './transport/explain-error.ts'
import { users } from './users.ts'

/**
 * Everyone, to choose among: goes on by itself until every page is there.
 * @returns the people so far, whether more are coming, and why not all of them came, in a sentence
 */
export const useAllUsers = (): {
  people: User[]
  isFetching: boolean
  error: string | undefined
} => {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(users.list())
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage()
  }, [hasNextPage, isFetching, error, fetchNextPage])
  return {
    people: data?.pages.flatMap((page) => page.data) ?? [],
    isFetching,
    error: error ? explainError(error).sentence : undefined,
  }
}
