import type { Server } from 'node:http'
import { resolve } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Connect, Logger, Plugin, PreviewServer, ViteDevServer } from 'vite'
import { createGateway, type GatewayParts } from './app.ts'
import { refuseUpgrade } from './limits/connections.ts'
import { NONCE_PLACEHOLDER } from './rules/headers.ts'
import { isApi, pathOf } from './rules/rules.ts'
import { readSettings, type Settings } from './settings.ts'

/** Vite prints an error's stack. Somebody who has set a variable wrong needs the message alone. */
const settingsWithoutStack = (env: NodeJS.ProcessEnv): Settings => {
  try {
    return readSettings(env)
  } catch (error) {
    if (error instanceof Error) error.stack = error.message
    throw error
  }
}

/** Vite's logger in the place of the gateway's. It takes the message, and leaves out the details. */
const logTo = (logger: Logger): FastifyBaseLogger => {
  const say =
    (print: (text: string) => void) =>
    (...words: unknown[]): void =>
      print(words.findLast((word) => typeof word === 'string') ?? '')
  const nothing = (): void => undefined
  const log = {
    level: 'info',
    info: nothing,
    debug: nothing,
    trace: nothing,
    silent: nothing,
    warn: say((text) => logger.warn(text)),
    error: say((text) => logger.error(text)),
    fatal: say((text) => logger.error(text)),
    child: () => log,
  }
  return log
}

interface Mounted {
  settings: Settings
  createStore: () => GatewayParts['store']
  hasPages: boolean
}

/** Puts the gateway into one of Vite's servers, which end it with themselves. */
const mount = async (
  { middlewares, httpServer, config }: ViteDevServer | PreviewServer,
  { settings, createStore, hasPages }: Mounted,
): Promise<void> => {
  const { app } = await createGateway(
    { ...settings, webRoot: resolve(config.root, config.build.outDir) },
    { store: createStore(), log: logTo(config.logger), hasPages },
  )
  await app.ready()
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    if (hasPages || isApi(pathOf(request.url ?? ''))) app.routing(request, response)
    else next()
  }
  middlewares.use(handle)
  const server = httpServer as Server | null
  // Vite leaves the socket of an upgrade open without an answer. In development it needs its own.
  server?.on('upgrade', (request, socket) => {
    if (hasPages || isApi(pathOf(request.url ?? ''))) refuseUpgrade(request, socket)
  })
  server?.on('close', () => void app.close())
}

/**
 * The gateway of live mode in Vite's servers, for one person on one machine: without a sign-in, and
 * for the loopback address, where Vite listens. The preview server serves the build as production
 * does. In development the pages are Vite's.
 * @param env the variables of deploy/README.md
 * @param createStore makes the store of the gateway
 */
export const gateway = (
  env: NodeJS.ProcessEnv,
  createStore: () => GatewayParts['store'],
): Plugin => {
  let settings: Settings | undefined
  return {
    name: 'countersign:gateway',
    config: (_config, { command }) => {
      if (command === 'serve')
        settings = { ...settingsWithoutStack(env), signIn: undefined, publicHost: undefined }
      // Vite would answer other origins before the gateway refuses them.
      const served = { cors: false }
      return { html: { cspNonce: NONCE_PLACEHOLDER }, server: served, preview: served }
    },
    configureServer: async (server) => {
      if (settings) await mount(server, { settings, createStore, hasPages: false })
    },
    configurePreviewServer: async (server) => {
      if (settings) await mount(server, { settings, createStore, hasPages: true })
    },
  }
}
