import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { provide } from '../../lib/services.ts'
import { rawAnswer, rawPage, SIGNED_OUT } from '../../testing/answers.ts'
import { ApiError } from './api-error.ts'
import { formCarrier } from './form-carrier.ts'
import { ANSWER_LIMIT_MS } from './http.ts'
import { operationAt } from './operation-at.ts'
import type { RawAnswer } from './read-answer.ts'
import { carryByXhr, sendForm } from './send-form.ts'

const request = {
  ...operationAt('uploadVendorDocument', { vendorId: 1 }),
  form: new FormData(),
  schema: z.object({ id: z.number() }),
} as const

const TAKEN = rawAnswer({ id: 7 }, 201)
const answering = (answer: RawAnswer | null) => {
  const carrier = vi.fn(() => Promise.resolve(answer))
  provide(formCarrier, carrier)
  return carrier
}

const failure = async (): Promise<ApiError> => {
  const error = await sendForm(request).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}

afterEach(() => {
  answering(TAKEN)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A browser request without an answer, which reports as many sent bytes as the test sets. */
class SilentRequest extends EventTarget {
  readonly upload = new EventTarget()
  readonly open = vi.fn()
  readonly setRequestHeader = vi.fn()
  readonly send = vi.fn()
  abort(): void {
    for (const type of ['abort', 'loadend']) this.dispatchEvent(new Event(type))
  }
}

describe('a form with files', () => {
  it('is sent once, same-origin, and its answer is read', async () => {
    const carrier = answering(TAKEN)
    await expect(sendForm(request)).resolves.toEqual({ id: 7 })
    expect(carrier).toHaveBeenCalledExactlyOnceWith(
      '/api/v2/vendors/1/documents',
      request.form,
      request,
    )
  })

  it('fails with what the service says, and when it wants to be asked again', async () => {
    answering(rawAnswer({ message: 'Too many', code: 1 }, 429, { 'retry-after': '7' }))
    expect(await failure()).toMatchObject({ status: 429, retryAfter: 7, said: 'Too many' })
    answering(rawAnswer({ statusCode: 413 }, 413))
    expect(await failure()).toMatchObject({
      status: 413,
      speaker: 'service',
      isOutcomeUnclear: false,
    })
  })

  it('reads a date in Retry-After by the clock of the answer (contract, point 18)', async () => {
    const at = (second: number) => new Date(Date.UTC(2020, 0, 1, 12, 0, second)).toUTCString()
    answering(rawAnswer({}, 429, { 'retry-after': at(7), date: at(0) }))
    expect(await failure()).toMatchObject({ retryAfter: 7 })
  })

  it.each([
    ['no answer at all', null],
    ['an answer that is no JSON', rawAnswer('<!doctype html>', 201)],
    ['an answer of another shape', rawAnswer([], 201)],
    ['an error of the service', rawAnswer({}, 503)],
    ['the page of a firewall', rawPage(403)],
    ['a page that it is too large', rawPage(413)],
    ['a sign-in page', rawPage(200)],
  ])('leaves open whether it arrived after %s', async (_, answer) => {
    answering(answer)
    expect((await failure()).isOutcomeUnclear).toBe(true)
  })

  it('asks to sign in again where the gateway says so, and nowhere else', async () => {
    answering(rawPage(200))
    expect(await failure()).toMatchObject({ speaker: 'proxy', signIn: null })
    answering(rawPage(413))
    expect(await failure()).toMatchObject({ speaker: 'proxy', status: 413, signIn: null })
    answering(rawAnswer({}, 401, SIGNED_OUT))
    expect(await failure()).toMatchObject({ signIn: '/sign-in/start', isOutcomeUnclear: false })
  })

  it('throws the reason that it was aborted for', async () => {
    const reason = new Error('canceled')
    provide(formCarrier, () => Promise.reject(reason))
    await expect(sendForm(request)).rejects.toBe(reason)
  })
})

describe('a file that changed on disk since it was chosen', () => {
  const broken = async (readPart: () => Promise<ArrayBuffer>) => {
    const silent = new SilentRequest()
    vi.stubGlobal('XMLHttpRequest', function create() {
      return silent
    })
    const file = Object.assign(new File(['a'], 'a.csv'), {
      slice: () => ({ arrayBuffer: readPart }),
    })
    const form = Object.assign(new FormData(), { values: () => [file].values() })
    provide(formCarrier, undefined)
    const failed = sendForm({ ...request, form }).catch((error: unknown) => error)
    silent.dispatchEvent(new Event('error'))
    return failed
  }

  it('is told from a connection that broke, which leaves as open whether it arrived', async () => {
    expect(
      await broken(() => Promise.reject(new DOMException('', 'NotReadableError'))),
    ).toMatchObject({ isFileChanged: true, isOutcomeUnclear: true })
    expect(await broken(async () => new ArrayBuffer(1))).toMatchObject({
      isFileChanged: false,
      isOutcomeUnclear: true,
    })
  })
})

describe('a line that has gone silent', () => {
  it('is given up, but not while it still takes bytes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const silent = new SilentRequest()
    vi.stubGlobal('XMLHttpRequest', function create() {
      return silent
    })
    const hear = vi.fn()
    const carried = carryByXhr('/api/x', request.form, {}).finally(hear)
    for (let sent = 0; sent < 3; sent++) {
      await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS.write - 1)
      silent.upload.dispatchEvent(new Event('progress'))
    }
    expect(hear).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS.write)
    expect(await carried).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })
})
