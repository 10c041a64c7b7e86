import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse, SENTENCES } from './answers.ts'
import { NONCE_PLACEHOLDER, pageHeaders, SCRIPT_HEADERS } from './rules/headers.ts'
import { pathOf } from './rules/rules.ts'
import type { Settings } from './settings.ts'

/** A year, after which browsers ask for a file again. */
const KEPT = '365d'
/** A script, or a compressed copy of one. */
const SCRIPT_FILE = /\.m?js(?:\.(?:br|gz))?$/
/** A file of the build's root, such as the icon. None whose name begins with a dot is served. */
const ROOT_FILE = /^\/(?!index\.html$)[\w-][\w-]*\.[a-z]+$/

/**
 * Serves the live build: its files as they were compressed, and the page with a fresh nonce in each
 * answer. Every address that is no file is the page's.
 */
export const pages = async (
  app: FastifyInstance,
  { webRoot, hstsSubdomains }: Pick<Settings, 'webRoot' | 'hstsSubdomains'>,
): Promise<void> => {
  const root = resolve(webRoot)
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    immutable: true,
    maxAge: KEPT,
    suppressWarning: true,
    setHeaders: (reply, path) => {
      if (SCRIPT_FILE.test(path)) void reply.headers(SCRIPT_HEADERS)
    },
  })

  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: async (request, reply) => {
      const path = pathOf(request.originalUrl)
      if (ROOT_FILE.test(path) && existsSync(join(root, path)))
        return reply.sendFile(path.slice(1), root, { immutable: false, maxAge: 0 })
      const nonce = randomBytes(16).toString('base64url')
      const page = await readFile(join(root, 'index.html'), 'utf8')
      return reply
        .headers(pageHeaders(nonce, hstsSubdomains))
        .type('text/html; charset=utf-8')
        .send(page.replaceAll(NONCE_PLACEHOLDER, nonce))
    },
  })
  // A file that is gone must not be answered with a page: the app learns from the 404 that there is
  // a newer build.
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, { status: 404, message: SENTENCES.noFile }),
  )
}
