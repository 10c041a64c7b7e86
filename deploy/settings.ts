import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

const isUsableUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash
}

const settingsSchema = z.object({
  DRATA_API_URL: z
    .string()
    .check(
      z.refine(
        isUsableUrl,
        'DRATA_API_URL must be an http or https address without a query, such as https://public-api.drata.com/public.',
      ),
    ),
  // The characters of a bearer token (RFC 6750, section 2.1). The message does not repeat the
  // value, which may be a real key with a slip in it.
  DRATA_API_KEY: z
    .string()
    .check(
      z.regex(
        /^[\w.~+/=-]*$/,
        'DRATA_API_KEY must hold the key alone: letters, digits and . _ ~ + / = - on one line.',
      ),
    ),
  DRATA_API_VERSION: z.enum(['1', '2'], 'DRATA_API_VERSION must be 1 or 2.'),
  DRATA_READ_ONLY: z.enum(['0', '1'], 'DRATA_READ_ONLY must be 1, or 0.'),
})

/** The settings that the gateway starts with. */
export interface Settings {
  /** Without a slash at the end. */
  url: string
  /** undefined where the gateway has none, and answers 401. */
  key: string | undefined
  /** The version of the API that creates reviews. */
  apiVersion: 1 | 2
  /** Whether the gateway forwards only reading. */
  readOnly: boolean
}

/**
 * Reads the environment; an empty variable counts as one that is not set.
 * @throws an Error whose message is one sentence
 */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const result = settingsSchema.safeParse({
    DRATA_API_URL: env.DRATA_API_URL?.trim() || 'https://public-api.drata.com/public',
    DRATA_API_KEY: env.DRATA_API_KEY?.trim() ?? '',
    DRATA_API_VERSION: env.DRATA_API_VERSION?.trim() || '2',
    DRATA_READ_ONLY: env.DRATA_READ_ONLY?.trim() || '0',
  })
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join(' '))
  const { DRATA_API_URL, DRATA_API_KEY, DRATA_API_VERSION, DRATA_READ_ONLY } = result.data
  return {
    url: DRATA_API_URL.replace(/\/+$/, ''),
    key: DRATA_API_KEY || undefined,
    apiVersion: DRATA_API_VERSION === '1' ? 1 : 2,
    readOnly: DRATA_READ_ONLY === '1',
  }
}

/**
 * An opaque name for the company whose data the key opens. The page stores its data under this
 * name, so that two companies behind one address never see each other's. It cannot be turned back
 * into the key, which is long and random.
 * @returns 16 hexadecimal digits; empty where there is no key
 */
export const companyOf = ({ url, key }: Pick<Settings, 'url' | 'key'>): string =>
  key === undefined ? '' : createHash('sha256').update(`${url}\n${key}`).digest('hex').slice(0, 16)
