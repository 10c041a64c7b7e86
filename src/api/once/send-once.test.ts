import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../transport/api-error.ts'
import { ARRIVAL_MS, LOOKS_MS } from './arrival.ts'
import { type OneWrite, type SendOptions, sendOnce, type Unseen } from './send-once.ts'
import { createThrottle } from './throttle.ts'

const failure = (status: number, details: { retryAfter?: number; signIn?: string } = {}) =>
  new ApiError('createVendorSecurityReview', { status, ...details })
const LOST = failure(0)

type Found = 'sent' | 'found' | 'not there' | Unseen
type Write = OneWrite<string, Found>

/** A write whose steps fail as given, in turn, and then succeed. */
const writeThat = ({
  before = [],
  send = [],
  looks = [],
}: {
  before?: unknown[]
  send?: unknown[]
  looks?: (Found | Error)[]
}) => {
  const [befores, sends, lookings] = [[...before], [...send], [...looks]]
  const write = {
    operation: 'createVendorSecurityReview',
    before: vi.fn<NonNullable<Write['before']>>(async () => {
      if (befores.length > 0) throw befores.shift()
      return 'what was there'
    }),
    send: vi.fn<Write['send']>(async () => {
      if (sends.length > 0) throw sends.shift()
      return 'sent'
    }),
    look: vi.fn<Write['look']>(async () => {
      const next = lookings.shift() ?? 'not there'
      if (next instanceof Error) throw next
      return next
    }),
    isDone: (found: Found) => found === 'found',
    unseen: (unseen: Unseen): Found => unseen,
  } satisfies Write
  return write
}

/** Sends it, and reports after how many milliseconds it had which outcome. */
const outcomeOf = async (write: Write, options: SendOptions<string> = {}) => {
  const begun = Date.now()
  const outcome = sendOnce(write, options).then((found) => ({ found, after: Date.now() - begun }))
  await vi.advanceTimersByTimeAsync(600_000)
  return outcome
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('a write', () => {
  it('is sent after a look at what is there, and is done by its answer', async () => {
    const write = writeThat({})
    const onSending = vi.fn<(before: string | null) => Promise<void>>(async () => undefined)
    await expect(outcomeOf(write, { onSending })).resolves.toEqual({ found: 'sent', after: 0 })
    expect(onSending).toHaveBeenCalledExactlyOnceWith('what was there')
    expect(write.look).not.toHaveBeenCalled()
  })

  it('is not sent before it is noted', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const write = writeThat({})
    const found = sendOnce(write, { onSending: () => promise })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(write.send).not.toHaveBeenCalled()
    resolve()
    await expect(found).resolves.toBe('sent')
  })

  it('is not sent where an earlier one is there', async () => {
    const write = { ...writeThat({}), alreadyThere: (): Found => 'found' }
    await expect(outcomeOf(write)).resolves.toMatchObject({ found: 'found' })
    expect(write.send).not.toHaveBeenCalled()
  })

  it.each([400, 401, 403, 404, 413, 422, 429])('is absent after a refusal (%i)', async (status) => {
    const error = failure(status)
    const write = writeThat({ send: [error] })
    const found = { outcome: 'absent', error }
    await expect(outcomeOf(write)).resolves.toEqual({ found, after: 0 })
    expect(write.look).not.toHaveBeenCalled()
  })

  it.each([LOST, failure(429), failure(401, { signIn: '/' })])(
    'is not sent where nothing can be (%s)',
    async (error) => {
      const write = writeThat({ before: [error] })
      await expect(outcomeOf(write)).resolves.toMatchObject({ found: { outcome: 'absent', error } })
      expect(write.send).not.toHaveBeenCalled()
    },
  )

  it('is looked for alone where nothing is to be read before', async () => {
    const { before, ...write } = writeThat({ send: [failure(500)], looks: ['found'] })
    await expect(outcomeOf(write)).resolves.toEqual({ found: 'found', after: 0 })
    expect(before).not.toHaveBeenCalled()
    expect(write.look).toHaveBeenCalledExactlyOnceWith(null, expect.any(ApiError))
  })

  it('is sent where what is there cannot be read', async () => {
    const write = writeThat({ before: [failure(403)], send: [failure(500)] })
    await expect(outcomeOf(write)).resolves.toMatchObject({ found: 'not there' })
    expect(write.look).toHaveBeenCalledExactlyOnceWith(null, expect.any(ApiError))
  })
})

