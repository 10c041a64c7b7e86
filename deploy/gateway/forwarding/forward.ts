import replyFrom from '@fastify/reply-from'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FRESH_SIGN_IN, WRITE_ID } from '../../../src/domain/contract/gateway-headers.ts'
import { type Refusal, refuse, SENTENCES, signInRefusal, targetOf } from '../answers.ts'
import type { ApiKey } from '../api-key.ts'
import { type Account, type AuditTrail, openAccount } from '../audit/account.ts'
import type { Identity } from '../identity.ts'
import type { RequestBudget } from '../limits/request-budget.ts'
import { awaitTurn } from '../limits/turn.ts'
import { isFirst, LONGEST_WRITE_ID } from '../limits/write-names.ts'
import type { KnownRequest } from '../rules/forwarded.ts'
import { actionIn, isFresh, mayDo, neededRole, roleRefusal } from '../rules/roles.ts'
import { answeredHeaders, forwardedHeaders, pathOf, upstreamPath } from '../rules/rules.ts'
import type { Settings } from '../settings.ts'
import type { Store } from '../store/store.ts'
import { hasJsonBody, MOST_BYTES, parseJson, readText } from './bodies.ts'
import type { Service } from './service.ts'
import { type Upload, watchUpload } from './upload.ts'

/** What forwarding needs. */
export interface ForwardParts {
  settings: Settings
  apiKey: ApiKey
  store: Store
  budget: RequestBudget
  audit: AuditTrail | undefined
  service: Service
}

/** A request that passed the rules, and who makes it. */
interface Asked {
  known: KnownRequest
  identity: Identity
}

const headerOf = (request: FastifyRequest, name: string): string =>
  [request.headers[name] ?? ''].flat()[0] ?? ''

/** Refuses what the user may not do, before anything of the body is read. */
const refusalByRole = (
  { known: { operation }, identity }: Asked,
  freshSeconds: number | undefined,
): Refusal | undefined => {
  const needed = neededRole(operation)
  if (!mayDo(identity.role, needed))
    return { status: 403, message: roleRefusal(needed), reason: 'role' }
  const now = Math.floor(Date.now() / 1_000)
  return needed === 'decide' && !isFresh(identity.authenticatedAt, freshSeconds, now)
    ? signInRefusal(SENTENCES.stale, FRESH_SIGN_IN)
    : undefined
}

/** The body of a request: bytes that were read, files that are streamed, or neither. */
interface Body {
  bytes?: Buffer
  json?: unknown
  upload?: Upload
  refusal?: Refusal
}

const wrongBody = (status: number, message: string, reason: string): Body => ({
  refusal: { status, message, reason },
})

/** Reads a JSON body, or begins to watch an upload. */
const takeBody = async (
  request: FastifyRequest,
  { operation, method }: KnownRequest,
): Promise<Body> => {
  if (method === 'GET') return {}
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES)
    return wrongBody(413, SENTENCES.tooLarge, 'size')
  if (!hasJsonBody(operation)) return { upload: watchUpload(headerOf(request, 'content-type')) }
  const bytes = await readText(request.raw)
  if (bytes === undefined) return wrongBody(413, SENTENCES.textTooLarge, 'size')
  // The service itself refuses a body that is missing.
  if (bytes.length === 0) return { bytes }
  const json = parseJson(bytes)
  if (json === undefined) return wrongBody(400, SENTENCES.notJson, 'body')
  if (operation === 'performSecurityReviewAction' && actionIn(json) === undefined)
    return wrongBody(400, SENTENCES.unknownAction, 'body')
  return { bytes, json }
}

/** Recognizes a write that a browser repeats, and one whose name is none of the app's. */
const refusalByName = async (
  request: FastifyRequest,
  store: Store,
  user: string,
): Promise<Refusal | undefined> => {
  const name = headerOf(request, WRITE_ID)
  if (name === '' || request.method === 'GET') return undefined
  if (name.length > LONGEST_WRITE_ID)
    return { status: 400, message: SENTENCES.writeIdTooLong, reason: 'write-id' }
  const write = { name, user, method: request.method, path: pathOf(targetOf(request)) }
  return (await isFirst(store, write))
    ? undefined
    : { status: 502, message: SENTENCES.unreachable, reason: 'repeat' }
}

