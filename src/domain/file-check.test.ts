import { describe, expect, it } from 'vitest'
import {
  lockedOfficeOf,
  openXmlOf,
  utf16Of,
  wordOf,
  workbookOf,
  zipOf,
} from '../../mocks/made-files.ts'
import { acceptedExtensions, asSent, type FileKind, refusalOf, remarkOn } from './file-check.ts'
import { type FileExtension, mimeTypeOf, REPORT_FILE_TYPES } from './file-types.ts'

const LIMIT = 100_000_000
const check = (file: File, kind: FileKind = 'report') => refusalOf(file, kind, LIMIT)
const extensions = Object.keys(REPORT_FILE_TYPES) as FileExtension[]
const openDocument = (type: string) =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${type}` })
const openXml = (type: string) => openXmlOf(`vnd.openxmlformats-officedocument.${type}.main`)
const latin1 = (text: string): BlobPart => new Uint8Array(Buffer.from(text, 'latin1'))
const CONTENTS: Readonly<Record<FileExtension, BlobPart>> = {
  '.pdf': '%PDF-1.7',
  '.docx': openXml('wordprocessingml.document'),
  '.odt': openDocument('text'),
  '.doc': wordOf(),
  '.xlsx': workbookOf(),
  '.ods': openDocument('spreadsheet'),
  '.pptx': openXml('presentationml.presentation'),
  '.odp': openDocument('presentation'),
  '.csv': 'a,b',
  '.gif': 'GIF89a',
  '.jpg': latin1('\xff\xd8\xff\xe0'),
  '.jpeg': latin1('\xff\xd8\xff\xe1'),
  '.png': latin1('\x89PNG'),
}
/** A file whose content matches its extension. */
const genuine = (name: string, extension: FileExtension, type?: string): File =>
  new File([CONTENTS[extension]], name, { type: type ?? mimeTypeOf(REPORT_FILE_TYPES, name) ?? '' })

describe('a file', () => {
  it.each(extensions)('%s is taken when it is what it says', async (extension) => {
    expect(await check(genuine(`report${extension}`, extension))).toBeNull()
    expect(await check(genuine(`REPORT${extension.toUpperCase()}`, extension))).toBeNull()
  })

  it.each(extensions)(
    '%s is taken where the system knows no type, or its own',
    async (extension) => {
      for (const type of ['', 'application/octet-stream', `application/wps-office${extension}`])
        expect(await check(genuine(`report${extension}`, extension, type))).toBeNull()
    },
  )

  it.each([
    ['.pdf', 'application/x-pdf'],
    ['.csv', 'application/csv'],
    ['.csv', 'application/vnd.ms-excel'],
    ['.xlsx', 'application/x-zip-compressed'],
  ] as const)('%s is taken where a registry says %s', async (extension, type) => {
    expect(await check(genuine(`report${extension}`, extension, type))).toBeNull()
  })

  it.each(extensions)('%s is refused when it begins otherwise', async (extension) => {
    const file = new File(['<html></html>'], `report${extension}`)
    expect(await check(file)).toMatch(
      `“report${extension}” does not start like a ${extension} file, but like a .html file. Open it, print it to PDF`,
    )
  })

  it('is refused when it holds another accepted type, with its name', async () => {
    for (const extension of extensions)
      for (const held of extensions.filter((one) => one !== extension && one !== '.csv')) {
        if (/jpe?g/.test(extension) && /jpe?g/.test(held)) continue
        const file = new File([CONTENTS[held]], `report${extension}`)
        const usual = held === '.jpeg' ? '.jpg' : held
        expect(await check(file)).toMatch(
          `but like a ${usual} file. Rename it so that it ends in ${usual}`,
        )
      }
  })

  it('.csv is refused when it holds what no text does', async () => {
    expect(await check(new File(['a\0b'], 'a.csv'))).toMatch(
      'does not start like a .csv file, so it may be damaged or of another type. Open it in Excel and save it as “CSV UTF-8”.',
    )
  })

  it('.csv is taken in the “Unicode text” of Excel', async () => {
    expect(await check(new File([utf16Of('Größe\t1\r\n')], 'a.csv'))).toBeNull()
  })

  it('.pdf may have anything before its header, within the first 1,024 bytes', async () => {
    const after = (length: number) => check(new File([`${'x'.repeat(length)}%PDF-1.7`], 'a.pdf'))
    expect(await check(new File(['\u{FEFF}\n%PDF-1.7'], 'a.pdf'))).toBeNull()
    expect(await after(1_023)).toBeNull()
    expect(await after(1_024)).toContain('does not start like a .pdf file')
  })

  it.each([
    ['report.xls', 'is a .xls file, which is not accepted. Open it in Excel, save it as .xlsx'],
    ['report.XLSM', 'is a .xlsm file, which is not accepted. Open it in Excel, save it as .xlsx'],
    [
      'report.ppt',
      'is a .ppt file, which is not accepted. Open it in PowerPoint, save it as .pptx',
    ],
    ['report.pdf.html', 'is a .html file, which is not accepted. Open it, print it to PDF'],
    ['report.zip', 'is a .zip file, which is not accepted. Unpack it'],
    ['report.pdf.crdownload', 'is a .crdownload file, which is not accepted. Its download'],
  ])('%s is refused, with the way out', async (name, text) => {
    expect(await check(new File(['x'], name))).toContain(text)
  })

  it.each([
    ['a.doc', latin1('{\\rtf1\\ansi'), 'but like a .rtf file. Open it in Word, save it as .docx'],
    ['a.xlsx', openXmlOf('vnd.ms-excel.sheet.macroEnabled.main'), 'a .xlsm file. Open it in Excel'],
    ['a.docx', zipOf({ 'a.pdf': 'x' }), 'but like a .zip file. Unpack it'],
    ['a.jpg', latin1('\0\0\0\x18ftypheic'), 'a .heic file. Open it, save it as .png or .jpg'],
    ['a.docx', wordOf(), 'a .doc file. Rename it so that it ends in .doc'],
  ])('%s that is something else inside is refused, with the way out', async (name, part, text) => {
    expect(await check(new File([part], name))).toContain(text)
  })

  it.each([
    ['report', 'has no extension'],
    ['report.pdf (1)', 'is a .pdf (1) file'],
    ['report.', 'has no extension'],
  ])('“%s” is refused, and told what its bytes are', async (name, text) => {
    expect(await check(new File(['%PDF-1.7'], name))).toBe(
      `“${name}” ${text}, which is not accepted. It starts like a .pdf file: rename it so that it ends in .pdf.`,
    )
  })

  it.each([
    ['setup.exe', 'is a .exe file, which is not accepted'],
    ['report', 'has no extension, which is not accepted'],
  ])('%s is refused, with what is accepted', async (name, text) => {
    const sentence = await check(new File([name === 'setup.exe' ? '%PDF-1.7' : 'x'], name))
    expect(sentence).toContain(text)
    expect(sentence).toMatch(/Reports and documents can be \.pdf, .* or \.png\.$/)
  })

  it.each(['.gif', '.jpg', '.jpeg', '.png'] as const)(
    '%s is no questionnaire',
    async (extension) => {
      const sentence = await check(genuine(`scan${extension}`, extension), 'questionnaire')
      expect(sentence).toMatch(/is not accepted\. Questionnaires can be \.pdf, .* or \.csv\.$/)
    },
  )

  it.each(['.docx', '.xlsx', '.pptx', '.doc'])(
    '%s with a password is refused',
    async (extension) => {
      expect(await check(new File([lockedOfficeOf()], `CAIQ${extension}`))).toBe(
        `“CAIQ${extension}” is protected by a password. Ask the sender for it without one, or save it without one yourself.`,
      )
    },
  )

  it('.doc of Word 97 with a password is refused', async () => {
    const file = new File([wordOf({ isLocked: true })], 'a.doc')
    expect(await check(file)).toContain('is protected by a password. Ask the sender')
  })

  it('is refused when its type belongs to another extension', async () => {
    expect(await check(genuine('report.pdf', '.pdf', 'image/png'))).toContain(
      'has the type image/png, which does not match its extension .pdf',
    )
  })

  it('is refused when it is empty, and when it is larger than the limit', async () => {
    expect(await check(new File([], 'a.pdf'))).toContain('is empty')
    const five = new File(['%PDF-'], 'a.pdf')
    expect(await refusalOf(five, 'report', 4)).toContain(
      'is 5 bytes, more than the limit of 4 bytes',
    )
    expect(await refusalOf(five, 'report', 5)).toBeNull()
  })

  it.each(['a.pdf', 'a.html', 'a'])(
    '“%s” that cannot be read is refused, not thrown over',
    async (name) => {
      const gone = new File(['%PDF-1.7'], name)
      gone.slice = () =>
        ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as never
      expect(await check(gone)).toMatch(/could not be read|is not accepted/)
    },
  )
})

it('a PDF that is encrypted is sent, with a hint', async () => {
  const pdf = (trailer: string) => new File([`%PDF-1.4\ntrailer\n<<${trailer}>>\n`], 'a.pdf')
  expect(await check(pdf('/Encrypt 5 0 R'))).toBeNull()
  expect(await remarkOn(pdf('/Encrypt 5 0 R'))).toMatch(/^“a\.pdf” is encrypted\. If it asks/)
  expect(await remarkOn(pdf(''))).toBeNull()
  expect(await remarkOn(genuine('a.csv', '.csv'))).toBeNull()
})

describe('a file as it is sent', () => {
  it.each([
    ['a.csv', 'application/vnd.ms-excel', 'a.csv', 'text/csv'],
    ['a.odt', '', 'a.odt', 'application/vnd.oasis.opendocument.text'],
    ['a.pdf', 'application/pdf', 'a.pdf', 'application/pdf'],
    ['a.exe', 'application/x-msdownload', 'a.exe', 'application/x-msdownload'],
    ['a.pdf\u200E ', '', 'a.pdf', 'application/pdf'],
  ])('has a type and a name for %j of type “%s”', async (name, type, sentName, sentType) => {
    const file = asSent(new File(['a'], name, { type, lastModified: 7 }))
    expect(file).toMatchObject({ name: sentName, type: sentType, size: 1, lastModified: 7 })
    expect(await file.text()).toBe('a')
  })

  it('passes the check with marks after its extension', async () => {
    expect(await check(genuine('a.pdf\u200E ', '.pdf'))).toBeNull()
  })
})

describe('the extensions for a file dialog', () => {
  it('are those of the kind', () => {
    expect(acceptedExtensions('report')).toContain('.png')
    expect(acceptedExtensions('questionnaire')).not.toContain('.png')
  })
})
