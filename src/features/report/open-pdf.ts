import {
  GlobalWorkerOptions,
  getDocument,
  InvalidPDFException,
  PasswordException,
  PasswordResponses,
  type PDFDocumentProxy,
} from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite makes it the address of the file
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** What keeps a file from being shown. */
export class PdfProblem extends Error {}

interface OpenOptions {
  /**
   * Called for a file with a password.
   * @param isWrong whether one was given that does not fit
   * @param give takes the password
   */
  onPassword: (isWrong: boolean, give: (password: string) => void) => void
  signal: AbortSignal
}

const DATA = import.meta.env.PDF_DATA

const DAMAGED = 'This file is damaged or no PDF. Ask the vendor for it again, or open another one.'
const UNREADABLE = 'This file could not be opened. It may be damaged: try it in another PDF reader.'

const sentenceOf = (error: unknown): string => {
  if (error instanceof InvalidPDFException) return DAMAGED
  if (error instanceof PasswordException) return 'This file needs its password.'
  return UNREADABLE
}

/**
 * Opens a PDF file in pdf.js' worker. No script of the file is run, and no form of it is filled.
 * @param bytes the file; they are moved to the worker and are gone afterwards
 * @throws PdfProblem with a sentence that says what to do
 * @throws the signal's reason when it is aborted
 */
export const openPdf = async (
  bytes: Uint8Array<ArrayBuffer>,
  { onPassword, signal }: OpenOptions,
): Promise<PDFDocumentProxy> => {
  GlobalWorkerOptions.workerSrc = workerAddress
  const task = getDocument({
    data: bytes,
    enableXfa: false,
    verbosity: 0,
    // The page's policy allows no WebAssembly. pdf.js has scripts for the same pictures.
    useWasm: false,
    cMapUrl: `${DATA}cmaps/`,
    standardFontDataUrl: `${DATA}standard_fonts/`,
    wasmUrl: `${DATA}wasm/`,
    iccUrl: `${DATA}iccs/`,
  })
  task.onPassword = (give: (password: string) => void, reason: number) =>
    onPassword(reason === PasswordResponses.INCORRECT_PASSWORD, give)
  const stop = (): void => void task.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await task.promise
  } catch (error) {
    signal.throwIfAborted()
    throw new PdfProblem(sentenceOf(error), { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
