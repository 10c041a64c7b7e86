import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant } from '../testing/arbitraries.ts'
import { LIMITS, REVIEW_TYPES } from './contract/enums.ts'
import { nextTitle } from './next-title.ts'

const TODAY = '2026-11-22'
const after = (title: string | null, requestedAt = '2025-11-03T09:00:00Z'): string =>
  nextTitle('SOC_REPORT', 'Northwind Payments', { title, requestedAt }, TODAY)

describe('the title of the next review', () => {
  it.each([
    ['SOC 2 2025', 'SOC 2 2026'],
    ['SOC 2 2024/2025', 'SOC 2 2025/2026'],
    ['FY2024/25 report', 'FY2025/26 report'],
    ['SOC 1, 1998–99', 'SOC 1, 1999–00'],
    ['2024-10-01 to 2025-09-30', '2025-10-01 to 2026-09-30'],
    ['In 2025, 2026 and 2025', 'In 2026, 2027 and 2026'],
    ['  Annual review 2025 ', 'Annual review 2026'],
  ])('moves the years of %j on: %j', (last, next) => {
    expect(after(last)).toBe(next)
  })

  it.each([
    'Onboarding',
    'DORA (EU) 2022/2554 review',
    'ISO 27001:2022',
    'Incident 2026-1234',
    'Ticket 120255',
    'SOC 2 202',
    'PCI DSS 4.0',
    'PCI DSS 4.0.1',
    'ISO 27001',
  ])('is %j with the year, as it names none', (title) => {
    expect(after(title)).toBe(`${title} 2026`)
  })

  it.each([
    ['2026-01-10T09:00:00Z', 'SOC 2 2026', 'SOC 2 2027'],
    ['2027-01-10T09:00:00Z', 'SOC 2 2026', 'SOC 2 2027'],
    ['2023-06-10T09:00:00Z', 'SOC 2 2022/2023', 'SOC 2 2025/2026'],
    ['', 'SOC 2 2025', 'SOC 2 2026'],
  ])('after one that was requested at %j follows %j with %j', (requestedAt, last, next) => {
    expect(after(last, requestedAt)).toBe(next)
  })

  it.each([null, '', '  ', '\u200B'])(
    'names type, vendor and year after one titled %j',
    (title) => {
      expect(after(title)).toBe('SOC report Northwind Payments 2026')
    },
  )

  it('names type, vendor and year where there is no last one', () => {
    expect(nextTitle('SECURITY', 'Quiet Harbor', undefined, TODAY)).toBe(
      'Security Quiet Harbor 2026',
    )
  })

  it('is never longer than the limit and never ends in half a character', () => {
    // Mostly around the limit, where a cut may split a character.
    const text = fc
      .tuple(fc.nat(LIMITS.title), fc.array(fc.constantFrom('😀', '2025', ' ', 'é', '/')))
      .map(([count, end]) => 'x'.repeat(count) + end.join(''))
    const last = fc.option(
      fc.record({ title: fc.option(text), requestedAt: fc.oneof(instant, text) }),
      { nil: undefined },
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...REVIEW_TYPES),
        text,
        last,
        day,
        (type, name, before, today) => {
          const title = nextTitle(type, name, before, today)
          expect(title.length).toBeLessThanOrEqual(LIMITS.title)
          expect(title.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
