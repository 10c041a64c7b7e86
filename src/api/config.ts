import { queryOptions, useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { callApi } from './http.ts'
import { keepFor } from './kept-answers.ts'

/** What the page must know of its gateway, and never more. */
const configSchema = z.object({
  /** The version of the API that creates reviews. */
  apiVersion: z.catch(z.union([z.literal(1), z.literal(2)]), 2),
  readOnly: z.catch(z.boolean(), false),
  /** The signed-in user's name, where the gateway signs users in. */
  user: z.catch(z.nullable(z.string()), null),
  keyPresent: z.catch(z.boolean(), true),
})
export type Config = z.infer<typeof configSchema>

/** The gateway's configuration, asked once. */
export const configQuery = queryOptions({
  queryKey: ['config'] as const,
  queryFn: async ({ signal }) => {
    const config = await callApi({
      operation: 'getConfig',
      path: '/config',
      schema: configSchema,
      signal,
    })
    await keepFor(config.user ?? '')
    return config
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** @returns whether the gateway forwards nothing that makes a change, as far as it has said so */
export const useIsReadOnly = (): boolean => useQuery(configQuery).data?.readOnly ?? false
