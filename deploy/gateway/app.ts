import { randomUUID } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify'
import { refuse, SENTENCES } from './answers.ts'
import { type ApiKey, holdKey, type KeyCheck } from './api-key.ts'
import type { AuditLog } from './audit/audit-log.ts'
import { config } from './config-route.ts'
import { cspReports } from './csp-report.ts'
import { documentFiles } from './files/document-file.ts'
import { connectToFiles, type FileSource } from './files/file-source.ts'
import { forward } from './forwarding/forward.ts'
import { connectToService } from './forwarding/service.ts'
import { guard } from './guard.ts'
import { health } from './health.ts'
import { limitConnections, refuseBadRequest, refuseUpgrades } from './limits/connections.ts'
import { createRequestBudget } from './limits/request-budget.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { pages } from './pages.ts'
import { routedUrl } from './routed-url.ts'
import type { Settings } from './settings.ts'
import { type Store, StoreUnavailableError } from './store/store.ts'

/** What the gateway is made of besides its settings. */
export interface GatewayParts {
  /** The gateway closes it. */
  store: Store
  /**
   * Sets request.identity in an onRequest hook, and serves what lies below /sign-in/. It has to be
   * wrapped by fastify-plugin, so that its hook is for all routes. Without it everybody who reaches
   * the gateway may do everything, so only this machine may reach it.
   */
  signIn?: FastifyPluginAsync
  /** Whether people can sign in at the moment. */
  isSignInReady?: () => Promise<boolean>
  /** Without it no audit log is kept. The gateway closes it. */
  auditLog?: AuditLog
  /** Where the gateway says what went wrong. */
  log?: FastifyBaseLogger
  /** Gets a line for each request. */
  accessLog?: Pick<FastifyBaseLogger, 'info'>
  /** Asks the service whose key it is. */
  checkKey?: (url: string, key: string) => Promise<KeyCheck>
  /** Where the files of documents come from. The gateway closes it. */
  files?: FileSource
  /** Whether the gateway serves the pages, too. */
  hasPages?: boolean
  /** How long it waits for browsers and the service; tests have less time. */
  timeouts?: Timeouts
}

/** How long the gateway waits. Milliseconds. */
export interface Timeouts {
  /** For the service to say anything. */
  service: number
  /** For a request's line and headers. */
  headers: number
  /** For a whole request. */
  request: number
  /** For anything to move on a connection. */
  silence: number
}

/** A gateway, and what its process needs of it. */
export interface Gateway {
  app: FastifyInstance
  metrics: Metrics
  /** Turns new requests away, and waits until those under way are done. */
  drain: () => Promise<void>
}

const TIMEOUTS: Timeouts = {
  // After 200 MB the service has to store what it was sent before it answers.
  service: 120_000,
  headers: 15_000,
  // 200 MB over a slow line.
  request: 3_600_000,
  // It is longer than the service may be silent.
  silence: 180_000,
}
const MOST_HEADER_BYTES = 16 * 1024

const silentLog = (): FastifyBaseLogger => Fastify().log

const newApp = (
  { trustedProxies }: Settings,
  log: FastifyBaseLogger,
  timeouts: Timeouts,
): FastifyInstance =>
  Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    rewriteUrl: routedUrl,
    routerOptions: { maxParamLength: MOST_HEADER_BYTES },
    http: {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.ceil(timeouts.headers / 3),
    },
    requestTimeout: timeouts.request,
    connectionTimeout: timeouts.silence,
    clientErrorHandler: refuseBadRequest,
  })

/** Answers errors that no part of the gateway has answered. */
const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof StoreUnavailableError) {
      request.log.error({ err: error }, 'The store does not answer.')
      return refuse(reply, { status: 503, message: SENTENCES.noStore, reason: 'store' })
    }
    // A browser that breaks off its request is no failure of the gateway.
    const { statusCode: status = error.code === 'ECONNRESET' ? 400 : 500 } = error
    if (status >= 400 && status < 500)
      return refuse(reply, { status, message: SENTENCES.notTaken, reason: 'not-taken' })
    request.log.error({ err: error }, 'A request failed.')
    return refuse(reply, { status: 500, message: SENTENCES.failed })
  })
}

const closeWith = (app: FastifyInstance, parts: GatewayParts, apiKey: ApiKey): void => {
  app.addHook('onClose', async () => {
    apiKey.close()
    await parts.auditLog?.close()
    await parts.store.close()
  })
}

/**
 * Makes the gateway. It has a name for each refusal, forwards what the contract names, serves the
 * live build, and knows who asks.
 */
export const createGateway = async (settings: Settings, parts: GatewayParts): Promise<Gateway> => {
  const { store, signIn, auditLog, hasPages = true, timeouts = TIMEOUTS } = parts
  const log = parts.log ?? silentLog()
  const app = newApp(settings, log, timeouts)
  const service = connectToService(timeouts.service)
  const apiKey = holdKey(settings, { log, ...(parts.checkKey && { check: parts.checkKey }) })
  const budget = createRequestBudget(store, settings.requestsPerMinute)
  const metrics = createMetrics({ waiting: budget.waiting })
  limitConnections(app.server, settings.trustedProxies)
  refuseUpgrades(app.server)
  answerErrors(app)
  closeWith(app, parts, apiKey)
  const files = parts.files ?? connectToFiles(timeouts.service)
  app.addHook('onClose', () => Promise.all([service.close(), files.close()]).then(() => undefined))

  await app.register(rateLimit, { global: false })
  const { drain, admit } = guard(app, { settings, metrics, accessLog: parts.accessLog })
  if (signIn) await app.register(signIn)
  admit(signIn !== undefined)

  health(app, { store, isSignInReady: parts.isSignInReady })
  cspReports(app)
  config(app, { settings, apiKey })
  const audit = auditLog && { log: auditLog, words: log }
  documentFiles(app, { settings, apiKey, budget, service, files })
  await forward(app, { settings, apiKey, store, budget, audit, service })
  if (hasPages) await pages(app, settings)
  return { app, metrics, drain }
}
