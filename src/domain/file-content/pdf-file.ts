import { bytesAt, lettersOf } from './file-bytes.ts'

const HEADER = '%PDF-'
/** Readers look for the header in so many bytes, whatever stands before it. */
const HEADER_WITHIN = 1_024
/** How many bytes show whether a file is a PDF. The header may begin at the last of the limit. */
export const PDF_HEAD = HEADER_WITHIN + HEADER.length - 1

/** @returns where the header of a PDF begins, in the first bytes as letters; -1 if there is none */
export const pdfHeaderIn = (head: string): number => head.slice(0, PDF_HEAD).indexOf(HEADER)

const TAIL = 4_096
/** How far the table of objects may reach before its trailer. */
const TABLE = 100_000

/** The dictionary that a trailer or a cross-reference stream begins with. */
const namesEncryption = (text: string): boolean => /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)

/**
 * Whether a PDF names an encryption in its trailer (ISO 32000-1, 7.5.5 and 7.6). Many such files
 * open without a password, as it only restricts printing or copying.
 * @throws DOMException if the file can no longer be read
 */
export const isPdfEncrypted = async (file: Blob): Promise<boolean> => {
  const start = Math.max(0, file.size - TAIL)
  const tail = lettersOf(await bytesAt(file, start, TAIL))
  const trailer = tail.lastIndexOf('trailer')
  if (trailer >= 0 && namesEncryption(tail.slice(trailer))) return true
  const [, place] = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1) ?? []
  if (place === undefined) return false
  const header = Math.max(0, pdfHeaderIn(lettersOf(await bytesAt(file, 0, PDF_HEAD))))
  // Some writers count from the header, others from the beginning of the file.
  for (const offset of new Set([Number(place) + header, Number(place)])) {
    const text = lettersOf(await bytesAt(file, offset, TABLE))
    // A table is followed by its trailer, a stream begins with its dictionary.
    const dictionary = text.startsWith('xref')
      ? text.slice(Math.max(0, text.indexOf('trailer')))
      : text
    const [before = ''] = dictionary.split(/stream|startxref/, 1)
    if (/^(?:trailer|\d+\s+\d+\s+obj)/.test(before) && namesEncryption(before)) return true
  }
  return false
}
