import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import { BlockList, isIPv6, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** A browser opens six at a time. Many people can share an address. */
const MOST_OF_AN_ADDRESS = 500

const addressesOf = (proxies: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * Closes new connections of an address that has too many, so that it cannot take those of others.
 * @param trustedProxies who may have any number, since they bring the connections of many
 */
export const limitConnections = (server: Server, trustedProxies: readonly string[]): void => {
  const open = new Map<string, number>()
  const trusted = addressesOf(trustedProxies)
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    if (trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return
    const count = (open.get(address) ?? 0) + 1
    if (count > MOST_OF_AN_ADDRESS) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
  })
}

/** Refuses an upgrade, of which the app needs none, and closes its connection. */
export const refuseUpgrade = (_request: IncomingMessage, socket: Duplex): void => {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

/** Refuses all upgrades of a server. */
export const refuseUpgrades = (server: Server): void => {
  server.on('upgrade', refuseUpgrade)
}

/** The status for what is no request, by the error of Node's parser. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers what is no request. Nothing of it is repeated. */
export const refuseBadRequest = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = STATUS_OF[error.code ?? ''] ?? 400
  const text = `${STATUS_CODES[status]}\n`
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
  )
}
