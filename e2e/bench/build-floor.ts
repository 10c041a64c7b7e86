import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** Builds the minimal React page into dist/bench, with the Vite that builds the app. */
export const buildFloor = async (): Promise<void> => {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('floor', import.meta.url)),
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: fileURLToPath(new URL('../../dist/bench', import.meta.url)),
      emptyOutDir: true,
      chunkSizeWarningLimit: 1_000,
    },
  })
}
