import { describe, expect, it } from 'vitest'
import { renewalWords } from './renewal.ts'

describe('a renewal in a few words', () => {
  it.each([
    ['2027-01-12', 'Renews 12 Jan 2027 (in 47 days)'],
    ['2027-01-12T00:00:00.000Z', 'Renews 12 Jan 2027 (in 47 days)'],
    ['2026-11-27', 'Renews 27 Nov 2026 (in 1 day)'],
    ['2026-11-26', 'Renews 26 Nov 2026 (today)'],
    ['2026-11-25', 'Renewal 25 Nov 2026'],
    ['some day next year', 'Renewal some day next year'],
    ['\u200B', null],
    [null, null],
  ])('on %j reads %j', (renewalDate, words) => {
    expect(renewalWords({ renewalDate }, '2026-11-26')).toBe(words)
  })
})
