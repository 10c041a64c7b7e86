import { ApiError, NO_CONNECTION } from '../transport/api-error.ts'
import type { OperationId } from '../transport/operation-at.ts'
import { LOOKS_MS, mayStillArrive } from './arrival.ts'
import type { Throttle } from './throttle.ts'

/**
 * The outcome of a write. `done`: the service has it. `absent`: the service certainly does not have
 * it, so it may be sent again. `unsure`: neither is certain, so the analyst decides.
 */
export type Outcome = 'done' | 'absent' | 'unsure'

/**
 * The result of a lookup. D describes a write that is done, C the candidates for an unsure one.
 * There are no candidates if rows could not be read.
 */
export type LookupResult<C, D = object> =
  | ({ outcome: 'done' } & D)
  | { outcome: 'absent' }
  | { outcome: 'unsure'; candidates: readonly C[] }

/**
 * The phase of a write: waiting for a rate limit, being sent, being looked up, or waiting for a
 * sign-in.
 */
export type Phase = 'waiting' | 'sending' | 'looking' | 'signed-out'

/** The outcome of a write that no lookup could settle. */
export type Unseen =
  /** It was refused, or never left this page. */
  | { outcome: 'absent'; error: unknown }
  /** It may have arrived, and the lookup failed with `lookError`. */
  | { outcome: 'unsure'; error: ApiError; lookError: unknown }

/** How to look up a write. */
export interface Lookup<B, F> {
  /**
   * Looks up the outcome.
   * @param before what was listed before the write; null if unknown
   * @param error the error of its request
   * @throws ApiError if the lookup fails
   */
  look: (before: B | null, error: ApiError) => Promise<F>
  /** Whether everything was found, so that a later lookup could find no more. */
  isDone: (found: F) => boolean
  unseen: (unseen: Unseen) => F
}

/** A write that the service must get exactly once. B is what was listed before, F the outcome. */
export interface OneWrite<B, F> extends Lookup<B, F> {
  operation: OperationId
  /**
   * Reads the list to compare with later; omitted if a lookup does not need it.
   * @throws ApiError if it cannot be read; the signal's reason when it was aborted
   */
  before?: (signal?: AbortSignal) => Promise<B>
  /** The outcome of an earlier attempt, if the list shows it now. */
  alreadyThere?: (before: B) => F | undefined
  /**
   * Sends it.
   * @returns the outcome by the service's answer
   * @throws ApiError; the signal's reason when it was aborted
   */
  send: (signal?: AbortSignal) => Promise<F>
}

export interface LookOptions {
  /** Called on every change of phase. */
  onPhase?: ((phase: Phase) => void) | undefined
  /** Waits until the user has signed in again. Without it, an expired session ends the write. */
  whenSignedIn?: ((signal?: AbortSignal) => Promise<void>) | undefined
}

export interface SendOptions<B> extends LookOptions {
  /** Cancels the write. It is then looked up, since its last bytes may already have been sent. */
  signal?: AbortSignal | undefined
  /** Called and awaited just before sending: from then on the write may arrive. */
  onSending?: ((before: B | null) => Promise<void>) | undefined
  /** Holds it back while the service limits requests. Without it, a rate limit ends the write. */
  throttle?: Throttle | undefined
}

/** How often a throttled write is repeated before the analyst has to decide. */
const MOST_THROTTLED = 6

const waitFor = (milliseconds: number): Promise<void> =>
  milliseconds > 0
    ? new Promise((resolve) => {
        setTimeout(resolve, milliseconds)
      })
    : Promise.resolve()

const isSignedOut = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.signIn !== null && !error.isSignInStale

/** Looks up a write that may have arrived, until it is found or the last look has decided. */
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
 * Returns the error if the service may have acted on the request, or null if it certainly did not.
 * An aborted request counts: its last bytes can leave before the abort takes effect. So does an
 * error in this page, which may have come after the answer.
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
 * Whether to give up a write because the list before it could not be read: a missing connection, an
 * expired session, a rate limit or another page on the way would stop the write as well.
 */
const stopsSending = (error: unknown): boolean =>
  !(error instanceof ApiError) ||
  error.status === NO_CONNECTION ||
  error.status === 429 ||
  error.signIn !== null ||
  (error.speaker === 'proxy' && error.status < 500)

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

/** The outcome of one attempt, or its error if the service certainly did nothing. */
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
 * Sends a write to a service without idempotency keys (contract, point 14), and finds out its
 * outcome. It reads the list before sending. After an answer that leaves the outcome open, it
 * compares the list again, for as long as the request can still arrive. Only writes that were
 * throttled, or rejected because of an expired session, are sent again.
 *
 * @returns the outcome; failures are part of it, and none is thrown
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
