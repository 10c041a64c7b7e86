import { afterEach, describe, expect, it, vi } from 'vitest'
import { MOST_FILE_BYTES } from '../domain/contract/gateway-files.ts'
import { answer, failureOf, page, SIGNED_OUT, serve, serveInTurn } from '../testing/answers.ts'
import { readDocumentFile } from './document-file.ts'
import { connection } from './transport/connection.ts'
import { explainError } from './transport/explain-error.ts'
import { ANSWER_LIMIT_MS } from './transport/http.ts'
import type { FileProgress } from './transport/read-bytes.ts'

const IDS = { vendorId: 7, documentId: 3 }
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A file as the gateway sends it. */
const file = (
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'application/octet-stream', 'x-gateway': 'forwarded', ...headers },
  })

/** A body that comes in these pieces, and then ends, breaks or stays silent. */
const inPieces = (pieces: readonly Uint8Array[], end: Error | 'end' | 'silence' = 'end') => {
  const left = [...pieces]
  return new ReadableStream<Uint8Array>({
    pull: (source) => {
      const piece = left.shift()
      if (piece) source.enqueue(piece)
      else if (end === 'end') source.close()
      else if (end !== 'silence') source.error(end)
    },
  })
}

/** Reads the file, and notes its progress. */
const start = (signal = new AbortController().signal) => {
  const steps: FileProgress[] = []
  const bytes = readDocumentFile(IDS, { signal, onProgress: (step) => steps.push(step) })
  bytes.catch(() => undefined)
  return { bytes, steps }
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the file of a document', () => {
  it('is read piece by piece, and the page learns how far it is', async () => {
    const [first, second] = [bytesOf('%PDF-1.7 '), bytesOf('of a test')]
    const sent = serve(() => file(inPieces([first, second]), { 'content-length': '18' }))
    const { bytes, steps } = start()
    expect(new TextDecoder().decode(await bytes)).toBe('%PDF-1.7 of a test')
    expect(steps).toEqual([
      { loaded: 9, total: 18 },
      { loaded: 18, total: 18 },
    ])
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ method: 'GET', body: undefined })
    expect(sent[0]?.url.pathname).toBe('/api/files/vendors/7/documents/3')
    expect([...(sent[0]?.headers ?? [])]).toEqual([
      ['accept', 'application/octet-stream, application/json'],
    ])
  })

  it.each([
    ['nobody says it', {}],
    ['it is that of a compressed copy', { 'content-length': '5', 'content-encoding': 'br' }],
  ])('has no size where %s', async (_, headers) => {
    serve(() => file('%PDF', headers))
    const { bytes, steps } = start()
    expect(await bytes).toEqual(bytesOf('%PDF'))
    expect(steps.at(-1)).toEqual({ loaded: 4, total: null })
  })

  it('may be empty, which the reader of PDF files has to judge', async () => {
    serve(() => file(''))
    expect(await start().bytes).toHaveLength(0)
  })

  it('shows that the connection is there', async () => {
    connection().setState({ ...connection().getState(), keptSince: 5 })
    serve(() => file('%PDF'))
    await start().bytes
    expect(connection().getState().keptSince).toBeNull()
  })

  it('is refused where it says that it is too large, and is not begun', async () => {
    const cancel = vi.fn()
    serve(() =>
      file(new ReadableStream({ cancel }), { 'content-length': `${MOST_FILE_BYTES + 1}` }),
    )
    const { bytes, steps } = start()
    const error = await failureOf(bytes)
    expect(error).toMatchObject({ operation: 'getDocumentFile', status: 413 })
    expect(explainError(error)).toMatchObject({ title: 'Too large', canRetry: false })
    expect(cancel).toHaveBeenCalledOnce()
    expect(steps).toEqual([])
  })

  it('is given up where it grows too large', async () => {
    const cancel = vi.fn()
    const piece = new Uint8Array(64 * 1024 * 1024)
    serve(() => file(new ReadableStream({ pull: (source) => source.enqueue(piece), cancel })))
    const { bytes, steps } = start()
    expect(await failureOf(bytes)).toMatchObject({ status: 413 })
    expect(steps).toHaveLength(3)
    expect(cancel).toHaveBeenCalledOnce()
  })
})

