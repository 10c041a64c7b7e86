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
  /**
   * What the user may do. Each role includes those before it. Undefined for a gateway that names no
   * role that is known here: then `readOnly` alone decides.
   */
  role: z.catch(z.optional(z.enum(['read', 'edit', 'decide'])), undefined),
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

/** What more than reading there is: to change reviews and files, or to finalize and reopen. */
type More = 'edit' | 'decide'

/** Whether a user may do more than read. The gateway enforces it; the page offers nothing else. */
export const may = ({ readOnly, role }: Pick<Config, 'readOnly' | 'role'>, more: More): boolean =>
  !readOnly && role !== 'read' && (more === 'edit' || role !== 'edit')

/** @returns false once it is known that the user may not do this */
export const useMay = (more: More): boolean => {
  const { data } = useQuery(configQuery)
  return data === undefined || may(data, more)
}

/** Says why nothing can be changed; undefined where something can. */
export const readOnlySentence = (config: Config): string | undefined => {
  if (may(config, 'edit')) return undefined
  return config.user !== null && config.role === 'read'
    ? 'You may read here, but not change anything.'
    : 'Countersign is read-only here: nothing can be changed.'
}
