import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { documentPages } from './domain/evidence/layout/document-pages.ts'
import { type PageText, pageTextOf } from './domain/evidence/layout/page-text.ts'
import { predictionOf } from './domain/evidence/prediction.ts'
import { type Reading, readPages } from './domain/evidence/reading.ts'
import { readingText } from './domain/evidence/reading-text.ts'
import { pdfHeaderIn } from './domain/file-content/pdf-file.ts'

/**
 * Reads reports on disk: `node src/read-report.ts [--json] [--out FOLDER] FILE.pdf ...`.
 *
 * Prints what each report says with quotes and pages, or values and quotes as JSON. With --out each
 * file's JSON goes to FOLDER/NAME.pred.json. A file that cannot be read is named in one sentence;
 * the others are read all the same. Exits with 1 then, and with 2 for wrong arguments.
 */

const USAGE = 'usage: npm run read-report -- [--json] [--out FOLDER] FILE.pdf ...'

/** A file that is no readable report, in words for the user. */
class FileProblem extends Error {}

/** Data of pdf.js that text may need: character maps of Asian fonts, and widths of standard ones. */
const dataOf = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')))

const openPdf = async (file: string): Promise<PDFDocumentProxy> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[error.code ?? '']
    throw new FileProblem(reason ?? `it cannot be read (${error.code ?? error.message})`)
  })
  if (pdfHeaderIn(bytes.subarray(0, 2_048).toString('latin1')) < 0)
    throw new FileProblem('it is not a PDF')
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      cMapUrl: dataOf('cmaps'),
      standardFontDataUrl: dataOf('standard_fonts'),
    }).promise
  } catch (error) {
    if (error instanceof PasswordException)
      throw new FileProblem('it needs a password; save a copy without one')
    if (error instanceof InvalidPDFException) throw new FileProblem('it is damaged')
    throw error
  }
}

const pagesOf = async (pdf: PDFDocumentProxy): Promise<PageText[]> => {
  const pages: PageText[] = []
  for await (const page of documentPages(pdf)) pages.push(pageTextOf(page))
  return pages
}

const read = async (file: string): Promise<Reading> => {
  const pdf = await openPdf(file)
  try {
    return readPages(await pagesOf(pdf))
  } catch (error) {
    if (error instanceof Error && error.name.endsWith('Exception'))
      throw new FileProblem('one of its pages is damaged')
    throw error
  } finally {
    await pdf.loadingTask.destroy()
  }
}

const argumentsOf = () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.length === 0) throw new TypeError('Name at least one file.')
  if (values.out === '') throw new TypeError('Name a folder after --out.')
  return { ...values, files: positionals }
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const main = async (): Promise<number> => {
  const { json, out, files } = argumentsOf()
  const predictions: object[] = []
  let hasProblem = false
  if (out !== undefined) await mkdir(out, { recursive: true })
  for (const file of files) {
    const name = basename(file).replace(/\.pdf$/i, '')
    try {
      const reading = await read(file)
      const prediction = { name, ...predictionOf(reading) }
      predictions.push(prediction)
      if (out !== undefined)
        await writeFile(join(out, `${name}.pred.json`), `${JSON.stringify(prediction, null, 1)}\n`)
      if (!json) say(`${file}\n${readingText(reading)}\n`)
      if (reading.kind === 'SCAN') throw new FileProblem('it is a scan without text')
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      hasProblem = true
      complain(`${file}: ${error.message}.`)
    }
  }
  if (json) say(JSON.stringify(predictions.length === 1 ? predictions[0] : predictions, null, 1))
  return hasProblem ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof TypeError)) throw error
  complain(`${error.message}\n${USAGE}`)
  process.exitCode = 2
}
