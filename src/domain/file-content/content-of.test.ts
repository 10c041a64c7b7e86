import { describe, expect, it } from 'vitest'
import {
  compoundOf,
  lockedOfficeOf,
  openXmlOf,
  utf16Of,
  wordOf,
  workbookOf,
  zipOf,
} from '../../../mocks/made-files.ts'
import { contentOf } from './content-of.ts'

const of = (...parts: BlobPart[]) => contentOf(new Blob(parts))
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'))
const WORD = 'vnd.openxmlformats-officedocument.wordprocessingml.document.main'

describe('a zip archive', () => {
  it.each([
    [WORD, '.docx'],
    ['vnd.openxmlformats-officedocument.spreadsheetml.sheet.main', '.xlsx'],
    ['vnd.openxmlformats-officedocument.presentationml.presentation.main', '.pptx'],
    ['vnd.ms-excel.sheet.macroEnabled.main', '.xlsm'],
    ['vnd.ms-word.document.macroEnabled.main', '.docm'],
    ['vnd.ms-powerpoint.slideshow.macroEnabled.main', '.ppsm'],
    ['vnd.ms-excel.sheet.binary.macroEnabled.main', '.xlsb'],
    ['vnd.openxmlformats-officedocument.wordprocessingml.template.main', '.dotx'],
  ])('whose main part is %s is a %s file', async (main, extension) => {
    expect(await of(openXmlOf(main))).toMatchObject({ is: extension, protection: null })
    expect(await of(openXmlOf(main, { isDeflated: false }))).toMatchObject({ is: extension })
  })

  it.each([
    ['text', '.odt'],
    ['spreadsheet', '.ods'],
    ['presentation', '.odp'],
    ['text-template', '.ott'],
  ])(
    'of OpenDocument for %s is a %s file, by its first entry or its manifest',
    async (type, is) => {
      const mimetype = `application/vnd.oasis.opendocument.${type}`
      const manifest = `<manifest:file-entry manifest:media-type="${mimetype}" manifest:full-path="/"/>`
      expect(await of(zipOf({ mimetype, 'content.xml': '' }))).toMatchObject({ is })
      expect(await of(zipOf({ 'META-INF/manifest.xml': manifest }))).toMatchObject({ is })
    },
  )

  it('of other files is nothing but an archive', async () => {
    expect(await of(zipOf({ 'report.pdf': '%PDF-1.7' }))).toMatchObject({ is: '.zip' })
  })

  it('is read where something stands before it, and a comment behind it', async () => {
    const zip = Buffer.from(workbookOf())
    zip.writeUInt16LE(3, zip.length - 2)
    const shifted = new Blob(['PK\x03\x04', zip, 'abc'])
    expect(await contentOf(shifted)).toMatchObject({ is: '.xlsx' })
  })

  it.each([
    ['is cut', workbookOf().subarray(0, 90)],
    ['has a directory that is cut', zipOf({ a: '' }).fill(0xff, 40, 50)],
    ['is of an unknown kind of Office', openXmlOf('vnd.example.main')],
    ['has a list of types that cannot be inflated', openXmlOf(WORD).fill(0xff, 49, 60)],
  ])('that %s may be any of the accepted ones', async (_, zip) => {
    const { is, fits } = await of(zip)
    expect(is).toBeNull()
    expect(fits).toEqual(['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'])
  })

  it('is protected by a password where its entries are encrypted', async () => {
    const zip = openXmlOf(WORD, { isEncrypted: true })
    expect(await of(zip)).toMatchObject({ protection: 'password' })
  })

  it.each([
    ['each of its parts', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }],
    ['all of its parts', { 'META-INF/manifest.xml': '<a/>', 'encrypted-package': 'x' }],
  ])('of OpenDocument is protected by a password in %s', async (_, entries) => {
    const zip = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', ...entries })
    expect(await of(zip)).toMatchObject({ is: '.odt', protection: 'password' })
  })
})

describe('a compound file', () => {
  const stream = (name: string) => ({ name, bytes: new Uint8Array(4_096) })

  it.each([
    ['Workbook', '.xls'],
    ['Book', '.xls'],
    ['PowerPoint Document', '.ppt'],
    ['VisioDocument', '.vsd'],
    ['__properties_version1.0', '.msg'],
  ])('with “%s” is a %s file', async (name, is) => {
    const file = compoundOf([stream('\u0005SummaryInformation'), stream(name)])
    expect(await of(file)).toMatchObject({ is, protection: null })
  })

  it('of Word tells whether it needs a password', async () => {
    expect(await of(wordOf())).toEqual({ is: '.doc', fits: ['.doc'], protection: null })
    expect(await of(wordOf({ isLocked: true }))).toMatchObject({ protection: 'password' })
  })

  it('is what stands below its root, not what is embedded in it', async () => {
    const mail = compoundOf([
      { name: '__substg1.0_3701000D', children: [stream('WordDocument')] },
      stream('__properties_version1.0'),
    ])
    expect(await of(mail)).toMatchObject({ is: '.msg' })
  })

  it('may hold a newer file that is encrypted', async () => {
    expect(await of(lockedOfficeOf())).toMatchObject({ protection: 'password' })
    const forSome = compoundOf([
      { name: '\u0006DataSpaces', children: [] },
      stream('EncryptedPackage'),
    ])
    expect(await of(forSome)).toMatchObject({ protection: 'rights' })
    const word = compoundOf([stream('WordDocument'), stream('\tDRMContent')])
    expect(await of(word)).toMatchObject({ protection: 'rights' })
  })

  it('is read where its directory stands behind seven megabytes', async () => {
    const file = compoundOf([stream('EncryptionInfo'), stream('EncryptedPackage')], {
      spare: 15_000,
    })
    expect(await of(file)).toMatchObject({ protection: 'password' })
  })

  it.each([
    ['is cut', wordOf().subarray(0, 600)],
    ['has a directory of nonsense', wordOf().fill(0xa5, 512)],
    ['has sectors of a size that does not exist', wordOf().fill(0x40, 30, 31)],
  ])('that %s may be a .doc file', async (_, file) => {
    expect(await of(file)).toEqual({ is: null, fits: ['.doc'], protection: null })
  })
})

