import type { Role } from '../identity.ts'

/** The groups of each role, by their names at the identity provider. */
export type GroupsOfRoles = Readonly<Record<Role, readonly string[]>>

/** What signing in needs to know. Times are in seconds. */
export interface SignInSettings {
  /** The identity provider's address, as its discovery document names it. */
  issuer: string
  clientId: string
  clientSecret: string
  /** How the provider wants the secret. Chosen from its discovery document if absent. */
  clientAuthMethod?: 'client_secret_basic' | 'client_secret_post' | undefined
  /** The origin of the app, without a slash at the end: `https://countersign.example.com`. */
  publicUrl: string
  /**
   * What is asked for. `openid` and `email` if absent. With `offline_access` the groups can be
   * renewed for as long as the session lasts; without it, while the provider's access token does.
   */
  scopes?: readonly string[] | undefined
  /** The claim that holds the groups: a list of names, or one name. */
  groupsClaim: string
  /** A session ends after this time without a request. */
  idleSeconds: number
  /** A session ends after this time, whatever happens in it. */
  absoluteSeconds: number
  /** How old what is known about a user's groups may become. */
  groupsRefreshSeconds: number
  /** How long a session lives on while the provider cannot be asked. 15 minutes if absent. */
  unreachableSeconds?: number | undefined
  /** Where all three lists are empty, everybody who can sign in may do everything. */
  roles: GroupsOfRoles
  /**
   * For tests without TLS: cookies without `Secure` and `__Host-`. It counts only where publicUrl
   * is http on this machine.
   */
  insecureCookie?: boolean | undefined
}

export const DEFAULT_SCOPES: readonly string[] = ['openid', 'email']
export const DEFAULT_UNREACHABLE_SECONDS = 15 * 60

/** Whether an address is http on this machine, where nobody can listen in. */
export const isLoopbackHttp = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
}

/**
 * Refuses settings with which signing in would not be safe.
 * @throws an Error whose message is one sentence
 */
export const checkSettings = ({ publicUrl, issuer, ...settings }: SignInSettings): void => {
  if (!URL.canParse(publicUrl) || new URL(publicUrl).origin !== publicUrl)
    throw new Error(
      'The public address must be an origin, such as https://countersign.example.com.',
    )
  for (const url of [publicUrl, issuer])
    if (!URL.canParse(url) || !(new URL(url).protocol === 'https:' || isLoopbackHttp(url)))
      throw new Error('The public address and the issuer must begin with https://.')
  const { idleSeconds, absoluteSeconds, groupsRefreshSeconds } = settings
  if (![idleSeconds, absoluteSeconds, groupsRefreshSeconds].every((seconds) => seconds >= 1))
    throw new Error('The limits of a session must be at least 1 second.')
}
