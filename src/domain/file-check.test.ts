import { describe, expect, it } from 'vitest'
import { acceptedExtensions, type FileKind, refusalOf, withMimeType } from './file-check.ts'
import {
  FILE_SIGNATURES,
  type FileExtension,
  mimeTypesOf,
  REPORT_FILE_TYPES,
} from './file-types.ts'

const LIMIT = 100_000_000
const check = (file: File, kind: FileKind = 'report') => refusalOf(file, kind, LIMIT)
const extensions = Object.keys(REPORT_FILE_TYPES) as FileExtension[]
/** A file whose content matches its extension. */
const genuine = (name: string, extension: FileExtension, type?: string): File =>
  new File([new Uint8Array(FILE_SIGNATURES[extension] ?? [97, 44, 98])], name, {
    type: type ?? mimeTypesOf(REPORT_FILE_TYPES, name)?.[0] ?? '',
  })

describe('a file', () => {
  it.each(extensions)('%s is taken when it is what it says', async (extension) => {
    expect(await check(genuine(`report${extension}`, extension))).toBeNull()
    expect(await check(genuine(`REPORT${extension.toUpperCase()}`, extension))).toBeNull()
  })

  it.each(extensions)('%s is taken where the system knows no type', async (extension) => {
    expect(await check(genuine(`report${extension}`, extension, ''))).toBeNull()
  })

  it.each(extensions.filter((extension) => extension !== '.csv'))(
    '%s is refused when it begins otherwise',
    async (extension) => {
      const file = new File(['<html></html>'], `report${extension}`)
      expect(await check(file)).toMatch(`does not start like a ${extension} file`)
    },
  )

  it('.csv is refused when it holds what no text does', async () => {
    expect(await check(new File(['a\0b'], 'a.csv'))).toMatch('does not start like a .csv file')
  })

  it('.pdf may have a mark of its system before its own', async () => {
    expect(await check(new File(['\ufeff\n%PDF-1.7'], 'a.pdf'))).toBeNull()
    expect(await check(new File([`${'x'.repeat(2_000)}%PDF-1.7`], 'a.pdf'))).not.toBeNull()
  })

  it.each([
    ['setup.exe', 'is a .exe file, which is not accepted'],
    ['report', 'has no extension, which is not accepted'],
    ['report.pdf.html', 'is a .html file, which is not accepted'],
  ])('%s is refused, with what is accepted', async (name, text) => {
    const sentence = await check(new File(['x'], name))
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

  it('is refused when its type belongs to another extension', async () => {
    expect(await check(genuine('report.pdf', '.pdf', 'image/png'))).toContain(
      'has the type image/png, which does not match its extension .pdf',
    )
  })

  it('is refused when it is empty, and when it is larger than the limit', async () => {
    expect(await check(new File([], 'a.pdf'))).toContain('is empty')
    const five = genuine('a.pdf', '.pdf')
    expect(await refusalOf(five, 'report', 4)).toContain(
      'is 5 bytes, more than the limit of 4 bytes',
    )
    expect(await refusalOf(five, 'report', 5)).toBeNull()
  })

  it('that cannot be read is refused, not thrown over', async () => {
    const gone = genuine('a.pdf', '.pdf')
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as never
    expect(await check(gone)).toContain('could not be read')
  })
})

describe('withMimeType', () => {
  it.each([
    ['a.csv', 'application/vnd.ms-excel', 'text/csv'],
    ['a.odt', '', 'application/vnd.oasis.opendocument.text'],
    ['a.pdf', 'application/pdf', 'application/pdf'],
    ['a.exe', 'application/x-msdownload', 'application/x-msdownload'],
  ])('sends %s of type “%s” as %s', async (name, type, sent) => {
    const file = withMimeType(new File(['a'], name, { type, lastModified: 7 }))
    expect(file).toMatchObject({ name, type: sent, size: 1, lastModified: 7 })
    expect(await file.text()).toBe('a')
  })
})

describe('the extensions for a file dialog', () => {
  it('are those of the kind', () => {
    expect(acceptedExtensions('report')).toContain('.png')
    expect(acceptedExtensions('questionnaire')).not.toContain('.png')
  })
})
