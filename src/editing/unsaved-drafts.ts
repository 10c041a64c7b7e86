import { queryOptions } from '@tanstack/react-query'
import { listEarlier } from '../api/saving/earlier-records.ts'
import { works } from './works.ts'

/**
 * The unsaved work of this owner, read anew each time it is shown.
 * @param user the signed-in user's name; empty in deployments without sign-in
 */
export const unsavedDraftsQuery = (user: string) =>
  queryOptions({
    queryKey: ['unsaved-work', user] as const,
    queryFn: async () => {
      const { store } = works()
      const [records, foreign, earlier] = await Promise.all([
        store.list(),
        store.foreign(),
        listEarlier(user),
      ])
      return { records, foreign: [...foreign, ...earlier].filter(({ texts }) => texts.length > 0) }
    },
    staleTime: 0,
  })
