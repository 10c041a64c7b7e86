import * as client from 'openid-client'
import { type Claims, readClaims } from './claims.ts'
import type { Tokens } from './sessions.ts'
import { DEFAULT_SCOPES, isLoopbackHttp, type SignInSettings } from './sign-in-settings.ts'

/** A request of a sign-in waits for up to four of the provider’s answers, one after the other. */
const ANSWER_LIMIT_SECONDS = 5

/** The identity provider does not answer, or answers with a failure of its own. */
export class ProviderUnavailableError extends Error {
  override name = 'ProviderUnavailableError'
}

/** The identity provider does not sign the user in, or what it sent does not fit what was asked. */
export class SignInRefusedError extends Error {
  override name = 'SignInRefusedError'
}

/** What became of a grant that was asked for again. */
export type Renewal =
  | { kind: 'renewed'; claims: Claims; tokens: Tokens }
  /** The user, the grant or the provider’s session is gone. */
  | { kind: 'gone' }
  /** @property tokens the new ones where they have replaced the old ones all the same */
  | { kind: 'unreachable'; reason: string; tokens: Tokens }

/** Whether it is what fetch throws where there is no connection. */
const isNoConnection = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'fetch failed'

/** A word for a failure that holds nothing of the request: not its code, and no token. */
const reasonOf = (error: unknown): string => {
  if (error instanceof ProviderUnavailableError) return error.message
  if (
    error instanceof client.ResponseBodyError ||
    error instanceof client.AuthorizationResponseError
  )
    return error.error
  if (error instanceof client.ClientError) return error.code ?? error.message
  if (isNoConnection(error)) return 'no connection'
  return error instanceof Error ? error.name : 'unknown'
}

/** Whether the provider gave no answer that decides anything. */
const isOutage = (error: unknown): boolean => {
  if (error instanceof client.ResponseBodyError) return error.status >= 500
  if (error instanceof client.ClientError)
    return /^OAUTH_(?:TIMEOUT|ABORT|RESPONSE_IS_NOT_(?:CONFORM|JSON)|PARSE_ERROR)$/.test(
      error.code ?? '',
    )
  return isNoConnection(error)
}

/**
 * The answers of a token endpoint after which the user has to sign in anew (OpenID Connect Core,
 * 3.1.2.6; RFC 6749, 5.2).
 */
const GONE =
  /^(?:invalid_grant|(?:interaction|login|consent|account_selection)_(?:required|needed))$/
const isGone = (error: unknown): boolean =>
  error instanceof client.WWWAuthenticateChallengeError
    ? error.status === 401
    : error instanceof client.ResponseBodyError && GONE.test(error.error)

const failureOf = (error: unknown): Error =>
  isOutage(error)
    ? new ProviderUnavailableError(reasonOf(error))
    : new SignInRefusedError(reasonOf(error))

const tokensOf = (answer: client.TokenEndpointResponse, earlier?: Tokens): Tokens => ({
  idToken: answer.id_token ?? earlier?.idToken ?? '',
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token ?? earlier?.refreshToken ?? null,
})

/** Sends the secret as the settings say; else in the body, where the provider takes it there. */
const authenticate = ({ clientSecret, clientAuthMethod }: SignInSettings): client.ClientAuth => {
  const post = client.ClientSecretPost(clientSecret)
  const basic = client.ClientSecretBasic(clientSecret)
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const takesPost = methods.includes('client_secret_post')
    const usual = takesPost ? 'client_secret_post' : 'client_secret_basic'
    const isPost = (clientAuthMethod ?? usual) === 'client_secret_post'
    return (isPost ? post : basic)(server, ...rest)
  }
}

/**
 * The identity provider, by OpenID Connect. Its discovery document is read when it is first needed,
 * and again until that has worked, so the gateway starts without the provider.
 */
