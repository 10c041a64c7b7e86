/**
 * Lets through only links that can be followed safely: what the service sends may be any text.
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
