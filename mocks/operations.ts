import * as z from 'zod/mini'
import { vendorDocumentContract, vendorDocumentsContract } from '../src/domain/document.ts'
import { questionnairesContract } from '../src/domain/questionnaire.ts'
import { reviewCreateRequest, reviewUpdateRequest } from '../src/domain/requests.ts'
import {
  reviewActionResultContract,
  reviewActionsContract,
  reviewContract,
  reviewsContract,
} from '../src/domain/review.ts'
import { usersContract } from '../src/domain/user.ts'
import { vendorContract, vendorsContract } from '../src/domain/vendor.ts'
import { accept } from './service/issues.ts'
import { QUERIES, type QuerySpec, readQuery } from './service/queries.ts'
import type { Service } from './service/service.ts'

/** A request, as far as it concerns an operation. */
export interface Call {
  parameters: Readonly<Record<string, unknown>>
  search: URLSearchParams
  /** The body, parsed; undefined where there is none. */
  body: unknown
  /** The latest day that it is anywhere, beyond which no report can have been issued. */
  today: string
}

/** One line of the table of operations. */
export interface Operation {
  id: keyof Service
  method: 'get' | 'post' | 'put'
  path: string
  status: number
  /** What the answer must be. */
  contract: z.ZodMiniType
  /** @throws ServiceError for what the service refuses */
  answer: (service: Service, call: Call) => unknown
}

interface Ids {
  vendorId: number
  securityReviewId: number
  documentId: number
}
const idText = z.string().check(z.regex(/^[1-9]\d{0,14}$/, 'An id in the path is not a number.'))
const idsOf = (parameters: Call['parameters']): Ids => {
  const id = (name: string): number =>
    name in parameters ? Number(accept(idText, parameters[name])) : 0
  return {
    vendorId: id('vendorId'),
    securityReviewId: id('securityReviewId'),
    documentId: id('documentId'),
  }
}

const anything: z.ZodMiniType<unknown> = z.unknown()

const operation = <Q, B = unknown>({
  query,
  body = () => anything as z.ZodMiniType<B>,
  run,
  ...line
}: Omit<Operation, 'answer' | 'status'> & {
  status?: number
  query: QuerySpec<Q>
  body?: (today: string) => z.ZodMiniType<B>
  run: (service: Service, ids: Ids, query: Q, body: B) => unknown
}): Operation => ({
  status: 200,
  ...line,
  answer: (service, call) => {
    const ids = idsOf(call.parameters)
    const parsed = readQuery(call.search, query)
    return run(service, ids, parsed, accept(body(call.today), call.body))
  },
})

const REVIEWS = '/vendors/:vendorId/security-reviews'
const REVIEW = `${REVIEWS}/:securityReviewId`

/** The operations: a new one is one entry here and one function in the model. */
export const OPERATIONS: readonly Operation[] = [
  operation({
    id: 'listVendors',
    method: 'get',
    path: '/vendors',
    contract: vendorsContract,
    query: QUERIES.vendors,
    run: (service, _, query) => service.listVendors(query),
  }),
  operation({
    id: 'getVendor',
    method: 'get',
    path: '/vendors/:vendorId',
    contract: vendorContract,
    query: QUERIES.vendor,
    run: (service, { vendorId }, query) => service.getVendor(vendorId, query),
  }),
  operation({
    id: 'listUsers',
    method: 'get',
    path: '/users',
    contract: usersContract,
    query: QUERIES.users,
    run: (service, _, query) => service.listUsers(query),
  }),
  operation({
    id: 'listVendorSecurityReviewsAcrossVendors',
    method: 'get',
    path: '/vendor-security-reviews',
    contract: reviewsContract,
    query: QUERIES.reviewsAcrossVendors,
    run: (service, _, query) => service.listVendorSecurityReviewsAcrossVendors(query),
  }),
  operation({
    id: 'listVendorSecurityReviews',
    method: 'get',
    path: REVIEWS,
    contract: reviewsContract,
    query: QUERIES.reviews,
    run: (service, { vendorId }, query) => service.listVendorSecurityReviews(vendorId, query),
  }),
  operation({
    id: 'createVendorSecurityReview',
    method: 'post',
    path: REVIEWS,
    status: 201,
    contract: reviewContract,
    query: QUERIES.none,
    body: () => reviewCreateRequest,
    run: (service, { vendorId }, _, body) => service.createVendorSecurityReview(vendorId, body),
  }),
  operation({
    id: 'getVendorSecurityReview',
    method: 'get',
    path: REVIEW,
    contract: reviewContract,
    query: QUERIES.review,
    run: (service, { vendorId, securityReviewId }, query) =>
      service.getVendorSecurityReview(vendorId, securityReviewId, query),
  }),
  operation({
    id: 'updateVendorSecurityReview',
    method: 'put',
    path: REVIEW,
    contract: reviewContract,
    query: QUERIES.none,
    body: reviewUpdateRequest,
    run: (service, { vendorId, securityReviewId }, _, body) =>
      service.updateVendorSecurityReview(vendorId, securityReviewId, body),
  }),
  operation({
    id: 'listSecurityReviewActions',
    method: 'get',
    path: `${REVIEW}/actions`,
    contract: reviewActionsContract,
    query: QUERIES.none,
    run: (service, { vendorId, securityReviewId }) =>
      service.listSecurityReviewActions(vendorId, securityReviewId),
  }),
  operation({
    id: 'performSecurityReviewAction',
    method: 'post',
    path: `${REVIEW}/actions`,
    contract: reviewActionResultContract,
    query: QUERIES.none,
    // The model reads the body itself, since what it may hold depends on the dialect.
    run: (service, { vendorId, securityReviewId }, _, body) =>
      service.performSecurityReviewAction(vendorId, securityReviewId, body),
  }),
  operation({
    id: 'listVendorSecurityReviewSecurityQuestionnaires',
    method: 'get',
    path: `${REVIEW}/security-questionnaires`,
    contract: questionnairesContract,
    query: QUERIES.paging,
    run: (service, { vendorId, securityReviewId }, query) =>
      service.listVendorSecurityReviewSecurityQuestionnaires(vendorId, securityReviewId, query),
  }),
  operation({
    id: 'getVendorDocuments',
    method: 'get',
    path: '/vendors/:vendorId/documents',
    contract: vendorDocumentsContract,
    query: QUERIES.documents,
    run: (service, { vendorId }, query) => service.getVendorDocuments(vendorId, query),
  }),
  operation({
    id: 'getVendorDocument',
    method: 'get',
    path: '/vendors/:vendorId/documents/:documentId',
    contract: vendorDocumentContract,
    query: QUERIES.none,
    run: (service, { vendorId, documentId }) => service.getVendorDocument(vendorId, documentId),
  }),
]
