import { describe, expect, it } from 'vitest'
import { areTwins, isNameOf, twinKeysOf } from './file-names.ts'

const mayBeTaken = (one: string, other: string): boolean =>
  areTwins(twinKeysOf(one), twinKeysOf(other))

describe('the name of a file that was sent', () => {
  it.each(['a.pdf', 'a', ' A.PDF ', 'A', 'a\u200B.pdf', '\u00A0a.pdf'])(
    'is that of “a.pdf” where “%s” is listed',
    (listed) => {
      expect(isNameOf(listed, 'a.pdf')).toBe(true)
    },
  )

  it('is the same however its letters are composed, and whatever its blanks are', () => {
    expect(isNameOf('fu\u0308r.pdf', 'f\u00FCr.pdf')).toBe(true)
    expect(isNameOf('SOC\u00A02  report.pdf', 'SOC 2 report.pdf')).toBe(true)
  })

  it.each(['a.docx', 'a (1).pdf', 'a-.pdf', 'b.pdf', 'aa.pdf', ''])(
    'is not that of “a.pdf” where “%s” is listed',
    (listed) => {
      expect(isNameOf(listed, 'a.pdf')).toBe(false)
    },
  )
})

describe('two files that may be taken for one another', () => {
  it.each([
    ['SOC2.pdf', 'SOC2.pdf'],
    ['SOC2.pdf', 'soc2.PDF'],
    ['SOC2.pdf', 'SOC2'],
    ['SOC2.pdf', 'SOC2.docx'],
    ['SOC2.pdf', 'SOC2 (1).pdf'],
    ['SOC2.pdf', 'SOC2.pdf (2)'],
    ['SOC2.pdf', '\u200BSOC2\u00AD.pdf'],
    ['SOC 2 Report (final).pdf', 'SOC_2_Report__final_.pdf'],
    ['f\u00FCr.pdf', 'fu\u0308r.pdf'],
    ['f\u00FCr.pdf', 'fur.pdf'],
    ['Pr\u00FCfbericht.pdf', 'Pr_fbericht.pdf'],
    ['stra\u00DFe.pdf', 'STRASSE.pdf'],
    ['\uFF33\uFF2F\uFF23.pdf', 'SOC.pdf'],
    ['archive.tar.gz', 'archive.tar'],
  ])('are “%s” and “%s”', (one, other) => {
    expect(mayBeTaken(one, other)).toBe(true)
    expect(mayBeTaken(other, one)).toBe(true)
  })

  it.each([
    ['SOC1.pdf', 'SOC2.pdf'],
    ['answers-1.xlsx', 'answers-2.xlsx'],
    ['2025.pdf', '2026.pdf'],
    ['\u5831\u544A.pdf', '\u5408\u540C.pdf'],
  ])('are not “%s” and “%s”', (one, other) => {
    expect(mayBeTaken(one, other)).toBe(false)
  })
})
