import { describe, expect, it } from 'vitest'
import { areLikeNames, areTwins, isNameOf, twinKeysOf } from './file-names.ts'

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
    ['Pr\u00FCfbericht.pdf', 'Pr\u00C3\u00BCfbericht.pdf'],
    ['Pru\u0308fbericht.pdf', 'Pr\u00C3\u00BCfbericht.pdf'],
    [
      '\u041E\u0442\u0447\u0451\u0442.pdf',
      '\u00D0\u009E\u00D1\u0082\u00D1\u0087\u00D1\u0091\u00D1\u0082.pdf',
    ],
    ['SOC 2.pdf', 'SOC%202.pdf'],
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

describe('two names of one file, perhaps', () => {
  it.each([
    ['SOC2.pdf', 'soc2.PDF'],
    ['f\u00FCr.pdf', 'fu\u0308r.pdf'],
    ['SOC 2.pdf', '\u200BSOC\u00A02 .pdf'],
    ['SOC2.pdf', 'SOC2'],
    ['SOC2.pdf', 'SOC2 (1).pdf'],
    ['SOC2.pdf', 'SOC2.pdf (1)'],
    ['SOC 2 Report (final).pdf', 'SOC_2_Report__final_.pdf'],
    ['Pr\u00FCfbericht.pdf', 'Pr_fbericht.pdf'],
    ['Pr\u00FCfbericht.pdf', 'Pr\u00C3\u00BCfbericht.pdf'],
    ['Pr\u00FCfbericht \u2013 neu.pdf', 'Pr\u00C3\u00BCfbericht \u00E2\u20AC\u201C neu.pdf'],
    ['Pr\u00FCfbericht.pdf', 'Pr%C3%BCfbericht.pdf'],
    ['\u5831\u544A.pdf', '\u5831\u544A (2).pdf'],
    ['v1.0.pdf', 'v1.0'],
    ['\uD800.pdf', '\uD800.pdf'],
  ])('are “%s” and “%s”', (one, other) => {
    expect(areLikeNames(one, other, false)).toBe(true)
    expect(areLikeNames(other, one, false)).toBe(true)
  })

  it.each([
    ['SOC2.pdf', 'SOC1.pdf'],
    ['SOC2.pdf', 'SOC2.docx'],
    ['annex (1).pdf', 'annex (2).pdf'],
    ['SOC 2 (2025).pdf', 'SOC 2 (2026).pdf'],
    ['SOC 2.pdf', 'SOC 2 (2026).pdf'],
    ['\u5831\u544A2025.pdf', '\u5408\u540C2025.pdf'],
    ['(1).pdf', '\u2013.pdf'],
    ['a.pdf', ''],
  ])('are not “%s” and “%s”', (one, other) => {
    expect(areLikeNames(one, other, false)).toBe(false)
    expect(areLikeNames(other, one, false)).toBe(false)
  })

  it('are two copies that a browser numbered, where their size is one', () => {
    expect(areLikeNames('SOC2 (1).pdf', 'SOC2 (2).pdf', true)).toBe(true)
    expect(areLikeNames('SOC2 (1).pdf', 'SOC1 (2).pdf', true)).toBe(false)
  })
})
