import { useQueryClient } from '@tanstack/react-query'
import { rowsOf } from '../../api/cursor-list.ts'
import { documents } from '../../api/documents.ts'
import type { UploadTarget } from '../../api/once/files/file-requests.ts'
import { questionnaires } from '../../api/questionnaires.ts'

/**
 * @returns a function that lists the names of the files at a target. It waits for a list that is
 *   still loading, and returns no names if the list cannot be read.
 */
export const useExistingNames = (): ((target: UploadTarget) => Promise<readonly string[]>) => {
  const queryClient = useQueryClient()
  return async ({ kind, vendorId, reviewId }) => {
    const asItIs = { staleTime: 'static' } as const
    if (kind === 'document') {
      const list = { ...documents.list(vendorId), ...asItIs }
      const data = await queryClient.infiniteQuery(list).catch(() => undefined)
      return rowsOf(data).map(({ name }) => name)
    }
    const list = { ...questionnaires.list(vendorId, reviewId), ...asItIs }
    const data = await queryClient.infiniteQuery(list).catch(() => undefined)
    return rowsOf(data).map(({ title }) => title ?? '')
  }
}
