import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { lookupPublic } from './public-address.ts'

/** The answer of a file's host. */
export interface FileAnswer {
  status: number
  /** In bytes; undefined where the host does not say. */
  size: number | undefined
  body: Readable
}

/** Where files come from. */
export interface FileSource {
  /** @throws where the host cannot be reached, or leads inside */
  open: (address: string, signal: AbortSignal) => Promise<FileAnswer>
  close: () => Promise<void>
}

/**
 * Connects to the hosts of files. It follows no redirects, sends nothing that is the user's or the
 * gateway's, and connects to public addresses alone.
 * @param silence how long a host may say nothing, in milliseconds
 */
export const connectToFiles = (silence: number): FileSource => {
  const agent = new Agent({
    allowH2: false,
    headersTimeout: silence,
    bodyTimeout: silence,
    connect: { timeout: 10_000, lookup: lookupPublic() },
  })
  return {
    open: async (address, signal) => {
      const { statusCode, headers, body } = await request(address, {
        dispatcher: agent,
        signal,
        headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Countersign' },
      })
      const size = Number(headers['content-length'] ?? Number.NaN)
      return { status: statusCode, size: Number.isNaN(size) ? undefined : size, body }
    },
    close: () => agent.destroy(),
  }
}
