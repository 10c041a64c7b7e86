import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** Collects the objects of a PDF file. */
export interface PdfFile {
  /** A number for an object that is written later. */
  reserve(): number
  /** Writes an object, under a reserved number where one is given. @returns its number */
  add(body: string, reserved?: number): number
  /** Writes a stream, compressed. @param entries of its dictionary, without those of its length */
  addStream(entries: string, content: Uint8Array | string): number
  /** The file. Its identifier is made of its content, so that the same content gives the same bytes. */
  finish(root: number, info: number): Uint8Array
}

/** A text of a dictionary: as it is, or in UTF-16 where it is more than ASCII. */
export const pdfText = (text: string): string => {
  if (/^[ -~]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, '\\$&')})`
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** A number of a page description, with at most two decimals. */
export const pdfNumber = (value: number): string => String(Math.round(value * 100) / 100)

export const createPdfFile = (): PdfFile => {
  const objects: (Buffer | undefined)[] = []
  const reserve = (): number => objects.push(undefined)
  const write = (number: number, ...parts: (Buffer | string)[]): number => {
    objects[number - 1] = Buffer.concat(
      [`${number} 0 obj\n`, ...parts, '\nendobj\n'].map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
      ),
    )
    return number
  }
  return {
    reserve,
    add: (body, reserved = reserve()) => write(reserved, body),
    addStream: (entries, content) => {
      const packed = deflateSync(content, { level: 9 })
      const head = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
      return write(reserve(), head, packed, '\nendstream')
    },
    finish: (root, info) => {
      // The second line tells programs that the file is not a text.
      const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
      let at = parts[0]?.length ?? 0
      const offsets = objects.map((object, index) => {
        if (!object) throw new Error(`Object ${index + 1} was reserved and never written.`)
        const offset = at
        parts.push(object)
        at += object.length
        return `${String(offset).padStart(10, '0')} 00000 n \n`
      })
      const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32)
      parts.push(
        Buffer.from(
          `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${at}\n%%EOF\n`,
        ),
      )
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}
