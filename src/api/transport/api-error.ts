import type { OperationId } from './operation-at.ts'

/** Statuses of our own, beside HTTP's. */
export const NO_CONNECTION = 0

/**
 * The one shape of every failure to get an answer that can be used.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly operation: OperationId
  /** The HTTP status; {@link NO_CONNECTION} where there was no answer at all. */
  readonly status: number
  /** The service's own words, where it gave any. */
  readonly said: string | null
  /** The service's own code, where it gave one. */
  readonly code: number | null
  /** Seconds after which the service wants to be asked again. */
  readonly retryAfter: number | null
  /** Messages by field, where the service told which one is wrong. */
  readonly fieldErrors: Readonly<Record<string, string>>
  /** The answer came, but was not what the operation answers. */
  readonly unreadable: boolean
  /** A firewall on the way refused the request, and not the service. */
  readonly isBlocked: boolean
  /** Where to sign in again; null unless the session at the gateway has ended. */
  readonly signIn: string | null

  constructor(
    operation: OperationId,
    details: {
      status: number
      message?: string
      code?: number | null
      retryAfter?: number | null
      fieldErrors?: Readonly<Record<string, string>>
      unreadable?: boolean
      isBlocked?: boolean
      signIn?: string | null
      cause?: unknown
    },
  ) {
    super(details.message ?? `${operation} failed with ${details.status}`, { cause: details.cause })
    this.operation = operation
    this.said = details.message?.trim() || null
    this.status = details.status
    this.code = details.code ?? null
    this.retryAfter = details.retryAfter ?? null
    this.fieldErrors = details.fieldErrors ?? {}
    this.unreadable = details.unreadable ?? false
    this.isBlocked = details.isBlocked ?? false
    this.signIn = details.signIn ?? null
  }

  /**
   * Whether the service may have acted although it did not say so. The service has no idempotency
   * keys, so such a write must be looked up before it is repeated (contract, point 14).
   */
  get isOutcomeUnclear(): boolean {
    return this.unreadable || this.status === NO_CONNECTION || this.status >= 500
  }
}

/** How often and how long a throttled request waits before the analyst hears of it. */
const MAX_REPEATS = 2
const LONGEST_WAIT_S = 10

/**
 * Seconds to wait before a request is repeated without asking, or null where it must not be.
 * Reads are repeated when the service is busy; a write only after 429, since a request that was
 * throttled cannot have been acted on, while 503 leaves it open.
 */
export const waitBeforeRepeat = (
  error: unknown,
  isRead: boolean,
  repeats: number,
): number | null => {
  if (!(error instanceof ApiError) || repeats >= MAX_REPEATS) return null
  if (error.status !== 429 && !(isRead && error.status === 503)) return null
  const seconds = error.retryAfter ?? 2 ** repeats
  // Jitter keeps many tabs from coming back in the same moment.
  return seconds > LONGEST_WAIT_S ? null : seconds + Math.random() * 0.25 * Math.max(1, seconds)
}
