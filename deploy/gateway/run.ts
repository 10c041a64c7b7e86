import { createServer, type Server } from 'node:http'
import pino from 'pino'
import { createGateway, type GatewayParts } from './app.ts'
import { openAuditLog } from './audit/audit-log.ts'
import type { Metrics } from './metrics.ts'
import { isOpenToAll } from './open-to-all.ts'
import { readSettings, type Settings } from './settings.ts'
import { createSignIn } from './sign-in/sign-in.ts'
import { createMemoryStore } from './store/memory-store.ts'
import { createRedisStore } from './store/redis-store.ts'
import type { Store } from './store/store.ts'

/** In memory an entry takes about 1 KB. */
const MOST_ENTRIES = 100_000
/** What is under way when the gateway has to stop gets this long. */
const DRAIN_MS = 150_000
const LOOPBACK = '127.0.0.1'

const serveMetrics = ({ registry }: Metrics, port: number, address: string): Server =>
  createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  }).listen(port, address)

const signInFor = (settings: Settings, store: Store, log: pino.Logger) => {
  const { signIn, roles } = settings
  if (!signIn) return undefined
  return createSignIn(
    // Cookies without TLS are for tests on this machine alone. The sign-in refuses them elsewhere.
    { ...signIn, roles, insecureCookie: signIn.publicUrl.startsWith('http:') },
    {
      store,
      isOpen: isOpenToAll,
      onEvent: (event) => log.info({ signIn: event }, 'The sign-in has an event.'),
    },
  )
}

/**
 * Starts the gateway as production runs it. It stops when its process gets SIGTERM or SIGINT.
 * @param env the variables of deploy/README.md
 * @param parts what the browser tests replace; no variable can do that
 * @throws Error for a variable that is wrong
 */
export const runGateway = async (
  env: NodeJS.ProcessEnv,
  parts: Pick<GatewayParts, 'files'> = {},
): Promise<void> => {
  const settings = readSettings(env)
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
  const lines = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: () => ({ log: 'access' }) },
    },
    pino.destination(settings.accessLog ?? 1),
  )
  const store =
    settings.storeUrl === undefined
      ? createMemoryStore({ maxEntries: MOST_ENTRIES })
      : createRedisStore(settings.storeUrl)
  const signIn = signInFor(settings, store, log)
  const { app, metrics, drain } = await createGateway(settings, {
    store,
    log,
    accessLog: lines,
    ...parts,
    ...(signIn && { signIn: signIn.plugin, isSignInReady: signIn.isReady }),
    ...(settings.auditLog !== undefined && { auditLog: await openAuditLog(settings.auditLog) }),
  })
  const host = signIn ? settings.address : LOOPBACK
  if (!signIn) log.warn(`OIDC_ISSUER is not set: nobody signs in, and only ${LOOPBACK} is served.`)
  await app.listen({ host, port: settings.port })
  const metricsServer =
    settings.metricsPort === undefined
      ? undefined
      : serveMetrics(metrics, settings.metricsPort, host)

  const stop = async (): Promise<void> => {
    log.info('The gateway stops when the requests under way are done.')
    const isOver = new Promise((resolve) => {
      setTimeout(resolve, DRAIN_MS).unref()
    })
    await Promise.race([drain(), isOver])
    app.server.closeAllConnections()
    metricsServer?.close()
    await app.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}
