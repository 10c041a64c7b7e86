import { describe, expect, it } from 'vitest'
import { type FileExtension, REPORT_FILE_TYPES } from './file-types.ts'
import { contradictsExtension } from './reported-types.ts'

const extensions = Object.keys(REPORT_FILE_TYPES) as FileExtension[]

describe('the type that a browser reports', () => {
  it.each([
    '',
    'application/octet-stream',
    'binary/octet-stream',
    'application/x-download',
    'application/force-download',
    'application/unknown',
    'application/wps-office.xlsx',
    'toString',
  ])('decides nothing where it is “%s”', (type) => {
    for (const extension of extensions) expect(contradictsExtension(type, extension)).toBe(false)
  })

  it.each<[FileExtension, string]>([
    ['.pdf', 'application/x-pdf'],
    ['.csv', 'application/csv'],
    ['.csv', 'application/vnd.ms-excel'],
    ['.csv', 'text/plain'],
    ['.csv', 'TEXT/CSV; charset=utf-8'],
    ['.xlsx', 'application/vnd.ms-excel'],
    ['.xlsx', 'application/x-zip-compressed'],
    ['.odt', 'application/zip'],
    ['.docx', 'application/msword'],
    ['.doc', 'application/x-ole-storage'],
    ['.jpeg', 'image/pjpeg'],
    ['.png', 'image/x-png'],
  ])('goes with %s where it is %s', (extension, type) => {
    expect(contradictsExtension(type, extension)).toBe(false)
  })

  it.each<[FileExtension, string]>([
    ['.pdf', 'image/png'],
    ['.pdf', 'text/html'],
    ['.pdf', 'application/zip'],
    ['.xlsx', 'application/pdf'],
    ['.xlsx', REPORT_FILE_TYPES['.docx']],
    ['.csv', 'image/jpeg'],
    ['.png', 'image/webp'],
  ])('contradicts %s where it is %s', (extension, type) => {
    expect(contradictsExtension(type, extension)).toBe(true)
  })

  it('goes with its own extension, and never with that of a picture and a document', () => {
    for (const extension of extensions)
      expect(contradictsExtension(REPORT_FILE_TYPES[extension], extension)).toBe(false)
    for (const extension of extensions.filter((one) => !/png/.test(one)))
      expect(contradictsExtension('image/png', extension)).toBe(true)
  })
})
