import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '../domain/contract/page.ts'
import { type Questionnaire, questionnairesSchema } from '../domain/contract/questionnaire.ts'
import type { SortDirection, SortField } from '../domain/contract/values.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'
import { callPatiently } from './transport/repeat.ts'

/** How a list of files is asked for. */
export type ListQuery = {
  size: number
  sort: SortField
  sortDir: SortDirection
  includeTotalCount?: boolean
  cursor?: string
}

/** See the same of a request. */
export type ListOptions = { signal?: AbortSignal | undefined; isForShow?: boolean }

const root = ['questionnaires'] as const

const fetchPage = (
  vendorId: number,
  reviewId: number | null,
  query: ListQuery,
  options: ListOptions = {},
): Promise<Page<Questionnaire>> =>
  (options.isForShow ? callApi : callPatiently)({
    ...(reviewId === null
      ? operationAt('listVendorQuestionnaires', { vendorId })
      : operationAt('listVendorSecurityReviewSecurityQuestionnaires', {
          vendorId,
          securityReviewId: reviewId,
        })),
    query,
    schema: questionnairesSchema,
    ...options,
  })

/** Keys and functions of everything that reads questionnaires. */
export const questionnaires = {
  all: root,
  fetchPage,
  vendor: (vendorId: number) => [...root, vendorId] as const,
  /** @param reviewId null for the vendor's own */
  list: (vendorId: number, reviewId: number | null) =>
    infiniteQueryOptions({
      queryKey: [...root, vendorId, 'list', reviewId] as const,
      queryFn: ({ pageParam, signal }) =>
        fetchPage(
          vendorId,
          reviewId,
          {
            size: 100,
            sort: 'createdAt',
            sortDir: 'DESC',
            ...(pageParam === null ? { includeTotalCount: true } : { cursor: pageParam }),
          },
          { signal, isForShow: true },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
    }),
}