describe('what is not the file', () => {
  const HOST =
    'This document lies on files.example.com, which the gateway may not read unless DRATA_FILE_HOSTS names that host.'
  const own = (status: number, message: string) => () =>
    answer({ statusCode: status, message }, status, { 'x-gateway': 'own', 'x-request-id': 'a-1' })

  it('is told with the host that the gateway may not read, and whom to ask', async () => {
    serve(own(403, HOST))
    const error = await failureOf(start().bytes)
    expect(error).toMatchObject({ status: 403, speaker: 'gateway', said: HOST, requestId: 'a-1' })
    expect(explainError(error).sentence).toBe(`${HOST} Ask the administrator who runs Countersign.`)
  })

  it('is told in the gateway’s words where the file’s host gave nothing', async () => {
    serve(own(502, 'The host did not give it.'))
    expect(explainError(await failureOf(start().bytes)).sentence).toBe(
      'The host did not give it. Try again, or ask the administrator who runs Countersign.',
    )
  })

  it('ends the session where the gateway says so', async () => {
    serve(() => answer({ statusCode: 401 }, 401, SIGNED_OUT))
    const { bytes } = start()
    expect(await failureOf(bytes)).toMatchObject({ speaker: 'sign-in', signIn: '/sign-in/start' })
    expect(connection().getState().signIn).toBe('/sign-in/start')
  })

  it.each([
    ['a page of a proxy', () => page(200), { speaker: 'proxy', status: 200 }],
    ['a firewall', () => page(403), { speaker: 'proxy', status: 403 }],
    [
      'bytes without the gateway’s mark',
      () => file('%PDF', { 'x-gateway': '' }),
      { speaker: 'proxy', status: 200 },
    ],
    [
      'the service',
      () => answer({ message: 'Not found' }, 404),
      { speaker: 'service', status: 404 },
    ],
    ['JSON in its place', () => answer({ id: 3 }), { speaker: 'service', unreadable: true }],
    ['nobody', () => new TypeError('Failed to fetch'), { speaker: 'nobody', status: 0 }],
  ])('is told by %s', async (_, respond, expected) => {
    serve(respond)
    const { bytes, steps } = start()
    expect(await failureOf(bytes)).toMatchObject({ operation: 'getDocumentFile', ...expected })
    expect(steps).toEqual([])
  })

  it('is asked for again while the service is busy', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const busy = () => answer({ message: 'Busy' }, 429, { 'retry-after': '2' })
    const sent = serveInTurn(busy, () => file('%PDF'))
    const { bytes } = start()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await bytes).toEqual(bytesOf('%PDF'))
    expect(sent).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a file on its way', () => {
  it('that breaks off is a lost connection, and is not begun again by itself', async () => {
    const cause = new TypeError('network error')
    const sent = serve(() => file(inPieces([bytesOf('%PDF')], cause)))
    expect(await failureOf(start().bytes)).toMatchObject({ status: 0, cause })
    expect(sent).toHaveLength(1)
  })

  it('ends with the reason of its abort', async () => {
    const abort = new AbortController()
    const reason = new Error('The tab was closed')
    serve(() => file(inPieces([bytesOf('%PDF')], 'silence')))
    const { bytes, steps } = start(abort.signal)
    await vi.waitFor(() => expect(steps).toHaveLength(1))
    abort.abort(reason)
    await expect(bytes).rejects.toBe(reason)
  })

  it('may take long, but is given up where nothing comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let source: ReadableStreamDefaultController<Uint8Array> | undefined
    serve(() => file(new ReadableStream({ start: (controller) => void (source = controller) })))
    const { bytes, steps } = start()
    for (let piece = 1; piece <= 3; piece += 1) {
      await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS.read - 1)
      source?.enqueue(bytesOf('x'))
      await vi.advanceTimersByTimeAsync(0)
      expect(steps).toHaveLength(piece)
    }
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS.read)
    expect(await failureOf(bytes)).toMatchObject({ status: 0, speaker: 'nobody' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