describe('a lost answer', () => {
  it.each([0, 502, 504])('is looked for as long as it can arrive (%i)', async (status) => {
    const write = writeThat({ send: [failure(status)] })
    await expect(outcomeOf(write)).resolves.toEqual({ found: 'not there', after: ARRIVAL_MS })
    expect(write.look).toHaveBeenCalledTimes(LOOKS_MS.length)
    expect(write.send).toHaveBeenCalledTimes(1)
  })

  it('is done at once when it is found', async () => {
    const write = writeThat({ send: [LOST], looks: [failure(500), 'found'] })
    await expect(outcomeOf(write)).resolves.toEqual({ found: 'found', after: LOOKS_MS[1] })
  })

  it.each([
    failure(500),
    failure(503),
    new ApiError('createVendorSecurityReview', { status: 200, unreadable: true }),
  ])('is looked for once where the service has done with it (%s)', async (error) => {
    const write = writeThat({ send: [error] })
    await expect(outcomeOf(write)).resolves.toEqual({ found: 'not there', after: 0 })
    expect(write.look).toHaveBeenCalledTimes(1)
  })

  it('is unsure where the last look fails, whatever those before it showed', async () => {
    const lookError = failure(500)
    const write = writeThat({ send: [LOST], looks: ['not there', 'not there', lookError] })
    const found = { outcome: 'unsure', error: LOST, lookError }
    await expect(outcomeOf(write)).resolves.toEqual({ found, after: ARRIVAL_MS })
  })

  it('may be an error of this page’s after the answer', async () => {
    const write = writeThat({ send: [new TypeError('id of undefined')], looks: ['found'] })
    await expect(outcomeOf(write)).resolves.toEqual({ found: 'found', after: 0 })
  })
})

describe('a write that is taken back', () => {
  it('is absent before it was sent', async () => {
    const controller = new AbortController()
    const write = writeThat({})
    const onSending = async (): Promise<void> => controller.abort(new Error('Canceled'))
    const { found } = await outcomeOf(write, { signal: controller.signal, onSending })
    expect(found).toMatchObject({ outcome: 'absent', error: { message: 'Canceled' } })
    expect(write.send).not.toHaveBeenCalled()
  })

  it('is looked for once it was', async () => {
    const controller = new AbortController()
    const write = writeThat({})
    write.send.mockImplementation(async () => {
      controller.abort(new Error('Canceled'))
      throw controller.signal.reason
    })
    const { found, after } = await outcomeOf(write, { signal: controller.signal })
    expect([found, after]).toEqual(['not there', ARRIVAL_MS])
  })
})

describe('a service that limits requests', () => {
  it('is left alone, and gets it then', async () => {
    const throttle = createThrottle(() => undefined)
    const write = writeThat({ before: [failure(429, { retryAfter: 7 })], send: [failure(429)] })
    // The service sends Retry-After only once; its limit is per minute.
    await expect(outcomeOf(write, { throttle })).resolves.toEqual({ found: 'sent', after: 67_000 })
  })

  it('does not hold back what is taken back', async () => {
    const controller = new AbortController()
    const throttle = createThrottle(() => undefined)
    throttle.hold(failure(429))
    setTimeout(() => controller.abort(new Error('Canceled')), 1_000)
    const write = writeThat({})
    const { found, after } = await outcomeOf(write, { signal: controller.signal, throttle })
    expect([found, after]).toMatchObject([{ outcome: 'absent' }, 1_000])
  })
})

describe('a session that has ended', () => {
  const ended = failure(401, { signIn: '/sign-in' })

  it('is waited for before it is sent again, and before it is looked for', async () => {
    const phases: string[] = []
    const whenSignedIn = vi.fn<() => Promise<void>>(async () => undefined)
    const write = writeThat({ send: [ended, failure(500)], looks: [ended, 'found'] })
    await expect(
      outcomeOf(write, { whenSignedIn, onPhase: (phase) => phases.push(phase) }),
    ).resolves.toMatchObject({ found: 'found' })
    expect(phases).toEqual(['sending', 'signed-out', 'sending', 'looking', 'signed-out', 'looking'])
    expect(write.send).toHaveBeenCalledTimes(2)
  })
})
