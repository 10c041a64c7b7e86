import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReplyFromOptions } from '@fastify/reply-from'
import { Agent, request as ask, type Dispatcher } from 'undici'

/** The connections to the service. */
export interface Service {
  dispatcher: NonNullable<FastifyReplyFromOptions['undici']>
  /** Reads something for the gateway itself. @throws where the service cannot be reached */
  read: (
    url: string,
    headers: IncomingHttpHeaders,
  ) => Promise<Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>>
  close: () => Promise<void>
}

/**
 * Connects to the service. It follows no redirects and repeats nothing. A write gets a fresh
 * connection, since one that the service is about to close could break without an answer, and then
 * nobody would know whether the write was carried out.
 * @param silence how long it may say nothing before the app gets an error, in milliseconds
 */
export const connectToService = (silence: number): Service => {
  const options = {
    allowH2: false,
    headersTimeout: silence,
    bodyTimeout: silence,
    connect: { timeout: 10_000 },
  }
  const forReads = new Agent({ ...options, pipelining: 1 })
  const forWrites = new Agent({ ...options, pipelining: 0 })
  const choose = ({ method }: { method?: string | undefined }): Agent =>
    method === 'GET' ? forReads : forWrites
  const request = (given: Dispatcher.RequestOptions, done: never) =>
    choose(given).request(given, done)
  return {
    // The types of reply-from are those of an older undici, which it brings along.
    dispatcher: { request } as unknown as Service['dispatcher'],
    read: (url, headers) => ask(url, { dispatcher: forReads, headers }),
    close: async () => {
      await Promise.all([forReads.destroy(), forWrites.destroy()])
    },
  }
}
