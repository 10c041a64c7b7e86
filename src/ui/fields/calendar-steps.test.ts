import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, firstDayOfWeek, otherMonth } from './calendar-steps.ts'

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i is %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected)
  })

  it('move by as many as are asked for', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const monthOf = (text: string): number =>
      Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
    fc.assert(
      fc.property(day, fc.integer({ min: -24, max: 24 }), (from, count) => {
        expect(monthOf(addMonths(from, count))).toBe(monthOf(from) + count)
      }),
    )
  })
})

describe('a key', () => {
  it.each([
    ['2026-03-31', 'ArrowRight', '2026-04-01'],
    ['2026-03-01', 'ArrowLeft', '2026-02-28'],
    ['2026-03-03', 'ArrowUp', '2026-02-24'],
    ['2026-03-30', 'ArrowDown', '2026-04-06'],
    ['2026-03-31', 'PageUp', '2026-02-28'],
    ['2026-03-31', 'PageDown', '2026-04-30'],
  ])('on %s, %s leads into another month: %s', (day, key, expected) => {
    expect(otherMonth(day, key)).toBe(expected)
  })

  it.each([
    ['2026-03-15', 'ArrowRight'],
    ['2026-03-15', 'ArrowUp'],
    ['2026-03-31', 'Enter'],
    ['2199-12-31', 'ArrowRight'],
    ['1900-01-01', 'PageUp'],
  ])('on %s, %s does not', (day, key) => {
    expect(otherMonth(day, key)).toBeUndefined()
  })
})

it('weeks begin as the locale counts them', () => {
  expect(['en-US', 'en-GB', 'ar-EG'].map(firstDayOfWeek)).toEqual([0, 1, 6])
})
