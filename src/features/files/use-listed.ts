import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { documents } from '../../api/documents.ts'
import { questionnaires } from '../../api/questionnaires.ts'
import type { UploadTarget } from '../../api/uploads.ts'
import type { Page } from '../../domain/page.ts'

const rowsOf = <T>(data: InfiniteData<Page<T>> | undefined): T[] =>
  data?.pages.flatMap((page) => page.data) ?? []

/** @returns a function that gives the names of what is already in a place, as far as it was read */
export const useListed = (): ((target: UploadTarget) => readonly string[]) => {
  const queryClient = useQueryClient()
  return ({ kind, vendorId, reviewId }) =>
    kind === 'document'
      ? rowsOf(queryClient.getQueryData(documents.list(vendorId).queryKey)).map(({ name }) => name)
      : rowsOf(queryClient.getQueryData(questionnaires.list(vendorId, reviewId).queryKey)).map(
          ({ title }) => title ?? '',
        )
}
