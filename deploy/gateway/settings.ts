import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { ENV_DEFAULTS, type Env, envSchema } from './environment.ts'

/** Where and how people sign in. */
export interface SignInSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** The claim of the identity provider that names a user's groups. */
  groupsClaim: string
  /** What is asked for; undefined for what is usual. */
  scopes: readonly string[] | undefined
  /** How old what is known about a user's groups may become. */
  groupsRefreshSeconds: number
  /** A session ends after this time without a request. */
  idleSeconds: number
  /** A session ends after this time, whatever was done in it. */
  absoluteSeconds: number
  /** The address of the app for browsers, without a slash at the end. */
  publicUrl: string
}

/** The groups of each role. Where all three are empty, everybody who signs in may do everything. */
export interface RoleGroups {
  read: readonly string[]
  edit: readonly string[]
  decide: readonly string[]
}

/** The settings that the gateway starts with. */
export interface Settings {
  /** The service. Without a slash at the end. */
  url: string
  /** undefined where the gateway has none, and answers 401. */
  key: string | undefined
  /** The file that holds the key, which may be changed while the gateway runs. */
  keyFile: string | undefined
  /** The version of the API that creates reviews. */
  apiVersion: 1 | 2
  /** Whether the gateway forwards only reading. */
  readOnly: boolean
  /** The hosts that documents may lie on; one that begins with a dot stands for all names below it. */
  fileHosts: readonly string[]
  /** The requests that the service gets in a minute at the most; 0 for any number. */
  requestsPerMinute: number
  /** Where to listen, if people sign in. */
  address: string
  port: number
  /** undefined where metrics are not served. */
  metricsPort: number | undefined
  /** The host name in the address of the app. */
  publicHost: string | undefined
  /** The proxies whose X-Forwarded-For is believed: addresses, or networks such as 10.0.0.0/8. */
  trustedProxies: readonly string[]
  webRoot: string
  /** The file of the audit log; undefined where none is kept. */
  auditLog: string | undefined
  /** The file of the access log; undefined for the standard output. */
  accessLog: string | undefined
  /** The address of Valkey or Redis; undefined where the memory is the store. */
  storeUrl: string | undefined
  roles: RoleGroups
  /** A decision needs a sign-in that is not older; undefined where any sign-in will do. */
  freshSignInSeconds: number | undefined
  /** Whether browsers use https for all names below that of the app, too. */
  hstsSubdomains: boolean
  /** undefined where nobody signs in, and only this machine is served. */
  signIn: SignInSettings | undefined
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const numberOr = (text: string): number | undefined => (text === '' ? undefined : Number(text))

const withoutSlash = (url: string): string => url.replace(/\/+$/, '')

const secretIn = (env: Env, read: (path: string) => string): string => {
  if (env.OIDC_CLIENT_SECRET_FILE === '') return env.OIDC_CLIENT_SECRET
  try {
    return read(env.OIDC_CLIENT_SECRET_FILE).trim()
  } catch {
    throw new Error('OIDC_CLIENT_SECRET_FILE must name a file that the gateway may read.')
  }
}

const signInOf = (env: Env, read: (path: string) => string): SignInSettings | undefined => {
  if (env.OIDC_ISSUER === '') return undefined
  const clientSecret = secretIn(env, read)
  const isMissing = [
    [env.OIDC_CLIENT_ID, 'OIDC_CLIENT_ID must be set where OIDC_ISSUER is.'],
    [clientSecret, 'OIDC_CLIENT_SECRET_FILE or OIDC_CLIENT_SECRET must hold the client’s secret.'],
    [env.PUBLIC_HOST || env.PUBLIC_URL, 'PUBLIC_HOST must be set where OIDC_ISSUER is.'],
    [env.AUDIT_LOG, 'AUDIT_LOG must name a file where people sign in.'],
  ].flatMap(([value = '', message = '']) => (value === '' ? [message] : []))
  if (isMissing.length > 0) throw new Error(isMissing.join(' '))
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret,
    groupsClaim: env.OIDC_GROUPS_CLAIM,
    scopes: env.OIDC_SCOPES === '' ? undefined : env.OIDC_SCOPES.split(/[\s,]+/),
    groupsRefreshSeconds: Number(env.GROUPS_REFRESH_SECONDS),
    idleSeconds: Number(env.SESSION_IDLE_SECONDS),
    absoluteSeconds: Number(env.SESSION_SECONDS),
    publicUrl: withoutSlash(env.PUBLIC_URL || `https://${env.PUBLIC_HOST}`),
  }
}

/**
 * Reads the environment; an empty variable counts as one that is not set.
 * @param read reads a file as text
 * @throws an Error whose message has one sentence for each wrong variable, and repeats no value
 */
export const readSettings = (
  variables: Readonly<Record<string, string | undefined>>,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Settings => {
  const given = Object.entries(ENV_DEFAULTS).map(([name, usual]) => [
    name,
    variables[name]?.trim() || usual,
  ])
  const result = z.safeParse(envSchema, Object.fromEntries(given))
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join(' '))
  const env = result.data
  const publicHost = env.PUBLIC_HOST || (env.PUBLIC_URL && new URL(env.PUBLIC_URL).hostname)
  return {
    url: withoutSlash(env.DRATA_API_URL),
    key: env.DRATA_API_KEY || undefined,
    keyFile: env.DRATA_API_KEY_FILE || undefined,
    apiVersion: env.DRATA_API_VERSION === '1' ? 1 : 2,
    readOnly: env.DRATA_READ_ONLY === '1',
    fileHosts: listOf(env.DRATA_FILE_HOSTS.toLowerCase()),
    requestsPerMinute: Number(env.DRATA_REQUESTS_PER_MINUTE),
    address: env.ADDRESS,
    port: Number(env.PORT),
    metricsPort: numberOr(env.METRICS_PORT),
    publicHost: publicHost || undefined,
    trustedProxies: listOf(env.TRUSTED_PROXIES),
    webRoot: env.WEB_ROOT,
    auditLog: env.AUDIT_LOG || undefined,
    accessLog: env.ACCESS_LOG || undefined,
    storeUrl: env.SESSION_STORE_URL || undefined,
    roles: {
      read: listOf(env.ROLE_READ),
      edit: listOf(env.ROLE_EDIT),
      decide: listOf(env.ROLE_DECIDE),
    },
    freshSignInSeconds: numberOr(env.FRESH_SIGN_IN_SECONDS),
    hstsSubdomains: env.HSTS_SUBDOMAINS === '1',
    signIn: signInOf(env, read),
  }
}
