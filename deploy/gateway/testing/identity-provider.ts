import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Configuration, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { freePort } from './free-port.ts'
import { createProviderStorage } from './provider-storage.ts'

const CLIENT_ID = 'countersign'
const CLIENT_SECRET = 'a secret of this test, with % and &'

/** A certified identity provider, in which users sign in without typing anything, unless it asks. */
export interface IdentityProvider {
  /** The issuer. */
  url: string
  clientId: string
  clientSecret: string
  /** Lets an app of this origin sign users in. One that was allowed before no longer may. */
  allow: (publicUrl: string) => void
  /**
   * Who signs in next, in any browser in which nobody is; null lets nobody. At first `ada`.
   * @param provedAt when they proved who they are, in seconds since 1970; at that moment if absent
   */
  signInAs: (account: string | null, provedAt?: number) => void
  /** The groups of an account. At first it has none. */
  setGroups: (account: string, groups: readonly string[]) => void
  /** Forgets all sessions and tokens of an account, as where somebody leaves the company. */
  revoke: (account: string) => void
  /** Whether it breaks off every connection. */
  setDown: (isDown: boolean) => void
  /** The ways in which clients have sent their secret. */
  authMethods: ReadonlySet<string>
  /** What was asked of it since the last call, as method and path. */
  takeAsked: () => string[]
  close: () => Promise<void>
}

interface IdentityProviderOptions {
  /** A free port if absent. */
  port?: number
  /** Whether it hands out refresh tokens. Each of them can be used once. */
  hasRefreshTokens?: boolean
  /** Whether a page asks who signs in. It takes any name, and any password. */
  asksWho?: boolean
  /** The host name in its address. */
  host?: string
  /** Where it listens. */
  address?: string
}

/** The mail address of an account. */
export const mailOf = (account: string): string => `${account}@countersign.test`

const newKey = (): JWK => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), alg: 'RS256', use: 'sig' }
}

/** Grants what the app asks for without a question to the user. */
const grantAtOnce = async ({ oidc }: KoaContextWithOIDC) => {
  const { client, session, account, provider } = oidc
  if (!client || !session || !account) return undefined
  const known = session.grantIdFor(client.clientId)
  if (known) return provider.Grant.find(known)
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid email offline_access')
  await grant.save()
  return grant
}

/** Signs out by itself where scripts run. */
const signOutPage = (form: string): string =>
  `<!doctype html><title>Sign out</title>${form}
<input type="hidden" name="logout" value="yes" form="op.logoutForm">
<button form="op.logoutForm">Sign out</button>
<script>document.forms[0].submit()</script>`

/** Starts an identity provider on this machine. */
export const startIdentityProvider = async ({
  port,
  hasRefreshTokens = true,
  asksWho = false,
  host = '127.0.0.1',
  address = '127.0.0.1',
}: IdentityProviderOptions = {}): Promise<IdentityProvider> => {
  const usedPort = port ?? (await freePort())
  const url = `http://${host}:${usedPort}`
  const storage = createProviderStorage()
  const groups = new Map<string, readonly string[]>()
  let next: { account: string | null; provedAt?: number | undefined } = { account: 'ada' }
  let isDown = false
  let asked: string[] = []

  const configuration: Configuration = {
    adapter: storage.adapter,
    jwks: { keys: [newKey()] },
    cookies: { keys: ['a key of this test'] },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: mailOf(sub),
        email_verified: true,
        groups: [...(groups.get(sub) ?? [])],
      }),
    }),
    features: {
      devInteractions: { enabled: asksWho },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form)
        },
      },
    },
    ...(!asksWho && { interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` } }),
    issueRefreshToken: () => hasRefreshTokens,
    rotateRefreshToken: true,
    loadExistingGrant: grantAtOnce,
    pkce: { required: () => true },
    ttl: {
      AccessToken: 3600,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
  }
  const provider = new Provider(url, configuration)
  const answer = provider.callback()

  const allow = (publicUrl: string): void => {
    void storage.adapter('Client').upsert(CLIENT_ID, {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: [`${publicUrl}/sign-in/callback`],
      post_logout_redirect_uris: [`${publicUrl}/sign-in/out/done`],
      grant_types: ['authorization_code', 'refresh_token'],
      require_auth_time: true,
    })
  }

  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { account, provedAt } = next
    const result =
      account === null
        ? { error: 'access_denied' }
        : { login: { accountId: account, ...(provedAt !== undefined && { ts: provedAt }) } }
    await provider.interactionFinished(request, response, result)
  }

  const authMethods = new Set<string>()
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    asked.push(`${request.method} ${path}`)
    if (path === '/token')
      authMethods.add(`client_secret_${request.headers.authorization ? 'basic' : 'post'}`)
    if (isDown) request.socket.destroy()
    else if (!asksWho && path.startsWith('/interaction/'))
      interact(request, response).catch(() => response.writeHead(400).end())
    else void answer(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(usedPort, address, resolve)
  })

  return {
    url,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    authMethods,
    allow,
    signInAs: (account, provedAt) => {
      next = { account, provedAt }
    },
    setGroups: (account, names) => {
      groups.set(account, names)
    },
    revoke: storage.forgetAccount,
    setDown: (value) => {
      isDown = value
    },
    takeAsked: () => {
      const taken = asked
      asked = []
      return taken
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
