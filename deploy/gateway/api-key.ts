import { readFile } from 'node:fs/promises'
import type { FastifyBaseLogger } from 'fastify'
import { request } from 'undici'
import * as z from 'zod/mini'
import { companyNamed, companyOf } from './company.ts'
import { KEY_PATTERN } from './environment.ts'
import type { Settings } from './settings.ts'

/** What the service says about a key. */
export interface KeyCheck {
  /** undefined where the service did not say. */
  isAccepted: boolean | undefined
  /** Names the company, and stays the same when the key changes; undefined if it was not told. */
  company?: string | undefined
}

/** The key that requests are sent with. It is in no log, and in no error. */
export interface ApiKey {
  /** undefined where there is none. */
  current: () => string | undefined
  /** The opaque name of the company whose data the key opens; empty where there is no key. */
  company: () => Promise<string>
  /** Looks at the file again, for a service that refuses the key. */
  refresh: () => Promise<void>
  close: () => void
}

const REREAD_MS = 5_000
const PATIENCE_MS = 5_000

const companySchema = z.object({
  id: z.optional(z.union([z.number(), z.string()])),
  accountId: z.optional(z.string()),
  name: z.optional(z.string()),
})

/**
 * Asks the service whose key it is, by GET /company (contract, point 25). A service without that
 * operation is asked for one vendor, to learn whether the key works.
 */
export const checkKey = async (url: string, key: string): Promise<KeyCheck> => {
  const ask = (path: string) =>
    request(`${url}${path}`, {
      headers: { authorization: `Bearer ${key}`, 'user-agent': 'Countersign' },
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  try {
    const { statusCode, body } = await ask('/v2/company')
    if (statusCode === 200) {
      const { id, accountId, name } = companySchema.parse(await body.json())
      const told = accountId ?? id ?? name
      return { isAccepted: true, company: told === undefined ? undefined : String(told) }
    }
    await body.dump()
    if (statusCode === 401) return { isAccepted: false }
    if (statusCode === 403) return { isAccepted: true }
    if (statusCode !== 404) return { isAccepted: undefined }
    const other = await ask('/v2/vendors?size=1')
    await other.body.dump()
    if (other.statusCode === 401) return { isAccepted: false }
    return { isAccepted: other.statusCode < 500 && other.statusCode !== 429 ? true : undefined }
  } catch {
    return { isAccepted: undefined }
  }
}

interface KeyParts {
  log: FastifyBaseLogger
  check?: (url: string, key: string) => Promise<KeyCheck>
  read?: (path: string) => Promise<string>
}

/**
 * Holds the API key. A key in a file can be changed while the gateway runs: the old one serves until
 * the new one has worked once.
 */
export const holdKey = (
  { url, key, keyFile }: Pick<Settings, 'url' | 'key' | 'keyFile'>,
  { log, check = checkKey, read = (path) => readFile(path, 'utf8') }: KeyParts,
): ApiKey => {
  let current = keyFile === undefined ? key : undefined
  // The company's name is kept under that of the first key where the service does not tell it. So it
  // stays the same when the key is changed, until the gateway is started again.
  let name: string | undefined
  let isTold = false
  /** The key that the service has accepted or refused last. */
  let checkedKey: string | undefined
  let refusedKey: string | undefined

  const learn = async (candidate: string): Promise<boolean> => {
    const { isAccepted, company } = await check(url, candidate)
    if (company !== undefined && !isTold) {
      name = companyNamed(url, company)
      isTold = true
    }
    name ??= companyOf({ url, key: candidate })
    if (isAccepted === false && refusedKey !== candidate)
      log.error('The Drata API refuses the API key.')
    if (isAccepted === true && (current !== candidate || refusedKey === candidate))
      log.info('The Drata API accepts the API key.')
    if (isAccepted !== undefined) checkedKey = candidate
    refusedKey = isAccepted === false ? candidate : undefined
    return isAccepted === true
  }

  const candidateIn = async (path: string): Promise<string | undefined> => {
    const text = (await read(path).catch(() => '')).trim()
    return text !== '' && KEY_PATTERN.test(text) ? text : undefined
  }

  const look = async (): Promise<void> => {
    if (keyFile === undefined) {
      if (current !== undefined && checkedKey !== current) await learn(current)
      return
    }
    const candidate = await candidateIn(keyFile)
    if (candidate === undefined || (candidate === current && checkedKey === current)) return
    if (current === undefined || candidate === current) {
      current = candidate
      await learn(candidate)
    } else if (await learn(candidate)) current = candidate
  }

  let looking = Promise.resolve()
  const refresh = (): Promise<void> => {
    looking = looking.then(look)
    return looking
  }
  const first = refresh().then(() => {
    if (current === undefined) log.warn('The gateway has no API key.')
  })
  const timer =
    keyFile === undefined ? undefined : setInterval(() => void refresh(), REREAD_MS).unref()

  return {
    current: () => current,
    company: async () => {
      await first
      return current === undefined ? '' : (name ?? companyOf({ url, key: current }))
    },
    refresh,
    close: () => clearInterval(timer),
  }
}
