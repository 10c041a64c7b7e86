/** What happens around signing in, for the audit and the log. It holds no secrets. */
export type SignInEvent =
  | { kind: 'signed-in'; subject: string; email: string | null; isFresh: boolean }
  | { kind: 'signed-out'; subject: string }
  /** The provider, or its silence, has ended a session. */
  | { kind: 'ended'; subject: string }
  /** @property reason a word of the protocol, such as `access_denied` */
  | { kind: 'refused'; reason: string }
  /** The provider did not answer. */
  | { kind: 'provider-failed'; reason: string }
