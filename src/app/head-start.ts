/**
 * A separate script, loaded beside the app. It requests the page's data while the page's code is
 * still loading. It must not import anything, because imports would load first. A test compares its
 * addresses with those that the app requests.
 */
const LIST =
  '/api/v2/vendor-security-reviews?size=500&expand%5B%5D=user&expand%5B%5D=vendor&includeTotalCount=true'

/** The same limit as for the app's own reads. */
const LIMIT_MS = 60_000

const ask = (address: string): Promise<Response> => {
  const answer = fetch(address, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(LIMIT_MS),
  })
  // Avoids an "unhandled rejection"; the code that takes the answer handles the error.
  answer.catch(() => undefined)
  return answer
}

const REVIEW = /^\/vendors\/(\d+)\/security-reviews\/(\d+)$/

/** The first requests of a page, for the pages that are opened most. */
export const addressesOf = ({
  pathname,
  search,
}: Pick<Location, 'pathname' | 'search'>): string[] => {
  if (pathname === '/') return search === '' ? [LIST] : []
  const [, vendorId, reviewId] = REVIEW.exec(pathname) ?? []
  if (reviewId === undefined) return []
  const vendor = `/api/v2/vendors/${vendorId}`
  const review = `${vendor}/security-reviews/${reviewId}`
  return [
    `${vendor}?expand%5B%5D=vendorUser&expand%5B%5D=vendorRelationshipContact`,
    `${review}?expand%5B%5D=user&expand%5B%5D=requesterUser`,
    `${review}/actions`,
  ]
}

globalThis.headStart ??= new Map(addressesOf(location).map((address) => [address, ask(address)]))
