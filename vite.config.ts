import { fileURLToPath } from 'node:url'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
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
    routesDirectory: 'src/routes',
    generatedRouteTree: 'src/routeTree.gen.ts',
    routeFileIgnorePattern: '\\.test\\.tsx?$',
    quoteStyle: 'single',
    semicolons: false,
    disableLogging: true,
  })

export default defineConfig(({ mode }) => ({
  // Tests import routes as they stand: nothing is generated or split under Vitest.
  plugins: [
    mode !== 'test' && router(),
    react(),
    mode === 'demo' && msw(),
    mode === 'live' && [pages(), gateway()],
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
    // The strictest content security policy has no data: addresses.
    assetsInlineLimit: 0,
    // One file for all that the first page needs: without it Rolldown makes a chunk of whatever
    // two routes share, which cost five more requests before a list showed, and more bytes.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } },
    },
  },
  test: {
    environment: 'node',
    include: ['{src,mocks,deploy,.ci}/**/*.test.{ts,tsx,mjs}'],
    restoreMocks: true,
    reporters: ['default', ['json', { outputFile: 'dist/reports/unit.json' }]],
  },
}))
