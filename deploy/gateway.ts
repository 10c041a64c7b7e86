import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Connect, Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite'
import { createRepeatWatch } from './repeats.ts'
import { answeredHeaders, forwardedHeaders, judge, PROXY_CONTEXT, upstreamPath } from './rules.ts'
import { companyOf, readSettings, type Settings } from './settings.ts'

/**
 * How long the service may keep silent before the app is told that it is not there: after 200 MB
 * it has to put away what it was sent before it answers.
 */
const SILENCE_LIMIT_MS = 120_000

const NO_KEY = 'The gateway has no API key: set DRATA_API_KEY and start it again.'
const UNREACHABLE = 'The gateway could not reach the Drata API. Nothing is known about the request.'

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** Errors have the shape that the Drata API gives its own, so that the app reads one shape. */
const refuse = (response: ServerResponse, statusCode: number, message: string): void =>
  answer(response, statusCode, { statusCode, message, code: 0 })

/** Stands before the proxy: only what the rules let through gets there. */
const guard = (settings: Settings): Connect.NextHandleFunction => {
  const isRepeat = createRepeatWatch()
  return (request, response, next) => {
    const verdict = judge(request, settings.readOnly)
    switch (verdict.kind) {
      case 'page':
        next()
        break
      case 'refuse':
        refuse(response, verdict.status, verdict.message)
        break
      case 'config':
        answer(response, 200, {
          apiVersion: settings.apiVersion,
          readOnly: settings.readOnly,
          company: companyOf(settings),
          user: null,
          keyPresent: settings.key !== undefined,
        })
        break
      case 'forward':
        if (settings.key === undefined) {
          refuse(response, 401, NO_KEY)
          break
        }
        if (isRepeat(request)) {
          refuse(response, 502, UNREACHABLE)
          break
        }
        // Here and not in the proxy's options, which Vite prints when it is asked to debug.
        request.headers = forwardedHeaders(request.headers, settings.key)
        next()
    }
  }
}

/** There is nothing to upgrade to, and Vite would leave the socket open without an answer. */
const refuseUpgrade = (request: IncomingMessage, socket: Duplex): void => {
  if (judge(request, true).kind !== 'page')
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
}

const proxyTo = (url: string): Record<string, ProxyOptions> => ({
  [PROXY_CONTEXT]: {
    target: url,
    changeOrigin: true,
    proxyTimeout: SILENCE_LIMIT_MS,
    rewrite: upstreamPath,
    configure: (proxy) => {
      proxy.on('proxyRes', (incoming, _request, response) => {
        incoming.headers = answeredHeaders(incoming.headers)
        // Half an answer must not look like one that is still coming.
        incoming.on('close', () => {
          if (!incoming.complete) response.destroy()
        })
      })
      proxy.on('error', (_error, _request, response) => {
        if (response instanceof ServerResponse && !response.headersSent)
          refuse(response, 502, UNREACHABLE)
        else response.destroy()
      })
    },
  },
})

/** Vite prints an error's stack; the one who sets a variable wrong needs the sentence alone. */
const settingsOrSentence = (env: NodeJS.ProcessEnv): Settings => {
  try {
    return readSettings(env)
  } catch (error) {
    if (error instanceof Error) error.stack = error.message
    throw error
  }
}

/**
 * The gateway of live mode, in Vite's development and preview server: forwards the app's own
 * requests, as far as the contract names them, to the Drata API with the key that only the server
 * knows.
 *
 * @param env DRATA_API_URL, DRATA_API_KEY, DRATA_API_VERSION and DRATA_READ_ONLY
 */
export const gateway = (env: NodeJS.ProcessEnv = process.env): Plugin => {
  let settings: Settings | undefined
  const guardServer = ({
    middlewares,
    httpServer,
    config,
  }: ViteDevServer | PreviewServer): void => {
    if (!settings) return
    if (settings.key === undefined) config.logger.warn(NO_KEY)
    middlewares.use(guard(settings))
    httpServer?.on('upgrade', refuseUpgrade)
  }
  return {
    name: 'countersign:gateway',
    config: (_config, { command }) => {
      if (command !== 'serve') return undefined
      settings = settingsOrSentence(env)
      const served = { cors: false, proxy: proxyTo(settings.url) }
      return { server: served, preview: served }
    },
    configureServer: guardServer,
    configurePreviewServer: guardServer,
  }
}
