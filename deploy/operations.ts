/** A request of the contract: a method and a path below `/api`, its numbers in braces. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT'
  path: string
}

const VENDOR = '/v2/vendors/{vendorId}'
const REVIEWS = `${VENDOR}/security-reviews`
const REVIEW = `${REVIEWS}/{securityReviewId}`

/**
 * Everything that a gateway may forward: the operations of the Drata API that the app's contract
 * (e2e/drata.openapi.json) names, and nothing else that the key could do.
 */
export const OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: '/v2/users' },
  { method: 'GET', path: '/v2/vendor-security-reviews' },
  { method: 'GET', path: '/v2/vendors' },
  { method: 'GET', path: VENDOR },
  { method: 'GET', path: `${VENDOR}/documents` },
  { method: 'POST', path: `${VENDOR}/documents` },
  { method: 'GET', path: `${VENDOR}/documents/{documentId}` },
  { method: 'GET', path: `${VENDOR}/questionnaires` },
  { method: 'POST', path: `${VENDOR}/questionnaires` },
  { method: 'POST', path: `${VENDOR}/security-questionnaires` },
  { method: 'GET', path: REVIEWS },
  { method: 'POST', path: REVIEWS },
  { method: 'POST', path: `${REVIEWS}/with-file` },
  { method: 'GET', path: REVIEW },
  { method: 'PUT', path: REVIEW },
  { method: 'GET', path: `${REVIEW}/actions` },
  { method: 'POST', path: `${REVIEW}/actions` },
  { method: 'GET', path: `${REVIEW}/security-questionnaires` },
  { method: 'POST', path: `${REVIEW}/security-questionnaires` },
  { method: 'POST', path: '/v1/vendors/{vendorId}/security-reviews' },
]

/**
 * The text of a regular expression, for JavaScript and for nginx, that fits the paths of an
 * operation. Ids are numbers without a sign or a leading zero, so that no dot, no percent sign and
 * no backslash is in a path that is forwarded: there is nothing to traverse with.
 */
export const pathPattern = ({ path }: Operation): string =>
  path.replaceAll(/\{\w+\}/g, '[1-9][0-9]{0,14}')
