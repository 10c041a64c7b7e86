/**
 * A script of its own, loaded beside the app: asks for what the page shows while the code that will
 * show it is on its way. It imports nothing, or that would have to be loaded first; a test holds the
 * addresses to those that the app asks for.
 */
const LIST =
  '/api/v2/vendor-security-reviews?size=500&expand%5B%5D=user&expand%5B%5D=vendor&includeTotalCount=true'

/** As long as the app itself waits for what it reads. */
const LIMIT_MS = 60_000

const ask = (address: string): Promise<Response> => {
  const answer = fetch(address, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(LIMIT_MS),
  })
  // Heard of by whoever takes it.
  answer.catch(() => undefined)
  return answer
}

const REVIEW = /^\/vendors\/(\d+)\/security-reviews\/(\d+)$/

/** What the page at a place of the app asks for first, of those pages that are opened most. */
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
