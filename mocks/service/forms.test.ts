import { describe, expect, it } from 'vitest'
import { REPORT_FILE_TYPES } from '../../src/domain/file-types.ts'
import { fileOf, formOf } from '../testing.ts'
import { FORMS, type Form, type FormSpec, readForm, type SentFile } from './forms.ts'

const { document, questionnaires, reviewWithFile } = FORMS
const report = fileOf('report.pdf')

/** The status and message with which a form is refused. */
const refusal = (form: Form, spec: FormSpec<unknown>): unknown => {
  try {
    readForm(form, spec)
  } catch (error) {
    const { status, message } = error as { status: number; message: string }
    return [status, message]
  }
  throw new Error('The form was accepted.')
}
const ofSize = (size: number): Form => [['file', { name: 'report.pdf', type: report.type, size }]]

describe('a form', () => {
  it('brings its fields, numbers read from text, and its file', () => {
    const form = formOf({ securityReviewId: '5001', type: 'SOC_DOCUMENT' }, 'file', report)
    expect(readForm(form, document)).toEqual({
      fields: { securityReviewId: 5001, type: 'SOC_DOCUMENT' },
      files: [report],
    })
    const fields = {
      title: 'SOC 2',
      reviewDeadlineAt: '2026-12-24T10:00:00+02:00',
      requestedAt: '2026-11-20T08:00:00Z',
      securityReviewStatus: 'IN_PROGRESS',
      securityReviewType: 'SOC_REPORT',
      note: '',
      documentType: 'TRUST_CENTER_PAGE',
    }
    expect(
      readForm(formOf({ ...fields, requesterUserId: '104' }, 'file', report), reviewWithFile),
    ).toMatchObject({ fields: { ...fields, requesterUserId: 104 } })
  })

  it('brings several files in their order, of the same name too, where it may', () => {
    const files = [fileOf('b.pdf'), fileOf('a.pdf'), fileOf('b.pdf')]
    expect(readForm(formOf({}, 'files', ...files), questionnaires).files).toEqual(files)
  })

  it.each<[string, Form, FormSpec<unknown>, string]>([
    ['no file', formOf({}, 'file'), document, 'file should not be empty'],
    ['no files', formOf({}, 'files'), questionnaires, 'files should not be empty'],
    ['two files for one', formOf({}, 'file', report, report), document, 'file must be one file'],
    [
      'a file in another part',
      formOf({}, 'files', report),
      document,
      'property files should not exist',
    ],
    [
      'a text for a file',
      formOf({ file: 'report.pdf' }, 'file'),
      document,
      'property file should not exist',
    ],
    [
      'a field that nobody knows',
      formOf({ decision: 'APPROVED' }, 'file', report),
      document,
      'property decision should not exist',
    ],
    [
      'a number that is none',
      formOf({ securityReviewId: 'new' }, 'file', report),
      document,
      'securityReviewId must be of type number',
    ],
    [
      'fields that are missing',
      formOf({ title: 'SOC 2', reviewDeadlineAt: 'soon' }, 'file', report),
      reviewWithFile,
      'The deadline is not a date.',
    ],
  ])('is refused for %s', (_, form, spec, sentence) => {
    expect(refusal(form, spec)).toEqual([400, expect.stringContaining(sentence)])
  })
})

describe('a file', () => {
  it('may be of every type that the contract names, with its MIME type', () => {
    for (const [extension, type] of Object.entries(REPORT_FILE_TYPES)) {
      const sent: SentFile = { name: `Report${extension.toUpperCase()}`, type, size: 1 }
      expect(readForm([['file', sent]], document).files).toEqual([sent])
    }
    const withCharset = fileOf('answers.csv', 'text/csv; charset=utf-8', 'a,b')
    expect(readForm(formOf({}, 'files', withCharset), questionnaires).files).toHaveLength(1)
  })

  it.each<[string, File, FormSpec<unknown>, string]>([
    ['nothing in it', fileOf('report.pdf', 'application/pdf', ''), document, 'is empty'],
    ['an extension that is not accepted', fileOf('tool.exe'), document, 'accepted extensions'],
    ['no extension', fileOf('report'), document, 'accepted extensions'],
    [
      'an image for a questionnaire',
      fileOf('scan.png', 'image/png'),
      questionnaires,
      'accepted extensions',
    ],
    ['the MIME type of another', fileOf('scan.png'), document, '"application/pdf", which'],
    ['no MIME type', fileOf('report.pdf', ''), document, 'MIME type "", which'],
  ])('is refused for %s', (_, file, spec, sentence) => {
    const { name } = file
    expect(refusal(formOf({}, spec.part, file), spec)).toEqual([
      400,
      expect.stringMatching(new RegExp(`^${spec.part} "${name}" .*${sentence}`)),
    ])
  })

  it('is refused beside others that are fine', () => {
    const form = formOf({}, 'files', fileOf('a.pdf'), fileOf('b.exe'))
    expect(refusal(form, questionnaires)).toEqual([400, expect.stringContaining('b.exe')])
  })

  it('may have 200 MB and not a byte more', () => {
    const limit = 200 * 1024 * 1024
    expect(readForm(ofSize(limit), document).files).toHaveLength(1)
    expect(refusal(ofSize(limit + 1), document)).toEqual([
      413,
      'file "report.pdf" is larger than 200 MB',
    ])
  })
})
