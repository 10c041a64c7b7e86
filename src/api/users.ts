import { useQuery } from '@tanstack/react-query'
import { type User, usersSchema } from '../domain/contract/user.ts'
import { explainError } from './transport/explain-error.ts'
import { operationAt } from './transport/operation-at.ts'
import { wholeList } from './whole-list.ts'

const PAGE_SIZE = 500

/** All users, since the service cannot search them by name. */
export const allUsers = () => ({
  ...wholeList(['users'], {
    ...operationAt('listUsers'),
    query: { size: PAGE_SIZE },
    schema: usersSchema,
  }),
  // The list of users rarely changes.
  staleTime: 10 * 60_000,
})

/** @returns all users, whether they are loading, and in a sentence why they could not be loaded */
export const useAllUsers = (): {
  people: User[]
  isFetching: boolean
  error: string | undefined
} => {
  const { data = [], error, isFetching } = useQuery(allUsers())
  return { people: data, isFetching, error: error ? explainError(error).sentence : undefined }
}
