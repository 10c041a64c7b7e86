import { describe, expect, test } from 'vitest'
import { daysIn, periodsIn } from './written-days.ts'

describe('days', () => {
  test.each([
    ['March 31, 2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['31st March, 2026', '2026-03-31'],
    ['March 31st, 2026', '2026-03-31'],
    ['the 31st day of March 2026', '2026-03-31'],
    ['Mar. 31, 2026', '2026-03-31'],
    ['31-Mar-2026', '2026-03-31'],
    ['31. März 2026', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['3.4.2026', '2026-04-03'],
    ['31/03/2026', '2026-03-31'],
    ['03/31/2026', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['Sept. 5, 2025', '2025-09-05'],
    ['APRIL 1, 2025', '2025-04-01'],
  ])('“%s” is %s', (text, day) => {
    expect(daysIn(`Leeds, ${text}.`).map((one) => one.day)).toEqual([day])
  })

  test.each([
    '03/04/2026',
    'February 30, 2026',
    '31.02.2026',
    'May 2026',
    'Section 4.2.1',
    '2017',
    '12 of 2025',
  ])('“%s” is none', (text) => {
    expect(daysIn(text)).toEqual([])
  })
})

describe('periods', () => {
  test.each([
    ['January 1, 2025 to December 31, 2025', '2025-01-01', '2025-12-31'],
    ['for the period from 1 April 2025 through 31 March 2026', '2025-04-01', '2026-03-31'],
    ['between October 1, 2024 and September 30, 2025', '2024-10-01', '2025-09-30'],
    ['April 1 to September 30, 2025', '2025-04-01', '2025-09-30'],
    ['1 April to 30 September 2025', '2025-04-01', '2025-09-30'],
    ['April 1, 2025 – March 31, 2026', '2025-04-01', '2026-03-31'],
    ['April 1, 2025-March 31, 2026', '2025-04-01', '2026-03-31'],
    ['01.01.2025 bis 31.12.2025', '2025-01-01', '2025-12-31'],
    ['07/15/2025 through 01/14/2026', '2025-07-15', '2026-01-14'],
    ['the year ended 31 December 2025', '2025-01-01', '2025-12-31'],
    ['the twelve months ended 30 June 2025', '2024-07-01', '2025-06-30'],
    ['the six-month period ended March 31, 2026', '2025-10-01', '2026-03-31'],
    ['from July 1, 2025, to December 31, 2025', '2025-07-01', '2025-12-31'],
  ])('“%s” runs from %s to %s', (text, start, end) => {
    expect(periodsIn(`It covers ${text}.`).map(({ value }) => value)).toEqual([{ start, end }])
  })

  test.each([
    'as of December 31, 2025 and March 31, 2026',
    'December 31, 2025 to January 1, 2025',
    'May 1, 2025. On June 1, 2025 it ended.',
  ])('“%s” is none', (text) => {
    expect(periodsIn(text)).toEqual([])
  })
})
