import { expect, it } from 'vitest'
import { wayOutOf } from './ways-out.ts'

it.each([
  ['.xlsm', 'save it as .xlsx'],
  ['.xls', 'save it as .xlsx'],
  ['.ppt', 'save it as .pptx'],
  ['.rtf', 'save it as .docx'],
  ['.ots', 'save it as .ods'],
  ['.numbers', 'export it as .xlsx'],
  ['.html', 'print it to PDF'],
  ['.zip', 'Unpack it'],
  ['.msg', 'save the files attached'],
  ['.crdownload', 'has not finished'],
  ['.gsheet', 'only a link'],
])('%s: %s', (extension, words) => {
  expect(wayOutOf(extension, true)).toContain(words)
})

it('a picture of another type becomes one that is taken, or a PDF where none is taken', () => {
  expect(wayOutOf('.heic', true)).toContain('save it as .png or .jpg')
  expect(wayOutOf('.heic', false)).toContain('print it to PDF')
})

it('nothing is said about what nobody can save as anything else', () => {
  for (const extension of ['', '.', '.exe', '.x', '.xls .xlsm'])
    expect(wayOutOf(extension, true)).toBeNull()
})
