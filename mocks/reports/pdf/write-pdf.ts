import { type Face, widthOf } from './faces.ts'
import { type FontWriter, fontWriter } from './font-writer.ts'
import { labelsOf } from './page-labels.ts'
import { createPdfFile, type PdfFile, pdfNumber, pdfText } from './pdf-file.ts'
import type { Bitmap, Mark, OutlineEntry, Paper } from './sheet.ts'

const number = pdfNumber
const greyOf = (grey: number): string => number(grey)

type TextMark = Extract<Mark, { kind: 'text' }>

/**
 * A text as the operator TJ takes it: words, and what moves the place between them, in thousandths of
 * the size, to the left.
 */
const shownText = (mark: TextMark, font: FontWriter): string => {
  const { text, size, stretch, isSpaceless, face } = mark
  const thousandths = (points: number): string => number((-1000 * points) / size)
  if (isSpaceless) {
    const move = thousandths(widthOf(face, ' ', size) + stretch)
    return `[${text
      .split(' ')
      .map((word) => `<${font.encode(word)}>`)
      .join(move)}] TJ`
  }
  if (stretch === 0) return `<${font.encode(text)}> Tj`
  const parts = text.split(/(?<= )/)
  return `[${parts.map((part) => `<${font.encode(part)}>`).join(thousandths(stretch))}] TJ`
}

const textOf = (mark: TextMark, font: FontWriter): string => {
  const angle = (mark.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(4))
  const place =
    mark.turn === 0
      ? `${number(mark.x)} ${number(mark.y)} Td`
      : `${cos} ${sin} ${-Number(sin)} ${cos} ${number(mark.x)} ${number(mark.y)} Tm`
  return `BT ${greyOf(mark.grey)} g /${font.name} ${number(mark.size)} Tf ${place} ${shownText(mark, font)} ET`
}

/** The fonts and pictures of one file, by what they show. */
const createResources = (file: PdfFile) => {
  const fonts = new Map<string, FontWriter>()
  const pictures = new Map<Bitmap, { name: string; object: number }>()
  return {
    font: ({ family, style }: Face): FontWriter => {
      const key = `${family} ${style}`
      const known = fonts.get(key) ?? fontWriter(`F${fonts.size + 1}`, { family, style })
      fonts.set(key, known)
      return known
    },
    picture: (picture: Bitmap): string => {
      const { width, height, rows } = picture
      const known = pictures.get(picture) ?? {
        name: `P${pictures.size + 1}`,
        object: file.addStream(
          `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]`,
          rows,
        ),
      }
      pictures.set(picture, known)
      return known.name
    },
    write: (): string => {
      const ofFonts = [...fonts.values()].map((font) => `/${font.name} ${font.write(file)} 0 R`)
      const ofPictures = [...pictures.values()].map(({ name, object }) => `/${name} ${object} 0 R`)
      return `<< /Font << ${ofFonts.join(' ')} >> /XObject << ${ofPictures.join(' ')} >> >>`
    },
  }
}

const drawn = (mark: Mark, resources: ReturnType<typeof createResources>): string => {
  switch (mark.kind) {
    case 'text':
      return textOf(mark, resources.font(mark.face))
    case 'line':
      return `${greyOf(mark.grey)} G ${number(mark.width)} w ${number(mark.x)} ${number(mark.y)} m ${number(mark.toX)} ${number(mark.toY)} l S`
    case 'box':
      return `${greyOf(mark.grey)} g ${number(mark.x)} ${number(mark.y)} ${number(mark.width)} ${number(mark.height)} re f`
    case 'picture':
      return `q ${number(mark.width)} 0 0 ${number(mark.height)} ${number(mark.x)} ${number(mark.y)} cm /${resources.picture(mark.picture)} Do Q`
  }
}

/** An entry of the outline with those below it. */
interface Branch extends OutlineEntry {
  children: Branch[]
}

const treeOf = (entries: readonly OutlineEntry[]): Branch[] => {
  const roots: Branch[] = []
  const open: Branch[] = []
  for (const entry of entries) {
    const branch: Branch = { ...entry, children: [] }
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= entry.level) open.pop()
    ;(open.at(-1)?.children ?? roots).push(branch)
    open.push(branch)
  }
  return roots
}

/** Writes entries of one level and all below. @returns the entries that name the first and the last */
const writeBranches = (
  file: PdfFile,
  branches: readonly Branch[],
  parent: number,
  pages: readonly number[],
): string => {
  const numbers = branches.map(() => file.reserve())
  branches.forEach(({ title, sheet, y, children }, index) => {
    const self = numbers[index]
    const [previous, next] = [numbers[index - 1], numbers[index + 1]]
    const entries = [
      `/Title ${pdfText(title)} /Parent ${parent} 0 R /Dest [${pages[sheet]} 0 R /XYZ 0 ${number(y)} null]`,
      previous === undefined ? '' : `/Prev ${previous} 0 R`,
      next === undefined ? '' : `/Next ${next} 0 R`,
      self !== undefined && children.length > 0 ? writeBranches(file, children, self, pages) : '',
    ]
    file.add(`<< ${entries.filter(Boolean).join(' ')} >>`, self)
  })
  return `/First ${numbers[0]} 0 R /Last ${numbers.at(-1)} 0 R /Count ${-branches.length}`
}

/** Writes a paper as a PDF file. The same paper gives the same bytes. */
export const writePdf = (paper: Paper): Uint8Array => {
  const file = createPdfFile()
  const catalog = file.reserve()
  const tree = file.reserve()
  const resourcesAt = file.reserve()
  const resources = createResources(file)
  const pages = paper.sheets.map(({ width, height, marks }) => {
    const content = file.addStream('', marks.map((mark) => drawn(mark, resources)).join('\n'))
    return file.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${number(width)} ${number(height)}] /Resources ${resourcesAt} 0 R /Contents ${content} 0 R >>`,
    )
  })
  file.add(resources.write(), resourcesAt)
  const kids = pages.map((page) => `${page} 0 R`).join(' ')
  file.add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`, tree)
  const entries = [`/Type /Catalog /Pages ${tree} 0 R /Lang (en)`]
  if (paper.sheets.some(({ label }) => label !== ''))
    entries.push(`/PageLabels ${labelsOf(paper.sheets.map(({ label }) => label))}`)
  if (paper.outline.length > 0) {
    const outline = file.reserve()
    const branches = writeBranches(file, treeOf(paper.outline), outline, pages)
    file.add(`<< /Type /Outlines ${branches} >>`, outline)
    entries.push(`/Outlines ${outline} 0 R /PageMode /UseOutlines`)
  }
  file.add(`<< ${entries.join(' ')} >>`, catalog)
  const created = `(D:${paper.created.replaceAll('-', '')}090000Z)`
  const info = file.add(
    `<< /Title ${pdfText(paper.title)} /Author ${pdfText(paper.author)} /Producer ${pdfText(paper.producer)} /CreationDate ${created} /ModDate ${created} >>`,
  )
  return file.finish(catalog, info)
}
