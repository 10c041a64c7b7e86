import { crc32, deflateRawSync } from 'node:zlib'

/** Makes small files for tests, in the containers that Office programs use. */

const bytesOf = (length: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length)
  write(new DataView(bytes.buffer))
  return bytes
}
const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts))

/** Bit 0 of the flags of an entry that is encrypted with a password. */
const ENCRYPTED = 1

interface ZipOptions {
  isDeflated?: boolean
  isEncrypted?: boolean
}

/** A zip archive with these texts. */
export const zipOf = (
  texts: Readonly<Record<string, string>>,
  { isDeflated = true, isEncrypted = false }: ZipOptions = {},
): Uint8Array<ArrayBuffer> => {
  const locals: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const [name, text] of Object.entries(texts)) {
    const nameBytes = Buffer.from(name)
    const raw = Buffer.from(text)
    const data = isDeflated ? deflateRawSync(raw) : raw
    const facts = (view: DataView, at: number): void => {
      view.setUint16(at, isEncrypted ? ENCRYPTED : 0, true)
      view.setUint16(at + 2, isDeflated ? 8 : 0, true)
      view.setUint32(at + 8, crc32(raw), true)
      view.setUint32(at + 12, data.length, true)
      view.setUint32(at + 16, raw.length, true)
      view.setUint16(at + 20, nameBytes.length, true)
    }
    const local = bytesOf(30, (view) => {
      view.setUint32(0, 0x04_03_4b_50, true)
      facts(view, 6)
    })
    const listed = bytesOf(46, (view) => {
      view.setUint32(0, 0x02_01_4b_50, true)
      facts(view, 8)
      view.setUint32(42, offset, true)
    })
    locals.push(local, nameBytes, data)
    central.push(listed, nameBytes)
    offset += local.length + nameBytes.length + data.length
  }
  const directory = joined(...central)
  const end = bytesOf(22, (view) => {
    view.setUint32(0, 0x06_05_4b_50, true)
    view.setUint16(8, Object.keys(texts).length, true)
    view.setUint16(10, Object.keys(texts).length, true)
    view.setUint32(12, directory.length, true)
    view.setUint32(16, offset, true)
  })
  return joined(...locals, directory, end)
}

/**
 * An Office file as Word, Excel and PowerPoint write it since 2007.
 * @param main the content type of its main part, without "application/" and "+xml"
 */
export const openXmlOf = (main: string, options?: ZipOptions): Uint8Array<ArrayBuffer> =>
  zipOf(
    {
      '[Content_Types].xml': `<Types><Override PartName="/main.xml" ContentType="application/${main}+xml"/></Types>`,
      'main.xml': '<main/>',
    },
    options,
  )

/** A workbook of Excel. */
export const workbookOf = (): Uint8Array<ArrayBuffer> =>
  openXmlOf('vnd.openxmlformats-officedocument.spreadsheetml.sheet.main')

const SECTOR = 512
const PER_FAT_SECTOR = SECTOR / 4
const IN_HEADER = 109
const NO_SECTOR = 0xff_ff_ff_ff
const END = 0xff_ff_ff_fe

/** An entry of a compound file: a stream with bytes, or a storage with entries. */
export interface CompoundEntry {
  name: string
  bytes?: Uint8Array
  children?: readonly CompoundEntry[]
}

interface DirectoryRow {
  name: string
  type: 1 | 2 | 5
  next: number
  child: number
  bytes: Uint8Array
}

const directoryRows = (entries: readonly CompoundEntry[]): DirectoryRow[] => {
  const rows: DirectoryRow[] = [
    { name: 'Root Entry', type: 5, next: NO_SECTOR, child: NO_SECTOR, bytes: new Uint8Array() },
  ]
  const add = (siblings: readonly CompoundEntry[], parent: DirectoryRow): void => {
    let before: DirectoryRow | undefined
    for (const { name, bytes = new Uint8Array(), children } of siblings) {
      const row: DirectoryRow = {
        name,
        type: children ? 1 : 2,
        next: NO_SECTOR,
        child: NO_SECTOR,
        bytes,
      }
      const index = rows.push(row) - 1
      if (before) before.next = index
      else parent.child = index
      before = row
      if (children) add(children, row)
    }
  }
  add(entries, rows[0] as DirectoryRow)
  return rows
}

