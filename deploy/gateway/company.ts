import { createHash } from 'node:crypto'

const nameFor = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)

/**
 * An opaque name for the company whose data the key opens, made of the key. It is for a service that
 * does not say whose key it is. It cannot be turned back into the key, which is long and random.
 * @returns 16 hexadecimal digits; empty where there is no key
 */
export const companyOf = ({ url, key }: { url: string; key: string | undefined }): string =>
  key === undefined ? '' : nameFor(url, key)

/**
 * An opaque name for a company that the service has told. The page stores its data under this name,
 * so that two companies behind one address never see each other's. It does not depend on the key, so
 * it stays the same when the key is changed.
 * @param told the company's id, or its name where there is no id
 * @returns 16 hexadecimal digits
 */
export const companyNamed = (url: string, told: string): string => nameFor(url, 'company', told)
