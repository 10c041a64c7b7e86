/**
 * The header with which the gateway (deploy/) marks every answer that it gives below /api. Proxies,
 * firewalls and sign-in pages on the way to the gateway do not, so an answer without it is theirs.
 */
export const ANSWER_MARK = 'x-gateway'

/** `forwarded`: the answer came from behind the gateway. `own`: the gateway itself answered. */
export type AnswerMark = 'forwarded' | 'own'

/**
 * The header with which the gateway says, in an answer of its own, that nobody is signed in (any
 * more), and where to sign in: an address of this origin.
 */
export const SIGN_IN = 'x-sign-in'

/** Where the gateway signs people in. */
export const SIGN_IN_START = '/sign-in/start'

/** The same for somebody who is signed in, and has to prove again who they are. */
export const FRESH_SIGN_IN = `${SIGN_IN_START}?fresh=1`

/** The header with which the gateway names each request, as its logs do. */
export const REQUEST_ID = 'x-request-id'

/** Where the page signs out. */
export const SIGN_OUT = '/sign-in/out'

/**
 * The header in which the app names each write. When a reused connection breaks without an answer, a
 * browser repeats the request on its own, writes included. The gateway forwards each name once
 * (deploy/gateway/limits/write-names.ts). Otherwise a review could be created twice.
 */
export const WRITE_ID = 'x-write-id'
