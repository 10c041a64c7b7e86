import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { print } from './print.ts'
import { REPORTS, reportNamed } from './reports.ts'

/**
 * Writes fictional reports: `node mocks/reports/make.ts [--out FOLDER] [NAME ...]`.
 *
 * For each name, or for all but those that are made on demand, NAME.pdf, its true answers as
 * NAME.truth.json, and the text of its pages as text/NAME.json.
 */

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'dist/sample-reports' } },
  allowPositionals: true,
})
const { out } = values
await mkdir(join(out, 'text'), { recursive: true })
for (const name of positionals.length > 0 ? positionals : REPORTS.map((report) => report.name)) {
  const { pdf, truth, texts } = print(reportNamed(name))
  await writeFile(join(out, `${name}.pdf`), pdf)
  await writeFile(join(out, `${name}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`)
  await writeFile(join(out, 'text', `${name}.json`), JSON.stringify(texts))
  process.stdout.write(`${join(out, `${name}.pdf`)}: ${truth.pages} pages, ${pdf.length} bytes\n`)
}
