import { ApiError, NO_CONNECTION } from '../transport/api-error.ts'
import type { OperationId } from '../transport/operation-at.ts'
import { LOOKS_MS, mayStillArrive } from './arrival.ts'
import type { Throttle } from './throttle.ts'

/**
 * What became of something that was sent. `done`: the service has it. `absent`: the service
 * certainly has not, so it may be sent again. `unsure`: nobody here can tell, so the analyst decides.
 */
export type Outcome = 'done' | 'absent' | 'unsure'

/**
 * What a look shows. D is what is known of one that is done, C what it may be where that is unsure:
 * no candidates are named where rows could not be read.
 */
export type LookupResult<C, D = object> =
  | ({ outcome: 'done' } & D)
  | { outcome: 'absent' }
  | { outcome: 'unsure'; candidates: readonly C[] }

/** How far a write is: held back by a limit, on its way, looked for, or behind a sign-in. */
export type Phase = 'waiting' | 'sending' | 'looking' | 'signed-out'

/** What is known of a write where no look shows what became of it. */
export type Unseen =
  /** It was refused, or did not leave this page. */
  | { outcome: 'absent'; error: unknown }
  /** It may be there, and the service could not be asked; `lookError` says why. */
  | { outcome: 'unsure'; error: ApiError; lookError: unknown }

/** What a look needs. */
export interface Lookup<B, F> {
  /**
   * Looks what became of it.
   * @param before what was there before it was sent; null where that is not known
   * @param error what its request failed with
   * @throws ApiError where the service cannot be asked
   */
  look: (before: B | null, error: ApiError) => Promise<F>
  /** Whether all of it is found, so that no later look could find more. */
  isDone: (found: F) => boolean
  unseen: (unseen: Unseen) => F
}

/** Something that the service must get once. B is what was there before, F what became of it. */
export interface OneWrite<B, F> extends Lookup<B, F> {
  operation: OperationId
  /**
   * Reads what is there; left out where a look needs nothing to compare with.
   * @throws ApiError where it cannot be read; the signal's reason when it was aborted
   */
  before?: (signal?: AbortSignal) => Promise<B>
  /** What became of one that was sent earlier, where what is there shows that now. */
  alreadyThere?: (before: B) => F | undefined
  /**
   * Sends it.
   * @returns what became of it by the service's answer
   * @throws ApiError; the signal's reason when it was aborted
   */
  send: (signal?: AbortSignal) => Promise<F>
}

export interface LookOptions {
  /** Called with each change of how far it is. */
  onPhase?: ((phase: Phase) => void) | undefined
  /** Waits until the user has signed in again; without it, an ended session ends the write. */
  whenSignedIn?: ((signal?: AbortSignal) => Promise<void>) | undefined
}

export interface SendOptions<B> extends LookOptions {
  /** Takes it back. It is looked for then, since its last bytes may have left already. */
  signal?: AbortSignal | undefined
  /** Called, and waited for, just before it goes: from then on it may arrive. */
  onSending?: ((before: B | null) => Promise<void>) | undefined
  /** Holds it back while the service limits requests; without it, a limit ends the write. */
  throttle?: Throttle | undefined
}

/** How often a throttled write is sent again before the analyst has to. */
const MOST_THROTTLED = 6

const waitFor = (milliseconds: number): Promise<void> =>
  milliseconds > 0
    ? new Promise((resolve) => {
        setTimeout(resolve, milliseconds)
      })
    : Promise.resolve()

const isSignedOut = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.signIn !== null

/**
 * Looks for something that may have arrived, until it is found or the last look has decided.
 * @param moments when to look, in milliseconds from now
 */
