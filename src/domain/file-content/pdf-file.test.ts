import { describe, expect, it } from 'vitest'
import { isPdfEncrypted } from './pdf-file.ts'

const isEncrypted = (text: string) =>
  isPdfEncrypted(new Blob([new Uint8Array(Buffer.from(text, 'latin1'))]))

const TABLE = 'xref\n0 1\n0000000000 65535 f \n'
const withTrailer = (trailer: string): string => {
  const body = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'
  return `${body}${TABLE}trailer\n<< /Size 1 ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`
}
const withStream = (dictionary: string, before = ''): string => {
  const body = '%PDF-1.5\n1 0 obj\n<</Note (/Encrypt 9 0 R)>>\nendobj\n'
  return `${before}${body}7 0 obj\n<< /Type /XRef ${dictionary} >>\nstream\n\xff/Encrypt 1 0 R\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF`
}
/** A file for the web: its first table names the encryption, its last one does not. */
const forTheWeb = (trailer: string): string => {
  const head = '%PDF-1.4\n'
  return `${head}${TABLE}trailer\n<< /Size 9 ${trailer} >>\nstartxref\n0\n%%EOF\n${'x'.repeat(9_000)}${TABLE}trailer\n<< /Size 1 >>\nstartxref\n${head.length}\n%%EOF\n`
}

describe('a PDF', () => {
  it.each([
    ['its trailer', withTrailer('/Encrypt 5 0 R')],
    ['its trailer, in place', withTrailer('/Encrypt<</Filter/Standard>>')],
    ['its cross-reference stream', withStream('/Encrypt 5 0 R')],
    [
      'that of a file with something before its header',
      withStream('/Encrypt 5 0 R', 'junk '.repeat(50)),
    ],
    ['the first trailer of a file for the web', forTheWeb('/Encrypt 5 0 R')],
  ])('is encrypted where %s says so', async (_, text) => {
    expect(await isEncrypted(text)).toBe(true)
  })

  it.each([
    ['its trailer names none', withTrailer('/EncryptMetadata false')],
    ['its cross-reference stream names none', withStream('')],
    ['a file for the web names none', forTheWeb('')],
    ['words in it speak of encryption', withTrailer('').replace('<<>>', '(/Encrypt 1 0 R)')],
    ['it has neither', '%PDF-1.4\n/Encrypt 1 0 R'],
    ['its table lies beyond its end', '%PDF-1.4\nstartxref\n999999999999\n%%EOF'],
  ])('is not encrypted where %s', async (_, text) => {
    expect(await isEncrypted(text)).toBe(false)
  })
})
