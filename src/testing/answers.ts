import { vi } from 'vitest'
import { ApiError } from '../api/transport/api-error.ts'
import type { RawAnswer } from '../api/transport/read-answer.ts'
import { ANSWER_MARK, SIGN_IN, SIGN_IN_START } from '../domain/contract/gateway-headers.ts'

/** An answer of the service, as the gateway forwards it. */
export const answer = (
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', [ANSWER_MARK]: 'forwarded', ...headers },
  })

/** The same, without a stream: its ticks escape virtual time, and a story must always run alike. */
export const quickAnswer: typeof answer = (body, status, headers) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return Object.assign(answer('', status, headers), {
    text: () => Promise.resolve(text),
    json: async () => JSON.parse(text) as unknown,
  })
}

const PAGE = '<!doctype html><title>A proxy</title>'

/** The headers of the gateway's word that the session has ended. */
export const SIGNED_OUT = { [ANSWER_MARK]: 'own', [SIGN_IN]: SIGN_IN_START } as const

/** The page of a proxy or a firewall on the way. */
export const page = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(PAGE, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  })

/** The same, without a stream. */
export const quickPage: typeof page = (status, headers) =>
  Object.assign(page(status, headers), { text: () => Promise.resolve(PAGE) })

/** An answer to a form with files, as the gateway forwards it. */
export const rawAnswer = (
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): RawAnswer => {
  const all = new Headers({
    'content-type': 'application/json',
    [ANSWER_MARK]: 'forwarded',
    ...headers,
  })
  return {
    status,
    header: (name) => all.get(name),
    text: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

/** The same page, in answer to a form with files. */
export const rawPage = (status: number): RawAnswer => ({
  status,
  header: (name) => (name === 'content-type' ? 'text/html' : null),
  text: PAGE,
})

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

/** The error of a call that fails. @throws whatever is no ApiError */
export const failureOf = async (call: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await call.then(
    () => new Error('It did not fail'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw error
  return error
}
