/**
 * Replaces `tough-cookie` in the demo's build (an alias in the Vite configuration).
 *
 * MSW keeps a jar of the cookies that handlers set. The jar brings a list of all public suffixes:
 * two thirds of the demo's download, for a service that sets no cookie. Cookies of the document and
 * of requests do not depend on it.
 */

export class MemoryCookieStore {
  idx: Record<string, unknown> = {}
}

export class CookieJar {
  getCookiesSync(): never[] {
    return []
  }

  async setCookie(): Promise<void> {}
}

export const Cookie = { fromJSON: (): null => null }
