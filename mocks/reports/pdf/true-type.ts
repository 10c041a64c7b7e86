/** A point of an outline, in units of the font's em. Between two points off the curve lies one on it. */
export interface OutlinePoint {
  x: number
  y: number
  isOnCurve: boolean
}

/** A TrueType font: its measures, its outlines, and a smaller copy of it for a file. */
export interface TrueType {
  unitsPerEm: number
  /** Heights of a line in thousandths of the em. */
  ascent: number
  descent: number
  /** The number of a character's glyph; 0 where the font has none. */
  glyphOf(character: string): number
  /** The width of a glyph in thousandths of the em. */
  widthOf(glyph: number): number
  /** The closed contours of a glyph; none for a blank. */
  outlineOf(glyph: number): OutlinePoint[][]
  /** The font with these glyphs alone. Their numbers stay the same. */
  subset(glyphs: Iterable<number>): Uint8Array
}

/** A part of a composite glyph: another glyph, moved. */
interface Component {
  glyph: number
  dx: number
  dy: number
}

const ON_CURVE = 1
const REPEAT = 8
/** Flags of the components of a composite glyph (OpenType specification, table "glyf"). */
const WORDS = 1
const SCALED = 8
const MORE = 32
const SCALED_BOTH = 64
const MATRIX = 128
/** What a font in a PDF file has to hold (ISO 32000, 9.9). */
const KEPT = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']

const tablesOf = (bytes: Uint8Array): Map<string, DataView> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
      const start = bytes.byteOffset + view.getUint32(at + 8)
      return [tag, new DataView(bytes.buffer, start, view.getUint32(at + 12))]
    }),
  )
}

/** The glyphs of the characters of the Basic Multilingual Plane (table "cmap", format 4). */
const readCharacters = (cmap: DataView): Map<number, number> => {
  const found = new Map<number, number>()
  const start = Array.from({ length: cmap.getUint16(2) }, (_, index) =>
    cmap.getUint32(8 + 8 * index),
  ).find((offset) => cmap.getUint16(offset) === 4)
  if (start === undefined) throw new Error('The font has no table of characters in format 4.')
  const doubled = cmap.getUint16(start + 6)
  for (let at = start + 14; at < start + 14 + doubled; at += 2) {
    const last = cmap.getUint16(at)
    const first = cmap.getUint16(at + doubled + 2)
    const delta = cmap.getUint16(at + 2 * doubled + 2)
    const rangeAt = at + 3 * doubled + 2
    const range = cmap.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xff_ff; code += 1) {
      const glyph = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - first))
      if (glyph !== 0) found.set(code, (glyph + delta) & 0xff_ff)
    }
  }
  return found
}

const readComponents = (glyph: DataView): Component[] => {
  const components: Component[] = []
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = glyph.getUint16(at)
    const isWide = (flags & WORDS) !== 0
    components.push({
      glyph: glyph.getUint16(at + 2),
      dx: isWide ? glyph.getInt16(at + 4) : glyph.getInt8(at + 4),
      dy: isWide ? glyph.getInt16(at + 6) : glyph.getInt8(at + 5),
    })
    at += isWide ? 8 : 6
    if (flags & SCALED) at += 2
    if (flags & SCALED_BOTH) at += 4
    if (flags & MATRIX) at += 8
  }
  return components
}

const readFlags = (
  glyph: DataView,
  start: number,
  count: number,
): [flags: number[], at: number] => {
  const flags: number[] = []
  let at = start
  while (flags.length < count) {
    const flag = glyph.getUint8(at)
    at += 1
    flags.push(flag)
    if (flag & REPEAT) {
      for (let times = glyph.getUint8(at); times > 0; times -= 1) flags.push(flag)
      at += 1
    }
  }
  return [flags, at]
}

/** The coordinates of one axis. The bit `short` says that one is a byte, `same` its sign or that it is zero. */
const readAxis = (
  glyph: DataView,
  flags: readonly number[],
  start: number,
  short: number,
  same: number,
): [values: number[], at: number] => {
  let at = start
  let value = 0
  const values = flags.map((flag) => {
    if (flag & short) {
      value += flag & same ? glyph.getUint8(at) : -glyph.getUint8(at)
      at += 1
    } else if (!(flag & same)) {
      value += glyph.getInt16(at)
      at += 2
    }
    return value
  })
  return [values, at]
}

