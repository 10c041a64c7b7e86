import { bytesAt, viewOf } from './file-bytes.ts'

/**
 * Reads the directory of a zip archive (APPNOTE of PKWARE, sections 4.3 and 4.4). It stands at the
 * end: the names at the beginning tell nothing about what follows.
 */

interface ZipEntry {
  name: string
  isEncrypted: boolean
  method: number
  /** The length of its bytes in the archive. */
  length: number
  /** Where its local header stands. */
  offset: number
}

/** What an archive holds. */
export interface ZipArchive {
  names: readonly string[]
  /** Whether an entry is encrypted with a password. */
  isEncrypted: boolean
  /** @returns an entry's text in UTF-8, by its name in any case; null if it cannot be read */
  read: (name: string) => Promise<string | null>
}

const LOCAL = 0x04_03_4b_50
const CENTRAL = 0x02_01_4b_50
const END = 0x06_05_4b_50
const END_LENGTH = 22
/** The end may be followed by a comment. */
const LONGEST_COMMENT = 65_535
/** Longer directories and texts are not read: Office files are far from these limits. */
const LONGEST_DIRECTORY = 4_000_000
const LONGEST_TEXT = 1_000_000

const STORED = 0
const DEFLATED = 8

const readEntries = (bytes: Uint8Array, shift: number): ZipEntry[] => {
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL; ) {
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      length: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true) + shift,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Inflates up to a limit: a small archive can hold endless text. */
const inflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const written = writer.write(bytes).then(() => writer.close())
  // A broken stream fails the reading below, too.
  written.catch(() => undefined)
  const reader = readable.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (text.length < LONGEST_TEXT) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}

const readText = async (file: Blob, entry: ZipEntry): Promise<string | null> => {
  const header = await bytesAt(file, entry.offset, 30)
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== LOCAL) return null
  const view = viewOf(header)
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  const bytes = await bytesAt(file, start, Math.min(entry.length, LONGEST_TEXT))
  if (entry.isEncrypted) return null
  if (entry.method === STORED) return new TextDecoder().decode(bytes)
  return entry.method === DEFLATED ? inflate(bytes).catch(() => null) : null
}

/**
 * Opens a zip archive.
 * @returns null if its directory cannot be read
 * @throws DOMException if the file can no longer be read
 */
export const openZip = async (file: Blob): Promise<ZipArchive | null> => {
  const tailLength = Math.min(file.size, END_LENGTH + LONGEST_COMMENT)
  const tail = await bytesAt(file, file.size - tailLength, tailLength)
  const view = viewOf(tail)
  let end = tail.length - END_LENGTH
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) return null
  const length = view.getUint32(end + 12, true)
  // Where something stands before the archive, all its offsets are too small by as much.
  const start = file.size - tailLength + end - length
  const shift = start - view.getUint32(end + 16, true)
  if (start < 0 || length > LONGEST_DIRECTORY) return null
  const entries = readEntries(await bytesAt(file, start, length), shift)
  if (length > 0 && entries.length === 0) return null
  return {
    names: entries.map(({ name }) => name),
    isEncrypted: entries.some(({ isEncrypted }) => isEncrypted),
    read: async (name) => {
      const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase())
      return entry ? readText(file, entry) : null
    },
  }
}