/**
 * A compound file, the container of Office 97 and of Office files with a password.
 * @param spare sectors that stand unused before the directory, which large files have at their end
 */
export const compoundOf = (
  entries: readonly CompoundEntry[],
  { spare = 0 }: { spare?: number } = {},
): Uint8Array<ArrayBuffer> => {
  const rows = directoryRows(entries)
  const sectorsOf = (length: number): number => Math.ceil(length / SECTOR)
  const directoryLength = sectorsOf(rows.length * 128)
  const streams = rows.reduce((sum, { bytes }) => sum + sectorsOf(bytes.length), 0)
  let fatLength = 1
  let difatLength = 0
  let total = 0
  for (let last = -1; last !== total; ) {
    last = total
    total = fatLength + difatLength + spare + directoryLength + streams
    fatLength = Math.ceil(total / PER_FAT_SECTOR)
    difatLength = Math.ceil(Math.max(0, fatLength - IN_HEADER) / (PER_FAT_SECTOR - 1))
  }
  const file = new Uint8Array((total + 1) * SECTOR)
  const view = new DataView(file.buffer)
  const offsetOf = (sector: number): number => (sector + 1) * SECTOR
  const setFat = (sector: number, next: number): void =>
    view.setUint32(SECTOR + 4 * sector, next, true)
  const chain = (first: number, length: number): void => {
    for (let index = 0; index < length; index++)
      setFat(first + index, index === length - 1 ? END : first + index + 1)
  }

  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xff_fe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, fatLength, true)
  const directory = fatLength + difatLength + spare
  view.setUint32(48, directory, true)
  view.setUint32(68, difatLength > 0 ? fatLength : END, true)
  view.setUint32(72, difatLength, true)
  for (let index = 0; index < IN_HEADER; index++)
    view.setUint32(76 + 4 * index, index < fatLength ? index : NO_SECTOR, true)
  for (let index = IN_HEADER; index < fatLength; index++) {
    const [at, place] = [index - IN_HEADER, PER_FAT_SECTOR - 1]
    const sector = fatLength + Math.floor(at / place)
    view.setUint32(offsetOf(sector) + 4 * (at % place), index, true)
    view.setUint32(offsetOf(sector) + 4 * place, sector + 1, true)
  }
  chain(directory, directoryLength)
  let next = directory + directoryLength
  rows.forEach(({ name, type, next: right, child, bytes }, index) => {
    const at = offsetOf(directory) + index * 128
    for (let place = 0; place < name.length; place++)
      view.setUint16(at + 2 * place, name.charCodeAt(place), true)
    view.setUint16(at + 64, 2 * (name.length + 1), true)
    view.setUint8(at + 66, type)
    view.setUint32(at + 68, NO_SECTOR, true)
    view.setUint32(at + 72, right, true)
    view.setUint32(at + 76, child, true)
    view.setUint32(at + 116, bytes.length > 0 ? next : END, true)
    view.setUint32(at + 120, bytes.length, true)
    file.set(bytes, offsetOf(next))
    chain(next, sectorsOf(bytes.length))
    next += sectorsOf(bytes.length)
  })
  return file
}

/** An Office file that is protected by a password. */
export const lockedOfficeOf = (): Uint8Array<ArrayBuffer> =>
  compoundOf([
    { name: '\u0006DataSpaces', children: [{ name: 'Version', bytes: new Uint8Array(76) }] },
    { name: 'EncryptionInfo', bytes: new Uint8Array(224) },
    { name: 'EncryptedPackage', bytes: new Uint8Array(4_096) },
  ])

/** A document of Word 97. */
export const wordOf = ({ isLocked = false } = {}): Uint8Array<ArrayBuffer> =>
  compoundOf([
    { name: '1Table', bytes: new Uint8Array(4_096) },
    {
      name: 'WordDocument',
      bytes: bytesOf(4_096, (view) => {
        view.setUint16(0, 0xa5_ec, true)
        view.setUint16(10, isLocked ? 0x01_00 : 0, true)
      }),
    },
  ])

/** A text in UTF-16, as Excel saves "Unicode text". */
export const utf16Of = (
  text: string,
  { isBigEndian = false, hasMark = true } = {},
): Uint8Array<ArrayBuffer> => {
  const bytes = Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes)
}
