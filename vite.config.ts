import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { IndexHtmlTransformContext, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { gateway } from './deploy/gateway.ts'
import { pages } from './deploy/pages.ts'

/** Only this machine may reach the app, in either mode; a port that is taken is said, not changed. */
const address = {
  host: '127.0.0.1',
  port: Number(process.env.PORT || 4173),
  strictPort: true,
  cors: false,
}

const router = () =>
  tanstackRouter({
    target: 'react',
    autoCodeSplitting: true,
    // The list comes with the first file: two small requests less before it shows.
    codeSplittingOptions: { splitBehavior: ({ routeId }) => (routeId === '/' ? [] : undefined) },
    routesDirectory: 'src/routes',
    generatedRouteTree: 'src/routeTree.gen.ts',
    routeFileIgnorePattern: '\\.test\\.tsx?$',
    quoteStyle: 'single',
    semicolons: false,
    disableLogging: true,
  })

/** Below this a compressed file saves no packet on the way. */
const WORTH_COMPRESSING = 1024

/**
 * Lays the compressed forms of each asset beside it, so that a server can send them as they are, in
 * brotli's strongest, which takes too long for a server to do while someone waits. Not those of the
 * page itself, which a server may still change.
 */
const precompress = (): Plugin => ({
  name: 'countersign:precompress',
  writeBundle: async ({ dir = '' }) => {
    const folder = join(dir, 'assets')
    const compress = async (name: string): Promise<void> => {
      const file = join(folder, name)
      const content = await readFile(file)
      if (content.length < WORTH_COMPRESSING) return
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content))
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
    }
    const assets = (await readdir(folder)).filter((name) => /\.(?:js|css|svg)$/.test(name))
    await Promise.all(assets.map(compress))
  },
})

/** The chunk that a module has to itself, by the end of its path; undefined where there is none. */
const chunkOf = ({ bundle = {} }: IndexHtmlTransformContext, ending: string) =>
  Object.values(bundle)
    .filter((file) => file.type === 'chunk')
    .find(({ facadeModuleId }) => facadeModuleId?.endsWith(ending))

/** Loads src/app/head-start.ts beside the app, as a file of its own. */
const headStart = (): Plugin => ({
  name: 'countersign:head-start',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/app/head-start.ts' })
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_html, context) => {
      const chunk = chunkOf(context, '/src/app/head-start.ts')
      if (!chunk) throw new Error('The build has no head start.')
      const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  },
})

/** Fetches the mock along with the app, which would ask for it only once it runs. */
const preloadMock = (): Plugin => ({
  name: 'countersign:preload-mock',
  transformIndexHtml: {
    order: 'post',
    handler: (html, context) => {
      const chunk = chunkOf(context, '/mocks/browser.ts')
      return [...(chunk?.imports ?? []), ...(chunk ? [chunk.fileName] : [])]
        .filter((fileName) => !html.includes(fileName))
        .map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        }))
    },
  },
})

export default defineConfig(({ mode }) => ({
  // Tests import routes as they stand: nothing is generated or split under Vitest.
  plugins: [
    mode !== 'test' && router(),
    react(),
    mode === 'demo' && [msw(), preloadMock()],
    mode === 'live' && [headStart(), pages(), gateway(), precompress()],
  ],
  // Most of MSW's weight is a list of public suffixes behind its cookie jar, which the demo never
  // opens: 120 KB less of the demo's JavaScript, gzip.
  resolve:
    mode === 'demo'
      ? {
          alias: { 'tough-cookie': fileURLToPath(new URL('mocks/no-cookies.ts', import.meta.url)) },
        }
      : {},
  server: address,
  preview: address,
  build: {
    outDir: `dist/${mode}`,
    emptyOutDir: true,
    license: { fileName: 'licenses.txt' },
    // Which file needs which, for .ci/bytes.mjs.
    manifest: true,
    // Every browser that the build is for preloads modules by itself.
    modulePreload: { polyfill: false },
    // The strictest content security policy has no data: addresses.
    assetsInlineLimit: 0,
    // One file for all that the first page needs: without it Rolldown makes a chunk of whatever
    // two routes share, which cost five more requests before a list showed, and more bytes.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // Compressing takes most of a build's time, and that is meant.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'app',
              tags: ['$initial'],
              test: (id: string) => !id.endsWith('/app/head-start.ts'),
            },
            { name: 'mock', test: /\/mocks\// },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['{src,mocks,deploy,e2e,.ci}/**/*.test.{ts,tsx,mjs}'],
    // No test measures time; a machine that is busy only takes longer.
    testTimeout: 240_000,
    restoreMocks: true,
    reporters: ['default', ['json', { outputFile: 'dist/reports/unit.json' }]],
  },
}))
