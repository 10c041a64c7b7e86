import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveYears } from './title-years.ts'

describe('a year that stands alone', () => {
  it.each([
    ['SOC 2 2025', 'SOC 2 2026'],
    ['Annual review 2025', 'Annual review 2026'],
    ['2025 SOC 2', '2026 SOC 2'],
    ['(2025)', '(2026)'],
    ['“2025”: Northwind', '“2026”: Northwind'],
    ['FY2025', 'FY2026'],
    ['CY2025 and fy2024', 'CY2026 and fy2025'],
    ['2025Q3', '2026Q3'],
    ['Q3/2025', 'Q3/2026'],
    ['Q3-2025, 2025-Q4, H1_2025', 'Q3-2026, 2026-Q4, H1_2026'],
    ['SOC2-2025', 'SOC2-2026'],
    ['Northwind_SOC2_2025_final.pdf', 'Northwind_SOC2_2026_final.pdf'],
    ['Annual-Review-2025', 'Annual-Review-2026'],
    ['SOC 2: 2025', 'SOC 2: 2026'],
    ['2025,2026', '2026,2027'],
    ['2025年度の監査', '2026年度の監査'],
    ['보안 검토 2025년', '보안 검토 2026년'],
    ['é 2025', 'é 2026'],
  ])('moves: %j to %j', (title, moved) => {
    expect(moveYears(title, 1)).toBe(moved)
  })

  it.each([
    ['SOC 2 2024/2025', 'SOC 2 2025/2026'],
    ['SOC 2 2024-2025', 'SOC 2 2025-2026'],
    ['2024 – 2025', '2025 – 2026'],
    ['2024–2025', '2025–2026'],
    ['2025/2024', '2026/2025'],
    ['2023-2026', '2024-2027'],
    ['FY2024/25 report', 'FY2025/26 report'],
    ['FY2024/FY2025', 'FY2025/FY2026'],
    ['SOC 1, 1998–99', 'SOC 1, 1999–00'],
    ['2023-26', '2024-27'],
    ['2023/2024/2025', '2024/2025/2026'],
    ['2025Q1/2025Q2', '2026Q1/2026Q2'],
    ['Q4 2024/Q1 2025', 'Q4 2025/Q1 2026'],
    ['Oct 2024 - Sep 2025', 'Oct 2025 - Sep 2026'],
  ])('moves with its range: %j to %j', (title, moved) => {
    expect(moveYears(title, 1)).toBe(moved)
  })

  it.each([
    ['2024-10-01 to 2025-09-30', '2025-10-01 to 2026-09-30'],
    ['2024-10-01–2025-09-30', '2025-10-01–2026-09-30'],
    ['01.10.2024 – 30.9.2025', '01.10.2025 – 30.9.2026'],
    ['1/10/2024-30/9/2025', '1/10/2025-30/9/2026'],
    ['9/30/2025', '9/30/2026'],
    ['2025/09/30', '2026/09/30'],
    ['09/2025', '09/2026'],
    ['10/2024-09/2025', '10/2025-09/2026'],
    ['2025-03', '2026-03'],
    ['2024-02-29', '2025-02-28'],
    ['29.02.2024', '28.02.2025'],
  ])('moves with its date: %j to %j', (title, moved) => {
    expect(moveYears(title, 1)).toBe(moved)
  })

  it('keeps 29 February where the year has one', () => {
    expect(moveYears('2024-02-29', 4)).toBe('2028-02-29')
  })
})

describe('a number that is no year alone', () => {
  it.each([
    'DORA (EU) 2022/2554 review',
    'Regulation (EU) 2024/2025',
    '(EC) No 2002/2003',
    'Regulation 2019/2033',
    'Directive 2009/10/EC',
    'GDPR (EU) 2016/679',
    'ISO 27001:2022',
    'ISO/IEC 27001:2022(E)',
    'ISO 27001: 2022',
    'ISO27001-2022',
    'ISO 27001-2022',
    'IEEE 802.11-2020',
    'GB/T 22239-2019',
    'NEN 7510-1:2017+A1:2020',
    '2026-1234',
    'INC-2026-1234',
    'CVE-2024-3094',
    'PRJ_2025_0042',
    'RFC 2026',
    'Ticket #2025',
    'Order No. 2025',
    'PCI DSS 4.0.1',
    'COBIT 2019 mapping',
    'OWASP Top 10 2021',
    'BSI C5:2020',
    '2025/2025',
    'PCI DSS v4.2025',
    'CIS Benchmark 2025.1',
    'Release 2025.1.2',
    'v2025',
    'AB2013',
    'KB2025a',
    'Ticket 120255',
    '$2025 and 2000 € and 2000%',
    '2000,50',
    'SOC 2 202',
  ])('stays: %j', (title) => {
    expect(moveYears(title, 1)).toBe(title)
  })
})

describe('any title', () => {
  const year = fc.integer({ min: 1950, max: 2049 })
  const number = fc.nat(9_999).map(String)
  /** A piece of a title, and what becomes of it. */
  const moving = fc
    .tuple(
      year,
      fc.constantFrom<(of: number) => string>(
        (of) => `${of}`,
        (of) => `FY${of}`,
        (of) => `(${of})`,
        (of) => `${of}/${of + 1}`,
        (of) => `${of}-${of + 1}`,
        (of) => `${of}–${String((of + 1) % 100).padStart(2, '0')}`,
        (of) => `${of}-06-30`,
        (of) => `Q2/${of}`,
      ),
    )
    .map(([of, write]) => ({ last: write(of), next: (by: number) => write(of + by) }))
  const staying = fc
    .tuple(
      year,
      number,
      fc.constantFrom<(of: number, number: string) => string>(
        (of, by) => `(EU) ${of}/${by}`,
        (of) => `ISO 27001:${of}`,
        (of, by) => `CVE-${of}-${by.padStart(4, '1')}0`,
        (of, by) => `${of}.${by}`,
        (_, by) => `4.0.${by}`,
        (of) => `No. ${of}`,
      ),
    )
    .map(([of, number, write]) => write(of, number))
    .map((text) => ({ last: text, next: () => text }))
  const words = fc.constantFrom('SOC 2', 'report,', '–', 'é', '監査', 'Type 2:', '😀')
  const plain = words.map((text) => ({ last: text, next: () => text }))
  const title = fc.array(fc.oneof(moving, staying, plain), { minLength: 1, maxLength: 6 })

  it('has all its years moved by the same number of years, and nothing else', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 1, max: 5 }), (pieces, by) => {
        const last = pieces.map((piece) => piece.last).join(' ')
        expect(moveYears(last, by)).toBe(pieces.map(({ next }) => next(by)).join(' '))
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps its length, and all that is no digit', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('2025', '2024/25', '27001:2022', '-', '/', '.', ':', 'FY', '29', '02'),
    )
    const withoutDigits = (text: string): string => text.replaceAll(/\d/g, '0')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        expect(withoutDigits(moveYears(text, 1))).toBe(withoutDigits(text))
      }),
      { numRuns: 2_000 },
    )
  })
})
