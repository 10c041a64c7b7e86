import * as z from 'zod/mini'

/** What each variable may be. No message repeats a value, which may be a key with a slip in it. */

const isUsableUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash
}

const checked = (isRight: (value: string) => boolean, message: string) =>
  z.string().check(z.refine(isRight, message))
/** A variable that may also be empty. */
const optional = (isRight: (value: string) => boolean, message: string) =>
  checked((value) => value === '' || isRight(value), message)
const matching = (pattern: RegExp, message: string) =>
  checked((value) => pattern.test(value), message)

/** Names alone: an address of a network inside can never be allowed. */
const HOST_NAME = /^\.?(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/i
const isHostList = (value: string): boolean =>
  value.split(',').every((name) => HOST_NAME.test(name.trim()))

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535
const isSeconds = (value: string): boolean => /^[1-9]\d{0,8}$/.test(value)
const seconds = (name: string) => checked(isSeconds, `${name} must be a whole number of seconds.`)
const flag = (name: string) => z.enum(['0', '1'], `${name} must be 1, or 0.`)
const text = z.string()

const KEY_MESSAGE =
  'DRATA_API_KEY must hold the key alone: letters, digits and . _ ~ + / = - on one line.'

/** The characters of a bearer token (RFC 6750, section 2.1). */
export const KEY_PATTERN = /^[\w.~+/=-]*$/

/** The value of each variable that is not set. The gateway reads no other variables. */
export const ENV_DEFAULTS = {
  DRATA_API_URL: 'https://public-api.drata.com/public',
  DRATA_API_KEY: '',
  DRATA_API_KEY_FILE: '',
  DRATA_API_VERSION: '2',
  DRATA_READ_ONLY: '0',
  DRATA_REQUESTS_PER_MINUTE: '480',
  DRATA_FILE_HOSTS: '.amazonaws.com,.drata.com',
  ADDRESS: '0.0.0.0',
  PORT: '8080',
  METRICS_PORT: '',
  PUBLIC_HOST: '',
  PUBLIC_URL: '',
  TRUSTED_PROXIES: '',
  WEB_ROOT: 'dist/live',
  AUDIT_LOG: '',
  ACCESS_LOG: '',
  SESSION_STORE_URL: '',
  ROLE_READ: '',
  ROLE_EDIT: '',
  ROLE_DECIDE: '',
  FRESH_SIGN_IN_SECONDS: '',
  HSTS_SUBDOMAINS: '0',
  OIDC_ISSUER: '',
  OIDC_CLIENT_ID: '',
  OIDC_CLIENT_SECRET: '',
  OIDC_CLIENT_SECRET_FILE: '',
  OIDC_GROUPS_CLAIM: 'groups',
  OIDC_SCOPES: '',
  GROUPS_REFRESH_SECONDS: '300',
  SESSION_IDLE_SECONDS: '3600',
  SESSION_SECONDS: '36000',
} as const

/** The environment, with the defaults filled in. */
export const envSchema = z.object({
  DRATA_API_URL: checked(
    isUsableUrl,
    'DRATA_API_URL must be an http or https address without a query, such as https://public-api.drata.com/public.',
  ),
  DRATA_API_KEY: matching(KEY_PATTERN, KEY_MESSAGE),
  DRATA_API_KEY_FILE: text,
  DRATA_API_VERSION: z.enum(['1', '2'], 'DRATA_API_VERSION must be 1 or 2.'),
  DRATA_READ_ONLY: flag('DRATA_READ_ONLY'),
  DRATA_REQUESTS_PER_MINUTE: matching(
    /^\d{1,6}$/,
    'DRATA_REQUESTS_PER_MINUTE must be a whole number; 0 stands for any number.',
  ),
  DRATA_FILE_HOSTS: checked(
    isHostList,
    'DRATA_FILE_HOSTS must hold host names, separated by commas, such as files.example.com or .example.com.',
  ),
  ADDRESS: matching(/^[\da-fA-F.:]+$/, 'ADDRESS must be an IP address, such as 0.0.0.0.'),
  PORT: checked(isPort, 'PORT must be a port, from 0 to 65535.'),
  METRICS_PORT: optional(isPort, 'METRICS_PORT must be a port, from 0 to 65535.'),
  PUBLIC_HOST: matching(
    /^[a-z\d.-]*$/,
    'PUBLIC_HOST must be a host name in small letters, such as reviews.example.com.',
  ),
  PUBLIC_URL: optional(
    isUsableUrl,
    'PUBLIC_URL must be the http or https address of the app, such as https://reviews.example.com.',
  ),
  TRUSTED_PROXIES: matching(
    /^[\da-fA-F.:/, ]*$/,
    'TRUSTED_PROXIES must hold addresses or networks, separated by commas, such as 10.0.0.0/8.',
  ),
  WEB_ROOT: text,
  AUDIT_LOG: text,
  ACCESS_LOG: text,
  SESSION_STORE_URL: matching(
    /^(?:(?:redis|rediss):\/\/\S+)?$/,
    'SESSION_STORE_URL must be the address of Valkey or Redis, such as redis://valkey:6379.',
  ),
  ROLE_READ: text,
  ROLE_EDIT: text,
  ROLE_DECIDE: text,
  FRESH_SIGN_IN_SECONDS: optional(
    isSeconds,
    'FRESH_SIGN_IN_SECONDS must be a whole number of seconds.',
  ),
  HSTS_SUBDOMAINS: flag('HSTS_SUBDOMAINS'),
  OIDC_ISSUER: optional(
    isUsableUrl,
    'OIDC_ISSUER must be the http or https address of the identity provider.',
  ),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_CLIENT_SECRET_FILE: text,
  OIDC_GROUPS_CLAIM: text,
  OIDC_SCOPES: text,
  GROUPS_REFRESH_SECONDS: seconds('GROUPS_REFRESH_SECONDS'),
  SESSION_IDLE_SECONDS: seconds('SESSION_IDLE_SECONDS'),
  SESSION_SECONDS: seconds('SESSION_SECONDS'),
})
export type Env = z.infer<typeof envSchema>