const readContours = (glyph: DataView, contourCount: number): OutlinePoint[][] => {
  const ends = Array.from({ length: contourCount }, (_, index) => glyph.getUint16(10 + 2 * index))
  const instructionsAt = 10 + 2 * contourCount
  const flagsAt = instructionsAt + 2 + glyph.getUint16(instructionsAt)
  const [flags, xAt] = readFlags(glyph, flagsAt, (ends.at(-1) ?? -1) + 1)
  const [xs, yAt] = readAxis(glyph, flags, xAt, 2, 16)
  const [ys] = readAxis(glyph, flags, yAt, 4, 32)
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOnCurve: (flag & ON_CURVE) !== 0,
  }))
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

/** A font file of these tables. No reader of PDF files checks the sums of its tables. */
const fileOf = (tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array => {
  const head = 12 + 16 * tables.length
  const size = tables.reduce((sum, [, bytes]) => sum + padded(bytes.length), head)
  const file = new Uint8Array(size)
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00_01_00_00)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * (tables.length - 2 ** power))
  let at = head
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + 16 * index
    for (let place = 0; place < 4; place += 1) file[entry + place] = tag.charCodeAt(place)
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, bytes.length)
    file.set(bytes, at)
    at += padded(bytes.length)
  })
  return file
}

/** Reads a TrueType font. @throws where a table is missing that every such font has */
export const readTrueType = (bytes: Uint8Array): TrueType => {
  const tables = tablesOf(bytes)
  const table = (tag: string): DataView => {
    const found = tables.get(tag)
    if (!found) throw new Error(`The font has no table "${tag}".`)
    return found
  }
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table) as [
    DataView,
    DataView,
    DataView,
    DataView,
    DataView,
  ]
  const characters = readCharacters(table('cmap'))
  const unitsPerEm = head.getUint16(18)
  const isLong = head.getInt16(50) === 1
  const metricCount = hhea.getUint16(34)
  const glyphCount = table('maxp').getUint16(4)
  const offsetOf = (glyph: number): number =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)
  const inEm = (units: number): number => Math.round((units * 1000) / unitsPerEm)
  const dataOf = (glyph: number): DataView | undefined => {
    const [start, end] = [offsetOf(glyph), offsetOf(glyph + 1)]
    return end > start ? new DataView(glyf.buffer, glyf.byteOffset + start, end - start) : undefined
  }
  const componentsOf = (glyph: number): Component[] => {
    const data = dataOf(glyph)
    return data && data.getInt16(0) < 0 ? readComponents(data) : []
  }
  const outlineOf = (glyph: number): OutlinePoint[][] => {
    const data = dataOf(glyph)
    if (!data) return []
    const contourCount = data.getInt16(0)
    if (contourCount >= 0) return readContours(data, contourCount)
    return componentsOf(glyph).flatMap(({ glyph: part, dx, dy }) =>
      outlineOf(part).map((contour) =>
        contour.map(({ x, y, isOnCurve }) => ({ x: x + dx, y: y + dy, isOnCurve })),
      ),
    )
  }
  const withComponents = (glyph: number): number[] => [
    glyph,
    ...componentsOf(glyph).flatMap((component) => withComponents(component.glyph)),
  ]

  return {
    unitsPerEm,
    ascent: inEm(hhea.getInt16(4)),
    descent: inEm(hhea.getInt16(6)),
    glyphOf: (character) => characters.get(character.codePointAt(0) ?? 0) ?? 0,
    widthOf: (glyph) => inEm(hmtx.getUint16(4 * Math.min(glyph, metricCount - 1))),
    outlineOf,
    subset: (glyphs) => {
      const kept = new Set([0, ...[...glyphs].flatMap(withComponents)])
      const offsets = new DataView(new ArrayBuffer(4 * (glyphCount + 1)))
      const parts: Uint8Array[] = []
      let at = 0
      for (let glyph = 0; glyph < glyphCount; glyph += 1) {
        offsets.setUint32(4 * glyph, at)
        const data = kept.has(glyph) ? dataOf(glyph) : undefined
        if (!data) continue
        const part = new Uint8Array(padded(data.byteLength))
        part.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
        parts.push(part)
        at += part.length
      }
      offsets.setUint32(4 * glyphCount, at)
      const changed: Partial<Record<string, Uint8Array>> = {
        glyf: new Uint8Array(Buffer.concat(parts)),
        loca: new Uint8Array(offsets.buffer),
        head: new Uint8Array(head.buffer.slice(head.byteOffset, head.byteOffset + head.byteLength)),
      }
      // The offsets of the copy are long ones.
      if (changed.head) new DataView(changed.head.buffer).setInt16(50, 1)
      return fileOf(
        KEPT.flatMap((tag) => {
          const given = tables.get(tag)
          const copy =
            changed[tag] ??
            (given && new Uint8Array(given.buffer, given.byteOffset, given.byteLength))
          return copy ? [[tag, copy] as const] : []
        }),
      )
    },
  }
}
