import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { HEADERS, NONCE_PLACEHOLDER, pageHeaders } from './gateway/rules/headers.ts'
import { isApi, pathOf } from './gateway/rules/rules.ts'

const isFile = (folder: string, path: string): boolean =>
  /^(?:\/[\w-][\w.-]*)+$/.test(path) &&
  statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true

const serve =
  (folder: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const path = pathOf(request.url ?? '')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead || isApi(path) || (path !== '/index.html' && isFile(folder, path))) {
      next()
      return
    }
    // A file that is gone must not be answered with a page: the app learns from the 404 that there
    // is a newer build.
    if (path.startsWith('/assets/')) {
      response.writeHead(404).end()
      return
    }
    const nonce = randomBytes(16).toString('base64url')
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...pageHeaders(nonce) })
    response.end(page.replaceAll(NONCE_PLACEHOLDER, nonce))
  }

/**
 * Serves the built pages in Vite's preview server as nginx does: with the same headers, and with a
 * fresh nonce in each answer. It belongs before the gateway, whose answers need the headers, too.
 */
export const pages = (): Plugin => ({
  name: 'countersign:pages',
  config: () => ({ html: { cspNonce: NONCE_PLACEHOLDER } }),
  configurePreviewServer: ({ middlewares, config }) => {
    middlewares.use(serve(resolve(config.root, config.build.outDir)))
  },
})
