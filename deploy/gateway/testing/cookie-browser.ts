import { type Answer, ask } from './ask.ts'

interface VisitOptions {
  method?: string
  body?: string
  headers?: Readonly<Record<string, string>>
}

/** A browser without a window: it keeps cookies, follows redirects, and sends forms. */
export interface CookieBrowser {
  /** Asks once, and follows no redirect. */
  visit: (url: string, options?: VisitOptions) => Promise<Answer>
  /**
   * Follows redirects, and sends forms that send themselves, until there is none, or one leads to
   * an address that the test wants to see.
   * @returns where it ended, and the answer there; null where it stopped before
   */
  follow: (
    url: string,
    isEnd?: (url: string) => boolean,
  ) => Promise<{ url: string; answer: Answer | null }>
  /** The cookies of an origin, as a request would bear them. */
  cookies: (origin: string) => string
  setCookies: (origin: string, cookies: string) => void
}

const MOST_STEPS = 15

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''

/** The form of a page that sends it by a script; undefined where it has none. */
const formIn = (page: string): { action: string; body: string } | undefined => {
  const [form] = /<form\b[^>]*>/.exec(page) ?? []
  if (form === undefined || !page.includes('.submit()')) return undefined
  const inputs = page.match(/<input\b[^>]*>/g) ?? []
  const fields = inputs.map((tag) => [attributeOf(tag, 'name'), attributeOf(tag, 'value')])
  return { action: attributeOf(form, 'action'), body: `${new URLSearchParams(fields)}` }
}
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

/** A browser of a test. Its cookies belong to an origin. Those of real ones belong to a host. */
export const createCookieBrowser = (): CookieBrowser => {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (origin: string): Map<string, string> => {
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const cookies = (origin: string): string =>
    [...jarOf(origin)].map(([name, value]) => `${name}=${value}`).join('; ')

  const keep = (origin: string, header: string): void => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
    const isGone = /;\s*max-age=0\b/i.test(header) || /expires=Thu, 01 Jan 1970/i.test(header)
    if (isGone) jarOf(origin).delete(name)
    else jarOf(origin).set(name, value)
  }

  const visit = async (url: string, { headers, ...options }: VisitOptions = {}) => {
    const { origin, port } = new URL(url)
    const path = url.slice(origin.length) || '/'
    const cookie = cookies(origin)
    const answer = await ask(Number(port), path, {
      ...options,
      headers: { host: new URL(url).host, ...(cookie && { cookie }), ...headers },
    })
    for (const header of answer.headers['set-cookie'] ?? []) keep(origin, header)
    return answer
  }

  return {
    visit,
    cookies,
    setCookies: (origin, text) => {
      for (const cookie of text.split('; ')) keep(origin, cookie)
    },
    follow: async (start, isEnd = () => false) => {
      let url = start
      let options: VisitOptions = {}
      for (let step = 0; step < MOST_STEPS; step += 1) {
        if (isEnd(url)) return { url, answer: null }
        const answer = await visit(url, options)
        const { location } = answer.headers
        const form = formIn(answer.text)
        if (location !== undefined) {
          options = {}
          url = new URL(location, url).href
        } else if (form) {
          options = { method: 'POST', body: form.body, headers: FORM_TYPE }
          url = new URL(form.action, url).href
        } else return { url, answer }
      }
      throw new Error(`There are more than ${MOST_STEPS} redirects and forms: ${url}`)
    },
  }
}
