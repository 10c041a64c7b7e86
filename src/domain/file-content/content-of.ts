import { compoundContent } from './compound-content.ts'
import type { Content } from './content.ts'
import { bytesAt, lettersOf, standsAt } from './file-bytes.ts'
import { PDF_HEAD, pdfHeaderIn } from './pdf-file.ts'
import { COMPOUND, otherTypeIn, pictureIn, ZIP } from './signatures.ts'
import { textIn } from './text-file.ts'
import { zipContent } from './zip-content.ts'

/** How texts begin that are no tables. */
const TEXT_STARTS: readonly (readonly [extension: string, start: RegExp])[] = [
  [
    '.html',
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body|table|meta)\b/i,
  ],
  ['.xml', /^\s*<\?xml\b/i],
  ['.rtf', /^\s*\{\\rtf/],
  ['.mht', /^mime-version: /im],
  ['.ps', /^%!PS/],
  ['.pgp', /^-----BEGIN PGP MESSAGE/],
  ['.p7m', /^-----BEGIN (?:PKCS7|CMS)/],
]

const UNKNOWN: Content = { is: null, fits: [], protection: null }
const known = (extension: string): Content => ({
  ...UNKNOWN,
  is: extension,
  fits: extension === '.jpg' ? ['.jpg', '.jpeg'] : [extension],
})

/** What a text holds. Anything may stand before the header of a PDF, and a table may speak of it. */
const textContent = (text: string, hasPdfHeader: boolean): Content => {
  if (hasPdfHeader)
    return text.trimStart().startsWith('%PDF-')
      ? known('.pdf')
      : { ...UNKNOWN, fits: ['.pdf', '.csv'] }
  const type = TEXT_STARTS.find(([, start]) => start.test(text))?.[0]
  return type === undefined ? { ...UNKNOWN, fits: ['.csv'] } : known(type)
}

/**
 * Says what a file holds by its bytes alone; neither its name nor its type counts. It claims
 * nothing that the bytes do not show.
 * @throws DOMException if the file can no longer be read
 */
export const contentOf = async (file: Blob): Promise<Content> => {
  const head = await bytesAt(file, 0, PDF_HEAD)
  if (standsAt(head, ZIP)) return zipContent(file)
  if (standsAt(head, COMPOUND)) return compoundContent(file)
  const picture = pictureIn(head)
  if (picture !== undefined) return known(picture)
  const hasPdfHeader = pdfHeaderIn(lettersOf(head)) >= 0
  const text = textIn(head, file.size)
  if (text !== null) return textContent(text, hasPdfHeader)
  const type = hasPdfHeader ? '.pdf' : otherTypeIn(head)
  return type === undefined ? UNKNOWN : known(type)
}
