import { describe, expect, it } from 'vitest'
import { mimeTypeOf, QUESTIONNAIRE_FILE_TYPES, REPORT_FILE_TYPES } from './file-types.ts'

describe('the types of files', () => {
  it('are those of the contract, for questionnaires without the images', () => {
    const report = '.pdf .docx .odt .doc .xlsx .ods .pptx .odp .gif .jpg .jpeg .png .csv'.split(' ')
    expect(Object.keys(REPORT_FILE_TYPES).toSorted()).toEqual(report.toSorted())
    const images = ['.gif', '.jpg', '.jpeg', '.png']
    expect(Object.keys(QUESTIONNAIRE_FILE_TYPES).toSorted()).toEqual(
      report.filter((extension) => !images.includes(extension)).toSorted(),
    )
  })

  it.each(Object.entries(REPORT_FILE_TYPES))('have a well-formed MIME type for %s', (_, type) => {
    expect(type).toMatch(/^[a-z]+\/[a-z.-]+$/)
  })
})

describe('mimeTypeOf', () => {
  it.each([
    ['report.pdf', 'application/pdf'],
    ['SOC 2 (final).v2.PDF', 'application/pdf'],
    ['報告書.png', 'image/png'],
    ['.csv', 'text/csv'],
  ])('reads the extension of %s', (name, mimeType) => {
    expect(mimeTypeOf(REPORT_FILE_TYPES, name)).toEqual(mimeType)
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
    expect(mimeTypeOf(REPORT_FILE_TYPES, name)).toBeUndefined()
  })

  it('takes no image for a questionnaire', () => {
    expect(mimeTypeOf(QUESTIONNAIRE_FILE_TYPES, 'scan.png')).toBeUndefined()
  })
})
