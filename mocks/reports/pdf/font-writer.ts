import { baseWidthOf, codeOf, DIFFERENCES } from './base-fonts.ts'
import { baseNameOf, type Face, liberation, liberationGlyph } from './faces.ts'
import type { PdfFile } from './pdf-file.ts'

/** A font of one file. It remembers what was written in it. */
export interface FontWriter {
  /** The name in the page descriptions. */
  name: string
  /** The bytes of a text, as hexadecimal digits. */
  encode(text: string): string
  /** Writes the font. @returns the number of its object */
  write(file: PdfFile): number
}

const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0')

/** The characters of codes, for those who read or copy the text (ISO 32000, 9.10.3). */
const toUnicode = (used: ReadonlyMap<number, string>, digits: 2 | 4): string => {
  const lines = [...used]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([code, character]) =>
        `<${hex(code, digits)}> <${Array.from(character, (one) => hex(one.charCodeAt(0), 4)).join('')}>`,
    )
  // A block holds at most 100 lines.
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const block = lines.slice(100 * index, 100 * (index + 1))
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`
  })
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${hex(0, digits)}> <${hex(16 ** digits - 1, digits)}>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Flags of a font descriptor: serifs, letters of the Latin alphabet, italic. */
const SERIF = 2
const LATIN = 32
const ITALIC = 64

const descriptorOf = (name: string, face: Face, more: string): string => {
  const flags =
    LATIN + (face.family === 'times' ? SERIF : 0) + (face.style === 'italic' ? ITALIC : 0)
  return `<< /Type /FontDescriptor /FontName /${name} /Flags ${flags} /FontBBox [-210 -300 1200 980] /ItalicAngle ${face.style === 'italic' ? -12 : 0} /Ascent 905 /Descent -212 /CapHeight 700 /StemV ${face.style === 'bold' ? 140 : 85} ${more}>>`
}

/** A font that the file names and does not hold. */
const baseWriter = (name: string, face: Face, base: NonNullable<ReturnType<typeof baseNameOf>>) => {
  const used = new Map<number, string>()
  return {
    name,
    encode: (text: string) =>
      Array.from(text)
        .map((character) => {
          const code = codeOf(character)
          used.set(code, character)
          return hex(code, 2)
        })
        .join(''),
    write: (file: PdfFile) => {
      const widths = Array.from({ length: 256 }, (_, code) => {
        const character = used.get(code)
        return character === undefined ? 0 : baseWidthOf(base, character)
      })
      const characters = file.addStream('', toUnicode(used, 2))
      const descriptor = file.add(descriptorOf(base, face, ''))
      return file.add(
        `<< /Type /Font /Subtype /Type1 /BaseFont /${base} /FirstChar 0 /LastChar 255 /Widths [${widths.join(' ')}] /FontDescriptor ${descriptor} 0 R /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences ${DIFFERENCES} >> /ToUnicode ${characters} 0 R >>`,
      )
    },
  }
}

/** A font whose used glyphs the file holds. */
const embeddedWriter = (name: string, face: Face) => {
  const used = new Map<number, string>()
  return {
    name,
    encode: (text: string) =>
      Array.from(text)
        .map((character) => {
          const glyph = liberationGlyph(face.style, character)
          used.set(glyph, character)
          return hex(glyph, 4)
        })
        .join(''),
    write: (file: PdfFile) => {
      const font = liberation(face.style)
      const glyphs = [...used.keys()].toSorted((a, b) => a - b)
      const full = `CNTRSG+LiberationSans-${face.style[0]?.toUpperCase()}${face.style.slice(1)}`
      const content = font.subset(glyphs)
      const program = file.addStream(`/Length1 ${content.length}`, content)
      const descriptor = file.add(descriptorOf(full, face, `/FontFile2 ${program} 0 R `))
      const widths = glyphs.map((glyph) => `${glyph} [${font.widthOf(glyph)}]`).join(' ')
      const descendant = file.add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${full} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 0 /W [${widths}] /CIDToGIDMap /Identity >>`,
      )
      const characters = file.addStream('', toUnicode(used, 4))
      return file.add(
        `<< /Type /Font /Subtype /Type0 /BaseFont /${full} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${characters} 0 R >>`,
      )
    },
  }
}

/** A font for one file. */
export const fontWriter = (name: string, face: Face): FontWriter => {
  const base = baseNameOf(face)
  return base === undefined ? embeddedWriter(name, face) : baseWriter(name, face, base)
}
