import type { OperationId } from './operation-at.ts'

/** The app's own status besides those of HTTP: there was no answer. */
export const NO_CONNECTION = 0

/** The error of every request without a usable answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly operation: OperationId
  /** The HTTP status, or {@link NO_CONNECTION} if there was no answer. */
  readonly status: number
  /** The service's own message, if any. */
  readonly said: string | null
  /** The service's own code, if any. */
  readonly code: number | null
  /** Retry-After in seconds, if given. */
  readonly retryAfter: number | null
  /** Messages by field, if the service named the fields. */
  readonly fieldErrors: Readonly<Record<string, string>>
  /** An answer came, but not one that the operation defines. */
  readonly unreadable: boolean
  /** A firewall on the way refused the request, not the service. */
  readonly isBlocked: boolean
  /** The request broke off since a file has changed after it was chosen. */
  readonly isFileChanged: boolean
  /** Where to sign in again if the session at the gateway has expired; else null. */
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
      isFileChanged?: boolean
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
    this.isFileChanged = details.isFileChanged ?? false
    this.signIn = details.signIn ?? null
  }

  /**
   * Whether the service may have acted without saying so. It has no idempotency keys, so such a
   * write must be looked up before it is repeated (contract, point 14).
   */
  get isOutcomeUnclear(): boolean {
    return this.unreadable || this.status === NO_CONNECTION || this.status >= 500
  }
}

/**
 * How often a throttled request is repeated, and for how long, before the analyst sees an error.
 */
const MAX_REPEATS = 2
const LONGEST_WAIT_S = 10

/**
 * Seconds to wait before repeating a request automatically, or null if it must not be repeated.
 * Reads are repeated when the service is busy, writes only after 429: a throttled request was
 * certainly not carried out, while 503 leaves that open.
 */
export const waitBeforeRepeat = (
  error: unknown,
  isRead: boolean,
  repeats: number,
): number | null => {
  if (!(error instanceof ApiError) || repeats >= MAX_REPEATS) return null
  if (error.status !== 429 && !(isRead && error.status === 503)) return null
  const seconds = error.retryAfter ?? 2 ** repeats
  // Jitter keeps many tabs from repeating at the same moment.
  return seconds > LONGEST_WAIT_S ? null : seconds + Math.random() * 0.25 * Math.max(1, seconds)
}
