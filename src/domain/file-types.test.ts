import { describe, expect, it } from 'vitest'
import {
  FILE_SIGNATURES,
  mimeTypesOf,
  QUESTIONNAIRE_FILE_TYPES,
  REPORT_FILE_TYPES,
} from './file-types.ts'

describe('the types of files', () => {
  it('are those of the contract, for questionnaires without the images', () => {
    const report = '.pdf .docx .odt .doc .xlsx .ods .pptx .odp .gif .jpg .jpeg .png .csv'.split(' ')
    expect(Object.keys(REPORT_FILE_TYPES).toSorted()).toEqual(report.toSorted())
    const images = ['.gif', '.jpg', '.jpeg', '.png']
    expect(Object.keys(QUESTIONNAIRE_FILE_TYPES).toSorted()).toEqual(
      report.filter((extension) => !images.includes(extension)).toSorted(),
    )
  })

  it('have well-formed MIME types, and where they are not text a signature', () => {
    for (const [extension, mimeTypes] of Object.entries(REPORT_FILE_TYPES)) {
      for (const mimeType of mimeTypes) expect(mimeType).toMatch(/^[a-z]+\/[a-z.-]+$/)
      expect(FILE_SIGNATURES).toHaveProperty(
        [extension],
        extension === '.csv' ? null : expect.any(Array),
      )
    }
  })

  it('begin as such files do', () => {
    const text = (bytes: readonly number[] | null) => String.fromCharCode(...(bytes ?? []))
    expect(text(FILE_SIGNATURES['.pdf'])).toBe('%PDF-')
    expect(text(FILE_SIGNATURES['.xlsx'])).toBe('PK\x03\x04')
    expect(text(FILE_SIGNATURES['.gif'])).toBe('GIF8')
    expect(text(FILE_SIGNATURES['.png'])).toBe('\x89PNG')
    expect(text(FILE_SIGNATURES['.jpg'])).toBe('\xff\xd8\xff')
    expect(text(FILE_SIGNATURES['.doc'])).toBe('\xd0\xcf\x11\xe0')
  })
})

describe('mimeTypesOf', () => {
  it.each([
    ['report.pdf', ['application/pdf']],
    ['SOC 2 (final).v2.PDF', ['application/pdf']],
    ['報告書.png', ['image/png']],
    ['.csv', ['text/csv', 'application/vnd.ms-excel', 'text/plain']],
  ])('reads the extension of %s', (name, mimeTypes) => {
    expect(mimeTypesOf(REPORT_FILE_TYPES, name)).toEqual(mimeTypes)
  })

  it.each([
    '',
    'report',
    'pdf',
    'report.',
    'report.pdf.exe',
    'a.pdf ',
    'a.toString',
    'a.constructor',
  ])('knows no type for "%s"', (name) => {
    expect(mimeTypesOf(REPORT_FILE_TYPES, name)).toBeUndefined()
  })

  it('takes no image for a questionnaire', () => {
    expect(mimeTypesOf(QUESTIONNAIRE_FILE_TYPES, 'scan.png')).toBeUndefined()
  })
})