/** Lets an upload run to the service, and ends it where the browser breaks off. */
const pipeUpload = (request: FastifyRequest, { stream, bytes }: Upload): void => {
  request.raw.on('error', (error) => stream.destroy(error))
  stream.on('error', () => request.raw.unpipe(stream).resume())
  stream.on('close', () => {
    request.work.uploadedBytes = bytes()
  })
  request.raw.pipe(stream)
}

/** Sends the request on, and its answer back. */
const send = (
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, upload }: Body,
  {
    settings,
    apiKey,
    account,
  }: { settings: Settings; apiKey: ApiKey; account: Account | undefined },
): FastifyReply => {
  const key = apiKey.current() ?? ''
  const [path = '', ...query] = upstreamPath(targetOf(request)).split('?')
  const contentType = headerOf(request, 'content-type')
  request.body = upload?.stream
  if (upload) pipeUpload(request, upload)
  // A browser that goes away leaves no answer to close the account with.
  reply.raw.once('close', () => void account?.close(request.work.upstreamStatus, upload?.files))
  const hasBytes = bytes !== undefined && bytes.length > 0
  return reply.from(settings.url + path, {
    queryString: () => query.join('?'),
    ...(hasBytes && { body: bytes, contentType: contentType || 'application/json' }),
    rewriteRequestHeaders: (_request, headers) => {
      const sent = forwardedHeaders(headers, key)
      if (request.method === 'GET') delete sent['content-length']
      if (contentType === '') delete sent['content-type']
      return { ...sent, host: new URL(settings.url).host }
    },
    rewriteHeaders: answeredHeaders,
    onResponse: (_request, _reply, response) => {
      // Reply-from's type names the answer of a server, where this is the answer of a client.
      const { statusCode, stream } = response
      request.work.upstreamStatus = statusCode
      if (statusCode === 401) void apiKey.refresh()
      void (account?.close(statusCode, upload?.files) ?? Promise.resolve()).then(() =>
        reply.send(stream),
      )
    },
    onError: () => {
      const isTooLarge = upload?.isTooLarge() === true
      void (account?.close(undefined, upload?.files) ?? Promise.resolve()).then(() =>
        refuse(
          reply,
          isTooLarge
            ? { status: 413, message: SENTENCES.tooLarge, reason: 'size' }
            : { status: 502, message: SENTENCES.unreachable },
        ),
      )
    },
  })
}

/**
 * Forwards what the contract names. In this order it looks at the key, the role, the body and the
 * name of the write, waits for the request's turn, and writes the audit log. Only then the service
 * gets the request, once.
 */
export const forward = async (app: FastifyInstance, parts: ForwardParts): Promise<void> => {
  const { settings, apiKey, store, budget, audit, service } = parts
  await app.register(replyFrom, {
    undici: service.dispatcher,
    disableCache: true,
    disableRequestLogging: true,
    retryMethods: [],
  })
  // Bodies stay streams, whatever their type. They are read here alone.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { known } = request.work
    const { identity } = request
    if (!known || !identity) return refuse(reply, { status: 404, message: SENTENCES.noFile })
    if (apiKey.current() === undefined)
      return refuse(reply, { status: 401, message: SENTENCES.noKey, reason: 'no-key' })
    const byRole = refusalByRole({ known, identity }, settings.freshSignInSeconds)
    if (byRole) return refuse(reply, byRole)
    const body = await takeBody(request, known)
    const refusal =
      body.refusal ??
      (await refusalByName(request, store, identity.subject)) ??
      (await awaitTurn(request, reply, budget))
    if (refusal) return refuse(reply, refusal)
    let account: Account | undefined
    if (audit && known.method !== 'GET') {
      account = openAccount(audit, { request, known, identity, body: body.json })
      if (!(await account.open()))
        return refuse(reply, { status: 503, message: SENTENCES.noAuditLog, reason: 'audit' })
    }
    return send(request, reply, body, { settings, apiKey, account })
  }
  app.route({
    method: ['GET', 'POST', 'PUT'],
    url: '/api/*',
    bodyLimit: MOST_BYTES,
    handler: handle,
  })
}
