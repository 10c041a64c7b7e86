import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { IndexHtmlTransformContext, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { createMemoryStore } from './deploy/gateway/store/memory-store.ts'
import { gateway } from './deploy/gateway/vite.ts'
import { demoReports } from './mocks/reports/vite.ts'

/**
 * Only this machine may reach the app, in either mode. A port that is taken is an error, not a
 * reason to choose another.
 */
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
    // The code of the list comes with the first file, which saves two small requests before it
    // shows. What says that a page cannot be read must not be read first.
    codeSplittingOptions: {
      splitBehavior: ({ routeId }) => (routeId === '/' ? [] : [['component']]),
    },
    routesDirectory: 'src/routes',
    generatedRouteTree: 'src/routeTree.gen.ts',
    routeFileIgnorePattern: '\\.test\\.tsx?$',
    quoteStyle: 'single',
    semicolons: false,
    disableLogging: true,
  })

/** Below this size, compressing saves no packet. Bytes. */
const WORTH_COMPRESSING = 1024

/**
 * Writes compressed copies of each asset beside it, so that a server can send them as they are.
 * Brotli's strongest level takes too long for a server to use while somebody waits. The page itself
 * is left out, since a server may change it.
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
    const assets = await readdir(folder, { recursive: true })
    await Promise.all(assets.filter((name) => /\.(?:m?js|css|svg)$/.test(name)).map(compress))
  },
})

/**
 * The chunk whose entry is the module with this ending of its path; undefined where there is none.
 */
const chunkOf = ({ bundle = {} }: IndexHtmlTransformContext, ending: string) =>
  Object.values(bundle)
    .filter((file) => file.type === 'chunk')
    .find(({ facadeModuleId }) => facadeModuleId?.endsWith(ending))

/** Loads src/app/head-start.ts beside the app, as a separate file. */
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

const PDFJS = fileURLToPath(new URL('node_modules/pdfjs-dist/', import.meta.url))
const PDFJS_PACKAGE = JSON.parse(readFileSync(join(PDFJS, 'package.json'), 'utf8')) as {
  version: string
}
/** Where the app finds pdf.js' data files. The version is in it, since browsers keep them for a year. */
const PDF_DATA = `/assets/pdfjs-${PDFJS_PACKAGE.version}/`
/** What pdf.js needs for some files: letters of other scripts, usual fonts, kinds of pictures, colours. */
const PDF_DATA_FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

/**
 * What is left out: what runs the scripts of a file, and fonts under a licence that asks for their source.
 * Browsers have fonts in their place.
 */
const PDF_LEFT_OUT = /quickjs|liberation/i

/** The paths of pdf.js' data files, and of their licences. */
const pdfDataFiles = async (): Promise<string[]> => {
  const inFolders = PDF_DATA_FOLDERS.map(async (folder) =>
    (await readdir(join(PDFJS, folder))).map((name) => `${folder}/${name}`),
  )
  return (await Promise.all(inFolders)).flat().filter((path) => !PDF_LEFT_OUT.test(path))
}

/** Puts pdf.js' data files beside the app. A report that needs one makes its reader ask for it. */
const pdfData = (): Plugin => ({
  name: 'countersign:pdf-data',
  async generateBundle() {
    for (const path of await pdfDataFiles())
      this.emitFile({
        type: 'asset',
        fileName: `${PDF_DATA.slice(1)}${path}`,
        source: await readFile(join(PDFJS, path)),
      })
  },
  async configureServer({ middlewares }) {
    const files = await pdfDataFiles()
    middlewares.use(PDF_DATA, (request, response, next) => {
      const path = new URL(request.url ?? '', 'http://localhost').pathname.slice(1)
      if (!files.includes(path)) return next()
      response.setHeader(
        'Content-Type',
        extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream',
      )
      readFile(join(PDFJS, path)).then((content) => response.end(content), next)
    })
  },
})

/** Fetches the mock along with the app, which would otherwise ask for it only when it runs. */
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
  // Tests import routes as they are: under Vitest nothing is generated or split.
  plugins: [
    mode !== 'test' && router(),
    react(),
    pdfData(),
    mode === 'demo' && [msw(), preloadMock(), demoReports()],
    mode === 'live' && [
      headStart(),
      gateway(process.env, () => createMemoryStore({ maxEntries: 10_000 })),
      precompress(),
    ],
  ],
  // Most of MSW's weight is a list of public suffixes for its cookie jar, which the demo never
  // uses. Without it the demo has 120 KB less JavaScript, gzip.
  resolve:
    mode === 'demo'
      ? {
          alias: { 'tough-cookie': fileURLToPath(new URL('mocks/no-cookies.ts', import.meta.url)) },
        }
      : {},
  define: { 'import.meta.env.PDF_DATA': JSON.stringify(PDF_DATA) },
  server: address,
  preview: address,
  build: {
    outDir: `dist/${mode}`,
    emptyOutDir: true,
    // All of May 2024 or older. Otherwise light-dark() is rewritten, so that no scheme is known.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    license: { fileName: 'licenses.txt' },
    // .ci/bytes.mjs reads here which file needs which.
    manifest: true,
    // Every browser that the build supports preloads modules without help.
    modulePreload: { polyfill: false },
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    // One file holds all that the first page needs, and is larger than Vite's limit for a warning.
    // Otherwise Rolldown makes a chunk of everything that two routes share, which cost five more
    // requests before a list showed, and more bytes.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // Compressing takes most of a build's time, as intended.
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
    // No test measures time. A busy machine needs twenty times as long for the longest, which is no
    // failure; the limit only ends a test that hangs.
    testTimeout: 900_000,
    setupFiles: ['src/testing/patience.ts'],
    // Vitest would leave one processor free, which is half of a small machine.
    maxWorkers: '100%',
    restoreMocks: true,
    reporters: ['default', ['json', { outputFile: 'dist/reports/unit.json' }]],
  },
}))
