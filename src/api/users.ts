import { infiniteQueryOptions } from '@tanstack/react-query'
import { usersSchema } from '../domain/contract/user.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'

const PAGE_SIZE = 500
const root = ['users'] as const

/** Keys and functions of everything that reads users. */
export const users = {
  all: root,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...root, 'list'] as const,
      queryFn: ({ pageParam, signal }) =>
        callApi({
          ...operationAt('listUsers'),
          query: { size: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) },
          schema: usersSchema,
          signal,
          isForShow: true,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
      // People come and go slowly.
      staleTime: 10 * 60_000,
    }),
}
