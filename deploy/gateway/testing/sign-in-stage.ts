import Fastify, { type FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { createSignIn, type SignIn } from '../sign-in/sign-in.ts'
import type { SignInEvent } from '../sign-in/sign-in-events.ts'
import type { SignInSettings } from '../sign-in/sign-in-settings.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { type Store, StoreUnavailableError } from '../store/store.ts'
import type { CookieBrowser } from './cookie-browser.ts'
import { freePort } from './free-port.ts'
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts'

/** A store that a test can take away and look into. */
const createGlassStore = (now: () => number) => {
  const store = createMemoryStore({ now, maxEntries: 10_000 })
  const written: string[] = []
  let isDown = false
  const guarded =
    <A extends unknown[], R>(act: (...values: A) => Promise<R>) =>
    async (...values: A): Promise<R> => {
      if (isDown) throw new StoreUnavailableError()
      written.push(...values.map(String))
      return act(...values)
    }
  const glass: Store = {
    get: guarded(store.get),
    set: guarded(store.set),
    add: guarded(store.add),
    delete: guarded(store.delete),
    count: guarded(store.count),
    isReady: async () => !isDown,
    close: store.close,
  }
  return {
    store: glass,
    written,
    setDown: (next: boolean) => {
      isDown = next
    },
  }
}

/** A gateway that does nothing but sign users in, before a real identity provider. */
export interface SignInStage {
  url: string
  provider: IdentityProvider
  signIn: SignIn
  events: SignInEvent[]
  /** All that was ever put into the store: keys and values. */
  written: readonly string[]
  setStoreDown: (isDown: boolean) => void
  /** Lets the gateway’s clock go on. */
  pass: (seconds: number) => void
  close: () => Promise<void>
}

type StageOptions = Partial<SignInSettings> & {
  hasRefreshTokens?: boolean
  provider?: IdentityProvider
}

const addRoutes = (app: FastifyInstance): void => {
  app.get('/public', async () => 'for everybody')
  // Says who asks, as a page of the app and as its API.
  app.get('/*', async ({ identity }) => ({ identity }))
}

/** The limits of sessions on the stage. Seconds. */
export const LIMITS = { idleSeconds: 3_600, absoluteSeconds: 36_000, groupsRefreshSeconds: 300 }

/** Starts a gateway and an identity provider on this machine. */
export const startStage = async ({
  hasRefreshTokens = true,
  provider: given,
  ...settings
}: StageOptions = {}): Promise<SignInStage> => {
  const provider = given ?? (await startIdentityProvider({ hasRefreshTokens }))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  provider.allow(url)
  let passed = 0
  // Stands still between two steps: on a slow machine a request may take seconds.
  const begun = Date.now()
  const now = (): number => begun + passed * 1000
  const { store, written, setDown } = createGlassStore(now)
  const events: SignInEvent[] = []
  const signIn = createSignIn(
    {
      issuer: provider.url,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      publicUrl: url,
      groupsClaim: 'groups',
      ...LIMITS,
      roles: { read: ['readers'], edit: ['analysts'], decide: ['leads'] },
      insecureCookie: true,
      ...settings,
    },
    {
      store,
      now,
      onEvent: (event) => events.push(event),
      isOpen: ({ originalUrl }) => originalUrl === '/public',
    },
  )
  const app = Fastify()
  await app.register(signIn.plugin)
  addRoutes(app)
  await app.listen({ host: '127.0.0.1', port })
  return {
    url,
    provider,
    signIn,
    events,
    written,
    setStoreDown: setDown,
    pass: (seconds) => {
      passed += seconds
    },
    close: async () => {
      await app.close()
      await provider.close()
    },
  }
}

/** Signs the browser in, and goes to a page. @returns where it ended, and the answer there */
export const signInAt = async (
  { url, provider }: SignInStage,
  browser: CookieBrowser,
  account: string,
  query = '',
) => {
  provider.signInAs(account)
  const end = await browser.follow(`${url}/sign-in/start?${query}`)
  return { url: end.url, status: end.answer?.status, text: end.answer?.text ?? '' }
}

/** Goes as far as the callback, and does not open it. @returns its address */
export const callbackOf = async (
  { url, provider }: SignInStage,
  browser: CookieBrowser,
  account: string | null,
  query = '',
): Promise<string> => {
  provider.signInAs(account)
  const end = await browser.follow(`${url}/sign-in/start?${query}`, (address) =>
    address.startsWith(`${url}/sign-in/callback`),
  )
  return end.url
}

const whoSchema = z.object({
  identity: z.nullable(
    z.object({
      subject: z.string(),
      email: z.nullable(z.string()),
      groups: z.array(z.string()),
      role: z.enum(['read', 'edit', 'decide']),
      authenticatedAt: z.number(),
    }),
  ),
})

/** Who the gateway takes the browser’s user for. */
export const whoIs = async ({ url }: SignInStage, browser: CookieBrowser) => {
  const { text } = await browser.visit(`${url}/a-page`)
  return whoSchema.parse(JSON.parse(text)).identity
}
