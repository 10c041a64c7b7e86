import { vi } from 'vitest'

/** An answer of the service. */
export const answer = (
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

/** The same, without a stream: its ticks escape virtual time, and a story must always run alike. */
export const quickAnswer: typeof answer = (body, status, headers) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return Object.assign(answer('', status, headers), {
    text: () => Promise.resolve(text),
    json: async () => JSON.parse(text) as unknown,
  })
}

/** A request that the app sent. */
export interface Sent {
  method: string
  url: URL
  headers: Headers
  body: RequestInit['body']
}

const givenUp = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })

type Respond = (sent: Sent) => Response | Error | Promise<Response | Error>

/**
 * Replaces `fetch` with a fake service. An Error stands for a lost connection. A request that the
 * app aborts is rejected, as in a browser. Undo with `vi.unstubAllGlobals()`.
 * @returns every request, in order
 */
export const serve = (respond: Respond): Sent[] => {
  const requests: Sent[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted()
    const sent: Sent = {
      method: init.method ?? 'GET',
      url: new URL(address, 'http://countersign.test'),
      headers: new Headers(init.headers),
      body: init.body,
    }
    requests.push(sent)
    const response = await Promise.race([respond(sent), givenUp(init.signal)])
    if (response instanceof Error) throw response
    return response
  })
  return requests
}

/** A service that gives these answers in turn, and repeats the last one. */
export const serveInTurn = (...answers: (() => Response | Error)[]): Sent[] => {
  let turn = 0
  return serve(() => {
    const next = answers[Math.min(turn++, answers.length - 1)]
    return next ? next() : new Error('No answer was prepared')
  })
}
