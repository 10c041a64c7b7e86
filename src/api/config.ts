import { queryOptions, useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ApiError, NO_CONNECTION } from './transport/api-error.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'
import { noteOwner, recallOwner } from './transport/owner.ts'

/** What the page needs to know about its gateway. The gateway must reveal nothing else. */
const configSchema = z.object({
  /** The version of the API that creates reviews. */
  apiVersion: z.catch(z.union([z.literal(1), z.literal(2)]), 2),
  readOnly: z.catch(z.boolean(), false),
  /** An opaque name derived from the service's address and the key. */
  company: z.catch(z.string(), ''),
  /** The signed-in user's name; null if the gateway has no sign-in. */
  user: z.catch(z.nullable(z.string()), null),
  keyPresent: z.catch(z.boolean(), true),
})
export type Config = z.infer<typeof configSchema>

/** The gateway's configuration, read once. */
export const configQuery = queryOptions({
  queryKey: ['config'] as const,
  queryFn: async ({ signal }) => {
    try {
      const config = await callApi({
        ...operationAt('getConfig'),
        schema: configSchema,
        signal,
      })
      noteOwner({ company: config.company, user: config.user ?? '' })
      return config
    } catch (error) {
      if (error instanceof ApiError && error.status === NO_CONNECTION) recallOwner()
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** @returns whether the gateway is known to forward no changes */
export const useIsReadOnly = (): boolean => useQuery(configQuery).data?.readOnly ?? false
