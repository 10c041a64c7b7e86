/**
 * Accepts only links that are safe to follow: the service may send any text.
 * @returns the address if it is http or https, else null
 */
export const safeHref = (address: string | null | undefined): string | null => {
  if (!address) return null
  try {
    const { protocol, href } = new URL(address)
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}