export const createProvider = (settings: SignInSettings) => {
  const { issuer, clientId, publicUrl, groupsClaim } = settings
  const scope = (settings.scopes ?? DEFAULT_SCOPES).join(' ')

  const discover = (): Promise<client.Configuration> =>
    client.discovery(new URL(issuer), clientId, undefined, authenticate(settings), {
      timeout: ANSWER_LIMIT_SECONDS,
      execute: [
        client.enableNonRepudiationChecks,
        // oxlint-disable-next-line typescript/no-deprecated -- marked only to stand out; for tests
        ...(isLoopbackHttp(issuer) ? [client.allowInsecureRequests] : []),
      ],
    })
  let discovered: Promise<client.Configuration> | undefined
  /** @throws ProviderUnavailableError */
  const configuration = async (): Promise<client.Configuration> => {
    discovered ??= discover()
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw new ProviderUnavailableError(reasonOf(error))
    }
  }

  /** The claims of the ID token, and those of the userinfo endpoint where something is missing. */
  const claimsOf = async (
    config: client.Configuration,
    idClaims: client.IDToken | undefined,
    { accessToken }: Tokens,
    subject: string,
  ): Promise<Claims> => {
    const isComplete = idClaims !== undefined && groupsClaim in idClaims && 'email' in idClaims
    const userinfo =
      isComplete || config.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await client.fetchUserInfo(config, accessToken, subject)
    return readClaims({ ...userinfo, ...idClaims, sub: subject }, groupsClaim)
  }

  return {
    /** Whether the provider’s discovery document has been read. It tries where it has not. */
    isReady: async (): Promise<boolean> => {
      try {
        await configuration()
        return true
      } catch {
        return false
      }
    },

    /**
     * Where to send a browser to sign in.
     * @throws ProviderUnavailableError
     */
    authorizationUrl: async (
      state: string,
      { nonce, codeVerifier, isFresh }: { nonce: string; codeVerifier: string; isFresh: boolean },
    ): Promise<string> =>
      client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${publicUrl}/sign-in/callback`,
        scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(isFresh && { max_age: '0', prompt: 'login' }),
      }).href,

    /**
     * Redeems the code that the provider sent with a browser.
     * @param target the path and query of the callback
     * @returns with when the user proved who they are, in seconds since 1970; 0 where the provider
     *   does not say
     * @throws ProviderUnavailableError, SignInRefusedError
     */
    redeem: async (
      target: string,
      checks: { state: string; nonce: string; codeVerifier: string },
    ): Promise<{ claims: Claims; tokens: Tokens; authenticatedAt: number }> => {
      const config = await configuration()
      try {
        const answer = await client.authorizationCodeGrant(config, new URL(target, publicUrl), {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.codeVerifier,
        })
        const idClaims = answer.claims()
        if (idClaims === undefined) throw new SignInRefusedError('no ID token')
        const tokens = tokensOf(answer)
        const claims = await claimsOf(config, idClaims, tokens, idClaims.sub)
        return { claims, tokens, authenticatedAt: idClaims.auth_time ?? 0 }
      } catch (error) {
        throw error instanceof SignInRefusedError ? error : failureOf(error)
      }
    },

    /** Asks what is granted now: by the refresh token, or else at the userinfo endpoint. */
    renew: async (earlier: Tokens, subject: string): Promise<Renewal> => {
      let tokens = earlier
      try {
        const config = await configuration()
        let idClaims: client.IDToken | undefined
        if (earlier.refreshToken !== null) {
          const answer = await client.refreshTokenGrant(config, earlier.refreshToken)
          tokens = tokensOf(answer, earlier)
          idClaims = answer.claims()
          if (idClaims !== undefined && idClaims.sub !== subject) return { kind: 'gone' }
        } else if (config.serverMetadata().userinfo_endpoint === undefined) {
          return { kind: 'gone' }
        }
        return {
          kind: 'renewed',
          claims: await claimsOf(config, idClaims, tokens, subject),
          tokens,
        }
      } catch (error) {
        return isGone(error)
          ? { kind: 'gone' }
          : { kind: 'unreachable', reason: reasonOf(error), tokens }
      }
    },

    /** Asks the provider to forget the refresh token. A failure is no error: it expires there. */
    revoke: async ({ refreshToken }: Tokens): Promise<void> => {
      try {
        const config = await configuration()
        if (refreshToken !== null && config.serverMetadata().revocation_endpoint !== undefined)
          await client.tokenRevocation(config, refreshToken)
      } catch {}
    },

    /**
     * Where to send a browser to sign out at the provider (OpenID Connect RP-Initiated Logout).
     * @param idToken the hint which session to end
     * @returns null where the provider has no such address, or does not answer
     */
    signOutUrl: async (idToken: string | undefined): Promise<string | null> => {
      try {
        const config = await configuration()
        if (config.serverMetadata().end_session_endpoint === undefined) return null
        return client.buildEndSessionUrl(config, {
          ...(idToken && { id_token_hint: idToken }),
          post_logout_redirect_uri: `${publicUrl}/sign-in/out/done`,
          state: client.randomState(),
        }).href
      } catch {
        return null
      }
    },
  }
}
export type Provider = ReturnType<typeof createProvider>
