/** Why a file is not fetched, as a sentence for the user. */
export interface FileRefusal {
  message: string
  /** Names the refusal in the metrics. */
  reason: 'file-address' | 'file-host'
}

/**
 * Whether a host is one of those that files may lie on.
 * @param hosts host names; one that begins with a dot stands for all names below it
 */
const isAmong = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((allowed) => (allowed.startsWith('.') ? host.endsWith(allowed) : host === allowed))

/**
 * Decides whether the gateway fetches a file from an address that the service has answered with.
 * @param address from the service's answer alone, never from a browser
 * @param hosts the names of DRATA_FILE_HOSTS
 * @returns undefined where it does
 */
export const fileRefusal = (address: string, hosts: readonly string[]): FileRefusal | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:' || url.username || url.password || url.port)
    return {
      message: 'Drata gave an address for this document that the gateway does not fetch.',
      reason: 'file-address',
    }
  if (isAmong(url.hostname, hosts)) return undefined
  return {
    message: `This document lies on ${url.hostname}, which the gateway may not read unless DRATA_FILE_HOSTS names that host.`,
    reason: 'file-host',
  }
}
