import { compoundEntries } from './compound-file.ts'
import type { Content } from './content.ts'
import { bytesAt, viewOf } from './file-bytes.ts'

/** The extension by the stream or storage that only files of this type have below their root. */
const BY_ENTRY: Readonly<Record<string, string>> = {
  WordDocument: '.doc',
  Workbook: '.xls',
  Book: '.xls',
  'PowerPoint Document': '.ppt',
  VisioDocument: '.vsd',
  '__properties_version1.0': '.msg',
}

/** The only extension of an accepted file that is a compound file. */
const UNKNOWN: Content = { is: null, fits: ['.doc'], protection: null }

/** The flag fEncrypted in the header of a document of Word (MS-DOC, 2.5.2, FibBase). */
const isWordLocked = async (file: Blob, offset: number | null): Promise<boolean> => {
  if (offset === null) return false
  const header = await bytesAt(file, offset, 12)
  return header.length === 12 && (viewOf(header).getUint16(10, true) & 0x01_00) !== 0
}

/**
 * Says what a compound file holds.
 * @throws DOMException if the file can no longer be read
 */
export const compoundContent = async (file: Blob): Promise<Content> => {
  const entries = await compoundEntries(file)
  const names = new Set(entries.map(({ name }) => name))
  // Office encrypts a newer file as a whole, with a password or for certain people
  // (MS-OFFCRYPTO, 2.3 and 2.2).
  if (names.has('EncryptionInfo')) return { ...UNKNOWN, protection: 'password' }
  if (names.has('EncryptedPackage') || names.has('\tDRMContent'))
    return { ...UNKNOWN, protection: 'rights' }
  const main = entries.find(({ name }) => Object.hasOwn(BY_ENTRY, name))
  const extension = main && BY_ENTRY[main.name]
  if (!main || extension === undefined) return UNKNOWN
  const isLocked = extension === '.doc' && (await isWordLocked(file, main.offset))
  return { is: extension, fits: [extension], protection: isLocked ? 'password' : null }
}