export const lookFor = async <B, F>(
  lookup: Lookup<B, F>,
  before: B | null,
  error: ApiError,
  { moments = [0], onPhase, whenSignedIn }: LookOptions & { moments?: readonly number[] } = {},
): Promise<F> => {
  const lookOnce = async (): Promise<F> => {
    for (;;) {
      try {
        return await lookup.look(before, error)
      } catch (lookError) {
        if (!isSignedOut(lookError) || !whenSignedIn)
          return lookup.unseen({ outcome: 'unsure', error, lookError })
        onPhase?.('signed-out')
        await whenSignedIn()
        onPhase?.('looking')
      }
    }
  }
  onPhase?.('looking')
  let passed = 0
  let found = lookup.unseen({ outcome: 'unsure', error, lookError: error })
  for (const moment of moments) {
    await waitFor(moment - passed)
    passed = moment
    found = await lookOnce()
    if (lookup.isDone(found)) break
  }
  return found
}

/**
 * What a request failed with that the service may have acted on; null where it certainly has not.
 * An aborted request counts: its last bytes can leave before the abort takes effect. So does an
 * error of this page's, which may have come after the answer.
 */
const unclearError = (
  cause: unknown,
  operation: OperationId,
  signal: AbortSignal | undefined,
): ApiError | null => {
  if (cause instanceof ApiError) return cause.isOutcomeUnclear ? cause : null
  return signal?.aborted
    ? new ApiError(operation, { status: NO_CONNECTION, cause })
    : new ApiError(operation, { status: 200, unreadable: true, cause })
}

/**
 * Whether a write is to be left alone because what is there before it could not be read: no
 * connection, an ended session and a limit would meet the write as well.
 */
const stopsSending = (error: unknown): boolean =>
  !(error instanceof ApiError) ||
  error.status === NO_CONNECTION ||
  error.status === 429 ||
  error.signIn !== null

const readBefore = async <B>(
  { before }: Pick<OneWrite<B, unknown>, 'before'>,
  signal: AbortSignal | undefined,
): Promise<B | null> => {
  try {
    return (await before?.(signal)) ?? null
  } catch (error) {
    if (stopsSending(error)) throw error
    return null
  }
}

/** What one attempt led to, or what it failed with where the service certainly did nothing. */
type Attempt<F> = { found: F } | { refusal: unknown }

const attempt = async <B, F>(
  write: OneWrite<B, F>,
  options: SendOptions<B>,
): Promise<Attempt<F>> => {
  const { signal, onSending, onPhase, throttle } = options
  let before: B | null = null
  try {
    await throttle?.pass(signal)
    onPhase?.('sending')
    before = await readBefore(write, signal)
    signal?.throwIfAborted()
    const found = before === null ? undefined : write.alreadyThere?.(before)
    if (found !== undefined) return { found }
    await onSending?.(before)
    signal?.throwIfAborted()
  } catch (refusal) {
    return { refusal }
  }
  try {
    return { found: await write.send(signal) }
  } catch (cause) {
    const error = unclearError(cause, write.operation, signal)
    if (error === null) return { refusal: cause }
    const moments = mayStillArrive(error) ? LOOKS_MS : [0]
    return { found: await lookFor(write, before, error, { ...options, moments }) }
  }
}

/**
 * Sends something to a service that has no idempotency keys (contract, point 14), and finds out what
 * became of it. What is there is read before; after an answer that leaves the outcome open, what is
 * there now is held against it, as long as the request can still arrive. Nothing is sent again but
 * what was throttled, or turned away by an ended session.
 *
 * @returns what became of it; failures are a part of that, none is thrown
 */
export const sendOnce = async <B, F>(
  write: OneWrite<B, F>,
  options: SendOptions<B> = {},
): Promise<F> => {
  const { signal, throttle, whenSignedIn, onPhase } = options
  let refusal: unknown
  for (let throttled = 0; throttled < MOST_THROTTLED; ) {
    const attempted = await attempt(write, options)
    if ('found' in attempted) return attempted.found
    refusal = attempted.refusal
    if (isSignedOut(refusal) && whenSignedIn) {
      onPhase?.('signed-out')
      try {
        await whenSignedIn(signal)
      } catch (reason) {
        return write.unseen({ outcome: 'absent', error: reason })
      }
    } else if (refusal instanceof ApiError && refusal.status === 429 && throttle) {
      onPhase?.('waiting')
      throttle.hold(refusal)
      throttled += 1
    } else break
  }
  return write.unseen({ outcome: 'absent', error: refusal })
}
