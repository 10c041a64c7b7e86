import { bytesAt, viewOf } from './file-bytes.ts'

/**
 * Reads the directory of a compound file (MS-CFB), the container of Office 97, of mails of Outlook,
 * and of newer Office files that are encrypted.
 */

/** An entry that stands directly below the root. Those of embedded files stand deeper. */
export interface CompoundEntry {
  name: string
  /** Where its bytes begin in the file; null if it is small, and so stands in the mini stream. */
  offset: number | null
}

const HEADER_LENGTH = 512
/** The numbers of sectors beyond these mean "end" or "none". */
const LAST_SECTOR = 0xff_ff_ff_fa
const NO_ENTRY = 0xff_ff_ff_ff
const ENTRY_LENGTH = 128
/** The header holds the places of so many sectors of the allocation table. */
const IN_HEADER = 109
/** Smaller streams stand in the mini stream. */
const SMALLEST_STREAM = 4_096
/** A damaged chain must not run in a circle. */
const MOST_STEPS = 512

interface Row extends CompoundEntry {
  left: number
  right: number
  child: number
}

/** Reads one sector after the other. */
const createReader = (file: Blob, header: DataView) => {
  const size = 2 ** header.getUint16(30, true)
  const offsetOf = (sector: number): number => (sector + 1) * size
  const sectorAt = async (sector: number): Promise<DataView | null> => {
    const bytes = await bytesAt(file, offsetOf(sector), size)
    return bytes.length === size ? viewOf(bytes) : null
  }

  /** The sector that holds this part of the allocation table. */
  const tableSector = async (index: number): Promise<number | null> => {
    if (index < IN_HEADER) return header.getUint32(76 + 4 * index, true)
    const places = size / 4 - 1
    let sector = header.getUint32(68, true)
    for (let steps = Math.floor((index - IN_HEADER) / places); steps >= 0; steps--) {
      const list = sector < LAST_SECTOR ? await sectorAt(sector) : null
      if (!list) return null
      if (steps === 0) return list.getUint32(4 * ((index - IN_HEADER) % places), true)
      sector = list.getUint32(4 * places, true)
    }
    return null
  }

  const sectorAfter = async (sector: number): Promise<number> => {
    const perTable = size / 4
    const place = await tableSector(Math.floor(sector / perTable))
    const table = place !== null && place < LAST_SECTOR ? await sectorAt(place) : null
    return table?.getUint32(4 * (sector % perTable), true) ?? NO_ENTRY
  }
  return { size, offsetOf, sectorAt, sectorAfter }
}

const readRows = async (file: Blob, header: DataView): Promise<Row[]> => {
  const { size, offsetOf, sectorAt, sectorAfter } = createReader(file, header)
  const rows: Row[] = []
  let sector = header.getUint32(48, true)
  for (let steps = 0; sector < LAST_SECTOR && steps < MOST_STEPS; steps++) {
    const view = await sectorAt(sector)
    if (!view) return rows
    for (let at = 0; at + ENTRY_LENGTH <= size; at += ENTRY_LENGTH) {
      const letters = Math.max(0, Math.min(32, view.getUint16(at + 64, true) / 2) - 1)
      const start = view.getUint32(at + 116, true)
      rows.push({
        name: Array.from({ length: letters }, (_, index) =>
          String.fromCharCode(view.getUint16(at + 2 * index, true)),
        ).join(''),
        offset: view.getUint32(at + 120, true) < SMALLEST_STREAM ? null : offsetOf(start),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
      })
    }
    sector = await sectorAfter(sector)
  }
  return rows
}

/**
 * Lists what stands directly below the root of a compound file.
 * @returns no entries if its directory cannot be read
 * @throws DOMException if the file can no longer be read
 */
export const compoundEntries = async (file: Blob): Promise<CompoundEntry[]> => {
  const bytes = await bytesAt(file, 0, HEADER_LENGTH)
  if (bytes.length < HEADER_LENGTH) return []
  const header = viewOf(bytes)
  const shift = header.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return []
  const rows = await readRows(file, header)
  const entries: CompoundEntry[] = []
  const seen = new Set<number>()
  const open = [rows[0]?.child ?? NO_ENTRY]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const row = rows[index]
    if (!row || seen.has(index)) continue
    seen.add(index)
    entries.push({ name: row.name, offset: row.offset })
    open.push(row.left, row.right)
  }
  return entries
}
