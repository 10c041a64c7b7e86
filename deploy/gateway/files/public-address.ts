import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns'
import { BlockList, isIPv4, type LookupFunction } from 'node:net'

/**
 * The blocks of IPv4 that belong to no public host (IANA IPv4 Special-Purpose Address Registry), and
 * multicast.
 */
const NOT_PUBLIC = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/** Of IPv6, only the global unicast block is public (RFC 4291), without what lies in it for others. */
const GLOBAL_UNICAST = ['2000::', 3] as const
/** Protocol assignments with Teredo, documentation, and 6to4, which hides an IPv4 address. */
const NOT_GLOBAL = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const blocked = new BlockList()
for (const [block, bits] of NOT_PUBLIC) blocked.addSubnet(block, bits, 'ipv4')
for (const [block, bits] of NOT_GLOBAL) blocked.addSubnet(block, bits, 'ipv6')
const global = new BlockList()
global.addSubnet(...GLOBAL_UNICAST, 'ipv6')

/** Whether an IP address belongs to a host on the internet, and not to a network inside. */
export const isPublicAddress = (address: string): boolean =>
  isIPv4(address)
    ? !blocked.check(address, 'ipv4')
    : global.check(address, 'ipv6') && !blocked.check(address, 'ipv6')

/** Asks for all addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A name that leads to a network inside. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/**
 * Resolves names for connections. A name that leads inside, with any of its addresses, gets no
 * connection. The connection uses the addresses that were looked at, so a name cannot change in between.
 */
export const lookupPublic =
  (resolve: Resolve = systemLookup): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error(`${hostname} has no address.`), '', 0)
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return done(new PrivateAddressError(`${hostname} leads to a private address.`), '', 0)
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
