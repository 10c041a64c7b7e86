import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Connect, Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite'
import { ANSWER_MARK, type AnswerMark } from '../src/domain/contract/answer-mark.ts'
import { companyOf } from './gateway/company.ts'
import {
  answeredHeaders,
  forwardedHeaders,
  judge,
  PROXY_CONTEXT,
  upstreamPath,
} from './gateway/rules/rules.ts'
import { readSettings, type Settings } from './gateway/settings.ts'
import { createRepeatWatch } from './repeats.ts'

/**
 * How long the service may be silent before the app gets an error. After 200 MB the service has to
 * store what it was sent before it answers.
 */
const SILENCE_LIMIT_MS = 120_000

const NO_KEY = 'The gateway has no API key: set DRATA_API_KEY and start it again.'
const UNREACHABLE = 'The gateway could not reach the Drata API. Nothing is known about the request.'

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    [ANSWER_MARK]: 'own' satisfies AnswerMark,
  })
  response.end(JSON.stringify(body))
}

/**
 * Answers with an error of the same shape as those of the Drata API, so that the app reads one
 * shape.
 */
const refuse = (response: ServerResponse, statusCode: number, message: string): void =>
  answer(response, statusCode, { statusCode, message, code: 0 })

/** Runs before the proxy, and lets only through what the rules allow. */
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
        // Set here and not in the proxy's options, which Vite prints when it is asked to debug.
        request.headers = forwardedHeaders(request.headers, settings.key)
        next()
    }
  }
}

/**
 * Refuses upgrades, of which the app needs none. Vite would leave the socket open without an
 * answer.
 */
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
        // If the service stops half way, the app must not go on waiting for the rest.
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

/** Vite prints an error's stack. Somebody who has set a variable wrong needs the message alone. */
const settingsWithoutStack = (env: NodeJS.ProcessEnv): Settings => {
  try {
    return readSettings(env)
  } catch (error) {
    if (error instanceof Error) error.stack = error.message
    throw error
  }
}

/**
 * The gateway of live mode, in Vite's development and preview server. It forwards the app's
 * requests that the contract names to the Drata API. It adds the key, which only the server knows.
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
      settings = settingsWithoutStack(env)
      const served = { cors: false, proxy: proxyTo(settings.url) }
      return { server: served, preview: served }
    },
    configureServer: guardServer,
    configurePreviewServer: guardServer,
  }
}