describe('a PDF', () => {
  it.each([
    ['at once', ''],
    ['after a mark and blanks', '\u{FEFF}\r\n '],
  ])('has its header %s', async (_, before) => {
    expect(await of(before, '%PDF-1.7')).toMatchObject({ is: '.pdf', fits: ['.pdf'] })
  })

  it('has its header in the first 1,024 bytes, whatever stands before', async () => {
    const after = (length: number, letter: string) => of(letter.repeat(length), '%PDF-1.7\n')
    for (const letter of ['a', '\0']) {
      expect((await after(1_023, letter)).fits).toContain('.pdf')
      expect((await after(1_024, letter)).fits).not.toContain('.pdf')
    }
    expect((await of('HTTP/1.1 200 OK\r\nMIME-Version: 1.0\r\n\r\n%PDF-1.4')).fits).toContain(
      '.pdf',
    )
  })

  it('is not what an archive holds', async () => {
    const zip = zipOf({ 'report.pdf': '%PDF-1.7' }, { isDeflated: false })
    expect(await of(zip)).toMatchObject({ is: '.zip' })
  })
})

describe('a text', () => {
  it.each([
    ['ASCII', 'a,b\n1,2'],
    ['UTF-8 with a mark', '\u{FEFF}Größe,ß\n'],
    ['Latin-1', bytes('Gr\xf6\xdfe;1\r\n')],
    ['the end-of-file mark of DOS', 'a,b\r\n\x1a'],
    ['UTF-16', utf16Of('Größe\t報告\r\n')],
    ['UTF-16, the other way round', utf16Of('Größe\t報告\r\n', { isBigEndian: true })],
    ['UTF-16 without a mark', utf16Of('a\tb\r\n', { hasMark: false })],
    ['UTF-16 of more than its beginning', utf16Of('x\u{1F600}'.repeat(400))],
    ['words about PDF', 'question,answer\nDo files begin with %PDF-?,yes'],
    ['words that begin like a program', 'MZone,2'],
  ])('in %s may be a table', async (_, text) => {
    const content = await of(text)
    expect(content.is).toBeNull()
    expect(content.fits).toContain('.csv')
  })

  it.each([
    ['a NUL', 'a\0b'],
    ['two NULs, of even length', 'a\0\0b,c'],
    ['UTF-32', bytes('\xff\xfe\0\0a\0\0\0,\0\0\0')],
    ['the mark of UTF-16 before other bytes', bytes('\xff\xfe\x01\x02\x00\x00\x01\x00')],
    ['half a letter of UTF-16', bytes('\xff\xfe\x00\xd8a\x00,\x00')],
  ])('with %s is none', async (_, text) => {
    expect(await of(text)).toEqual({ is: null, fits: [], protection: null })
  })

  it.each([
    ['<!DOCTYPE html><p>Sign in', '.html'],
    ['\u{FEFF}  <html xmlns:o="x">', '.html'],
    ['<?xml version="1.0"?>\n<!-- a --><html>', '.html'],
    ['<table><tr>', '.html'],
    ['<?xml version="1.0"?><Workbook>', '.xml'],
    ['{\\rtf1\\ansi', '.rtf'],
    ['Date: today\r\nMIME-Version: 1.0\r\n', '.mht'],
    ['%!PS-Adobe-3.0', '.ps'],
    ['-----BEGIN PGP MESSAGE-----', '.pgp'],
  ])('that begins %j is a %s file', async (text, is) => {
    expect(await of(text)).toMatchObject({ is, fits: [is] })
    expect(await of(utf16Of(text))).toMatchObject({ is })
  })
})

it.each([
  ['\x89PNG\r\n', '.png'],
  ['\xff\xd8\xff\xe0', '.jpg'],
  ['GIF89a', '.gif'],
  ['RIFF\0\0\0\0WEBP', '.webp'],
  ['\0\0\0\x18ftypheic', '.heic'],
  ['II*\0\x08', '.tif'],
  ['MZ\x90\0\x03', '.exe'],
  ['7z\xbc\xaf\x27\x1c\0', '.7z'],
])('bytes that begin %j are a %s file', async (text, is) => {
  expect(await of(bytes(text))).toMatchObject({ is })
})

it('a file that can no longer be read is not judged', async () => {
  const gone = new File(['%PDF-1.7'], 'a.pdf')
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as never
  await expect(contentOf(gone)).rejects.toThrow('NotReadableError')
})
