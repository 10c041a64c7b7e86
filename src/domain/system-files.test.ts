import { describe, expect, it } from 'vitest'
import { withoutSystemFiles } from './system-files.ts'

const sorted = (...names: string[]) => {
  const { files, remark } = withoutSystemFiles(names.map((name) => ({ name })))
  return { names: files.map(({ name }) => name), remark }
}

describe('files of programs', () => {
  it.each([
    '~$CAIQ.xlsx',
    '.~lock.CAIQ.ods#',
    '._report.pdf',
    '.DS_Store',
    'desktop.ini',
    'Desktop.ini',
    'Thumbs.db',
    'Icon\r',
    '~WRL0001.tmp',
  ])('such as “%s” are left out', (name) => {
    expect(sorted('report.pdf', name).names).toEqual(['report.pdf'])
  })

  it.each(['$report.pdf', '~report.pdf', '.report.pdf', 'desktop.pdf', 'lock.ods'])(
    'are not those of the analyst, such as “%s”',
    (name) => {
      expect(sorted(name)).toEqual({ names: [name], remark: null })
    },
  )

  it('are named in one sentence', () => {
    expect(sorted('a.pdf', '._a.pdf').remark).toBe(
      '“._a.pdf” was left out: it is a hidden file of Office or of the system.',
    )
    expect(sorted('._a.pdf', 'desktop.ini').remark).toMatch(/^“\._a\.pdf” and “desktop\.ini” were/)
    expect(sorted('._a', '._b', '._c', '._d', '._e').remark).toMatch(
      /^“\._a”, “\._b”, “\._c” and 2 more were left out/,
    )
  })
})
