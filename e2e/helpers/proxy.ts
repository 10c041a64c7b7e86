import { request as ask, type IncomingMessage, type RequestListener } from 'node:http'
import { test as base } from './fixtures.ts'
import { listen } from './listen.ts'
import { urlOf } from './ports.ts'

/** The answer of a proxy in place of the server behind it. */
interface ProxyAnswer {
  status: number
  headers?: Readonly<Record<string, string>>
  body?: string
}

/** A page of a proxy, which is no answer of the gateway. */
export const pageOf = (status: number, title: string): ProxyAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>${title}</title><h1>${title}</h1>`,
})

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What a proxy looks at. */
interface Passing {
  method: string
  path: string
  body: Buffer
}

/** Decides what the proxy answers itself; undefined lets a request pass. */
type Judge = (passing: Passing) => ProxyAnswer | undefined

const proxyTo =
  (target: string, judge: Judge): RequestListener =>
  (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const pass = (body: Buffer): void => {
      const sent = ask(new URL(url, target), { method, headers }, (incoming) => {
        response.writeHead(incoming.statusCode ?? 502, incoming.headers)
        incoming.pipe(response)
      })
      sent.once('error', () => response.destroy())
      sent.end(body)
    }
    void bodyOf(request).then((body) => {
      const answer = url.startsWith('/api/') ? judge({ method, path: url, body }) : undefined
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body)
      else pass(body)
    })
  }

interface ProxyFixtures {
  /**
   * Puts a proxy in front of live mode's gateway, as a company or a network does.
   * @param judge what it answers itself, below /api
   * @returns the address to open
   */
  behindProxy: (judge: Judge) => Promise<string>
}

/** Playwright's test with our fixtures, and with proxies that end with the test. */
export const test = base.extend<ProxyFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright requires a pattern, also here where no other fixture is used
  behindProxy: async ({}, use) => {
    const ends: (() => Promise<void>)[] = []
    await use(async (judge) => {
      // Without Prism, which reads the bytes of files as text.
      const { url, close } = await listen(proxyTo(urlOf('unchecked'), judge))
      ends.push(close)
      return url
    })
    await Promise.all(ends.map((end) => end()))
  },
})
