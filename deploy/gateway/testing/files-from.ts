import { Readable } from 'node:stream'
import type { FileSource } from '../files/file-source.ts'

/**
 * Files for tests: whatever host an address names, its path is asked for at a server of this machine.
 * @param origin the server's origin, once it is known
 */
export const filesFrom = (origin: () => string): FileSource => ({
  open: async (address, signal) => {
    const { pathname, search } = new URL(address)
    const url = new URL(`${pathname}${search}`, origin())
    const response = await fetch(url, { redirect: 'manual', signal })
    const size = response.headers.get('content-length')
    return {
      status: response.status,
      size: size === null ? undefined : Number(size),
      body: Readable.fromWeb(response.body as never),
    }
  },
  close: async () => undefined,
})
