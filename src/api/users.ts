import { useQuery } from '@tanstack/react-query'
import { type User, usersSchema } from '../domain/contract/user.ts'
import { wholeList } from './cursor-list.ts'
import { explainError } from './transport/explain-error.ts'
import { operationAt } from './transport/operation-at.ts'

const PAGE_SIZE = 500

/** Everyone: people are chosen and found by name, which the service cannot do. */
export const allUsers = () => ({
  ...wholeList(['users'], {
    ...operationAt('listUsers'),
    query: { size: PAGE_SIZE },
    schema: usersSchema,
  }),
  // People come and go slowly.
  staleTime: 10 * 60_000,
})

/** @returns everyone, whether they are being read, and why they could not be, in a sentence */
export const useAllUsers = (): {
  people: User[]
  isFetching: boolean
  error: string | undefined
} => {
  const { data = [], error, isFetching } = useQuery(allUsers())
  return { people: data, isFetching, error: error ? explainError(error).sentence : undefined }
}
