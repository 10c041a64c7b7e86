import { DEMO_REPORTS } from './demo-reports.ts'
import { print } from './print.ts'

const made = new Map<string, Uint8Array<ArrayBuffer>>()

/** The names of the files of the demo's reports. */
export const DEMO_FILE_NAMES: readonly string[] = DEMO_REPORTS.map(({ name }) => `${name}.pdf`)

/** A report of the demo as a file, made on first use. undefined for a name that none has. */
export const demoFile = (fileName: string): Uint8Array<ArrayBuffer> | undefined => {
  const known = made.get(fileName)
  const report = DEMO_REPORTS.find(({ name }) => `${name}.pdf` === fileName)
  if (known || !report) return known
  const pdf = new Uint8Array(print(report).pdf)
  made.set(fileName, pdf)
  return pdf
}
