import { FRESH_SIGN_IN } from '../../domain/contract/gateway-headers.ts'
import type { OperationId } from './operation-at.ts'

/** The app's own status besides those of HTTP: there was no answer. */
export const NO_CONNECTION = 0

/**
 * Who gave an answer: the service, the gateway for itself, the gateway for the sign-in that has
 * ended, a proxy or a firewall on the way, or nobody.
 */
export type Speaker = 'service' | 'gateway' | 'sign-in' | 'proxy' | 'nobody'

/** The error of every request without a usable answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly operation: OperationId
  readonly speaker: Speaker
  /** The HTTP status, or {@link NO_CONNECTION} if there was no answer. */
  readonly status: number
  /** The service's own message, if any. */
  readonly said: string | null
  /** Retry-After in seconds, if given. */
  readonly retryAfter: number | null
  /** The same, message by message. */
  readonly messages: readonly string[]
  /** An answer came, but not one that the operation defines. */
  readonly unreadable: boolean
  /** The request broke off since a file has changed after it was chosen. */
  readonly isFileChanged: boolean
  /**
   * The service refused the cursor of a later page: the list has to begin again at its first page.
   */
  readonly isCursorLost: boolean
  /**
   * Where to sign in again, if the session at the gateway has expired or a decision needs a newer
   * one; else null.
   */
  readonly signIn: string | null
  /** The gateway's name for the request, which its logs have, too; null if it gave none. */
  readonly requestId: string | null

  constructor(
    operation: OperationId,
    details: {
      status: number
      /** The service, unless there was no answer, where it is left out. */
      speaker?: Speaker
      message?: string
      retryAfter?: number | null
      messages?: readonly string[]
      unreadable?: boolean
      isFileChanged?: boolean
      isCursorLost?: boolean
      signIn?: string | null
      requestId?: string | null
      cause?: unknown
    },
  ) {
    super(details.message ?? `${operation} failed with ${details.status}`, { cause: details.cause })
    this.operation = operation
    this.speaker = details.speaker ?? (details.status === NO_CONNECTION ? 'nobody' : 'service')
    this.said = details.message?.trim() || null
    this.status = details.status
    this.retryAfter = details.retryAfter ?? null
    this.messages = details.messages ?? []
    this.unreadable = details.unreadable ?? false
    this.isFileChanged = details.isFileChanged ?? false
    this.isCursorLost = details.isCursorLost ?? false
    this.signIn = details.signIn ?? null
    this.requestId = details.requestId ?? null
  }

  /**
   * Whether the user is signed in, but has to prove again who they are before they decide on a
   * review.
   */
  get isSignInStale(): boolean {
    return this.signIn === FRESH_SIGN_IN
  }

  /**
   * Whether the service may have acted without saying so. It has no idempotency keys, so such a
   * write must be looked up before it is repeated (contract, point 14). A proxy may have judged the
   * service's answer, and not the request. Only one that limits requests has passed nothing on. The
   * gateway's own 503 is about its store, its log or its end: it has passed nothing on either.
   */
  get isOutcomeUnclear(): boolean {
    const { speaker, status } = this
    return (
      this.unreadable ||
      status === NO_CONNECTION ||
      (status >= 500 && !(speaker === 'gateway' && status === 503)) ||
      (speaker === 'proxy' && status !== 429)
    )
  }

  /**
   * Whether a proxy refused the request for what it holds. The same request again would be refused
   * again.
   */
  get isRefusedOnTheWay(): boolean {
    const { speaker, status } = this
    return (
      speaker === 'proxy' && status >= 400 && status < 500 && ![401, 407, 408, 429].includes(status)
    )
  }
}

/**
 * Whether the service, or the gateway for it, refused a request with one of these statuses. What a
 * proxy on the way answers says nothing about what was asked for.
 */
export const isRefusal = (error: unknown, ...statuses: readonly number[]): error is ApiError =>
  error instanceof ApiError && error.speaker !== 'proxy' && statuses.includes(error.status)

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
