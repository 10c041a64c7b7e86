import type { ReviewCreateRequest } from '../domain/contract/requests.ts'
import { newReviewDefaults, toCreateRequest } from '../domain/new-review.ts'
import { answer, type Sent, serve } from './answers.ts'

type Answer = () => Response | Error

/** The request of a test that creates a review. */
export const requestFor = (title: string): ReviewCreateRequest =>
  toCreateRequest({ ...newReviewDefaults('Northwind', undefined, '2026-11-22'), title })

/** A review as the service lists it after the request was carried out. */
export const rowOf = (
  { title, securityReviewType, securityReviewStatus, ...moments }: ReviewCreateRequest,
  id: number,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  id,
  title,
  type: securityReviewType,
  status: securityReviewStatus,
  ...moments,
  // An old date, because nothing may depend on the service's clock.
  createdAt: '2001-01-01T00:00:00Z',
  ...change,
})

/** An answer with these reviews, newest first. */
export const listOf =
  (...rows: unknown[]): Answer =>
  () =>
    answer({ data: rows, pagination: { cursor: null } })

/** A lost connection. */
export const lost: Answer = () => new TypeError('Failed to fetch')
/** An internal error of the service. */
export const failed: Answer = () => answer({ message: 'Oops' }, 500)

/** A service with these answers to reading the list and to creating, each in turn. */
export const serveCreation = (lists: readonly Answer[], posts: readonly Answer[]): Sent[] => {
  const [gets, creations] = [[...lists], [...posts]]
  return serve(({ method }) => {
    const next = (method === 'POST' ? creations : gets).shift()
    if (!next) throw new Error(`No answer was prepared for another ${method}.`)
    return next()
  })
}

/** The methods of the requests, in order. */
export const methodsOf = (requests: readonly Sent[]): string[] =>
  requests.map(({ method }) => method)

/** The review that a request asked to create. */
export const requestOf = (sent: Sent | undefined): ReviewCreateRequest =>
  JSON.parse(typeof sent?.body === 'string' ? sent.body : 'null') as ReviewCreateRequest
