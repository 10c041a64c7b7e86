import { isApi } from '../rules/rules.ts'

const MOST_CHARACTERS = 2_000
const SIGN_IN_PAGES = /^\/+sign-in(?:\/|$)/i

/**
 * Where to go after the sign-in: a page of the app, whatever was asked for. Nothing but the asked
 * text decides, since anybody can make a link with it.
 * @param asked from the address, and so from anybody
 * @param publicUrl the origin of the app
 * @returns a path with its query and fragment; `/` where the asked one is none, is of another
 *   origin, is no page (below /api), or would sign in again
 */
export const returnPath = (asked: string | null | undefined, publicUrl: string): string => {
  // Browsers read a backslash as a slash, and skip control characters.
  if (!asked || asked.length > MOST_CHARACTERS || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(asked)) return '/'
  if (!URL.canParse(asked, publicUrl)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, publicUrl)
  if (origin !== publicUrl) return '/'
  const decoded = decode(pathname)
  // "/.//host" has become "//host", which a browser takes for another origin.
  if (decoded === undefined || /^\/\/|[\\\p{Cc}]/u.test(decoded)) return '/'
  // Encoded slashes and dots can hide a path from a reader, and not from a server.
  const resolved = new URL(`${publicUrl}${decoded}`).pathname
  if ([pathname, decoded, resolved].some((path) => isApi(path) || SIGN_IN_PAGES.test(path)))
    return '/'
  return `${pathname}${search}${hash}`
}

const decode = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
