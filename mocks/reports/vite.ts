import type { Plugin } from 'vite'
import { REPORT_FOLDER } from '../seed/report-vendors.ts'
import { DEMO_FILE_NAMES, demoFile } from './demo-files.ts'

/**
 * Puts the demo's reports beside the app as files. A build writes them; the development server makes
 * one when it is asked for. No script imports them, so that the first page weighs no more.
 */
export const demoReports = (): Plugin => ({
  name: 'countersign:demo-reports',
  generateBundle() {
    for (const name of DEMO_FILE_NAMES) {
      const source = demoFile(name)
      if (source) this.emitFile({ type: 'asset', fileName: `${REPORT_FOLDER}${name}`, source })
    }
  },
  configureServer({ middlewares }) {
    middlewares.use(`/${REPORT_FOLDER}`, (request, response, next) => {
      const pdf = demoFile(new URL(request.url ?? '', 'http://localhost').pathname.slice(1))
      if (!pdf) return next()
      response.setHeader('Content-Type', 'application/pdf')
      response.end(pdf)
    })
  },
})
