import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatDay, isLikelyDay } from './dates.ts'
import {
  type DayFault,
  dayProblem,
  dayReader,
  heldDay,
  isWholeDay,
  readerOfDays,
} from './day-text.ts'
import { provide, resetServices } from './services.ts'

/** Orders, separators, digits, scripts, declined months and months in numbers of many kinds. */
const LOCALES = ['en-GB', 'en-US', 'en-CA', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'sv-SE', 'pl-PL']
  .concat(['cs-CZ', 'ru-RU', 'bg-BG', 'el-GR', 'tr-TR', 'lt-LT', 'hu-HU', 'fi-FI', 'eu', 'ca'])
  .concat(['he-IL', 'ar-EG', 'fa-IR', 'hi-IN', 'th-TH', 'ja-JP', 'ko-KR', 'zh-CN'])

const day = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2100-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric', month: 'numeric', day: 'numeric' },
  { year: 'numeric', month: '2-digit', day: '2-digit' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { year: 'numeric', month: 'long', day: 'numeric' },
  { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
]

describe.each(LOCALES)('in %s', (locale) => {
  const { read, pattern } = dayReader(locale)

  it('every day is read back as it is written there, in any style and digits', () => {
    const formats = STYLES.flatMap((style) =>
      [style, { ...style, numberingSystem: 'latn' }].map(
        (full) =>
          new Intl.DateTimeFormat(locale, { ...full, calendar: 'gregory', timeZone: 'UTC' }),
      ),
    )
    fc.assert(
      fc.property(day, fc.constantFrom(...formats), (date, format) => {
        const text = format.format(new Date(`${date}T00:00:00Z`))
        expect([text, read(text)]).toEqual([text, { kind: 'day', day: date }])
      }),
      { numRuns: 400 },
    )
  })

  it('the app’s own words and ISO are understood, with a time behind them, too', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('', 'T10:00:00Z', ' 10:00', ', 2:05 PM', 'T23:59:59.999+13:00'),
        (date, time) => {
          const expected = { kind: 'day', day: date }
          expect(read(date + time)).toEqual(expected)
          expect(read(formatDay(date) + time.replace('T', ' '))).toEqual(expected)
          expect(read(date.replaceAll('-', ''))).toEqual(expected)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('the pattern that it names is the one that it reads', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-')
        const text = pattern.replace('YYYY', year).replace('MM', month).replace('DD', dayOfMonth)
        expect(read(text)).toEqual({ kind: 'day', day: date })
        expect(read(text.replaceAll(/\D/g, ''))).toEqual({ kind: 'day', day: date })
      }),
      { numRuns: 100 },
    )
  })

  it('a year of two digits is never guessed', () => {
    const format = new Intl.DateTimeFormat(locale, {
      year: '2-digit',
      month: '2-digit',
      day: '2-digit',
      calendar: 'gregory',
      timeZone: 'UTC',
    })
    fc.assert(
      fc.property(day, (date) => {
        const reading = read(format.format(new Date(`${date}T00:00:00Z`)))
        expect(reading).toEqual({ kind: 'fault', fault: 'short-year' })
      }),
      { numRuns: 50 },
    )
  })

  it('whatever is read as a day is one that exists and is likely', () => {
    const piece = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.integer({ min: 0, max: 30_000 }).map(String),
      fc.constantFrom('March', 'mar', '-', '/', '.', ' ', ':', 'T', '٣', '月', '−', ','),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const reading = read(pieces.join(''))
        if (reading.kind !== 'day') return
        expect(isLikelyDay(reading.day)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

it('every day from 1900 to 2100 is read back as the app writes it', () => {
  const { read } = dayReader('en-GB')
  const end = Date.UTC(2100, 11, 31)
  for (let at = Date.UTC(1900, 0, 1); at <= end; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10)
    const reading = read(formatDay(date))
    if (reading.kind !== 'day' || reading.day !== date)
      expect([date, reading]).toEqual([date, { kind: 'day', day: date }])
  }
  expect(read('31 Dec 2100')).toEqual({ kind: 'day', day: '2100-12-31' })
})

describe('what is read', () => {
  it.each([
    ['en-GB', '03/01/2026', '2026-01-03'],
    ['en-US', '03/01/2026', '2026-03-01'],
    ['en-US', '03152026', '2026-03-15'],
    ['en-GB', '15032026', '2026-03-15'],
    ['de-DE', '1.3.2026', '2026-03-01'],
    ['de-DE', 'So., 1. Marz 2026', '2026-03-01'],
    ['fr-FR', '1er mars 2026', '2026-03-01'],
    ['fr-FR', 'mar. 3 mars 2026', '2026-03-03'],
    ['es-ES', 'mar 3 mar 2026', '2026-03-03'],
    ['es-ES', 'mar, 3/4/2026', '2026-04-03'],
    ['es-ES', 'mar, 7 abr 2026', '2026-04-07'],
    ['en-GB', 'the 1st of March 2026.', '2026-03-01'],
    ['en-GB', '“March 1st, 2026”', '2026-03-01'],
    ['en-GB', '1-Mar-2026', '2026-03-01'],
    ['en-GB', '1 sept 2026 ', '2026-09-01'],
    ['en-GB', '\u00A01\u00A0March\u00A02026\u200B\n', '2026-03-01'],
    ['en-GB', '\u200E01/03/2026\u200F', '2026-03-01'],
    ['en-GB', '２０２６－０３－０１', '2026-03-01'],
    ['en-GB', '٠١/٠٣/٢٠٢٦', '2026-03-01'],
    ['en-GB', '۲۰۲۶-۰۳-۰۱', '2026-03-01'],
    ['en-GB', '२०२६-०३-०१', '2026-03-01'],
    ['en-GB', '01−03−2026', '2026-03-01'],
    ['en-GB', 'Sun Mar 01 2026 23:30:00 GMT-0800 (PST)', '2026-03-01'],
    ['en-GB', '2026-03-01T23:30:00.000Z', '2026-03-01'],
    ['en-GB', '2026-03-01 00:00:00', '2026-03-01'],
    ['en-GB', '29 Feb 2024', '2024-02-29'],
    ['fi-FI', '1 Mar 2026', '2026-03-01'],
    ['vi-VN', '1 tháng 3, 2026', '2026-03-01'],
    ['ja-JP', '2026年3月1日(日)', '2026-03-01'],
    ['lt-LT', '2026 m. lapkričio 22 d.', '2026-11-22'],
  ])('%s: %j is %s', (locale, text, expected) => {
    expect(dayReader(locale).read(text)).toEqual({ kind: 'day', day: expected })
  })
})

describe('what is refused', () => {
  it.each<[string, string, DayFault]>([
    ['en-GB', '02 31', 'incomplete'],
    ['en-GB', '2026-03', 'incomplete'],
    ['en-GB', 'March 2026', 'incomplete'],
    ['en-GB', '1 Mar', 'incomplete'],
    ['en-GB', '1/3/202', 'incomplete'],
    ['en-GB', '03 15 26', 'short-year'],
    ['en-GB', "1 Mar '26", 'short-year'],
    ['en-GB', '150326', 'short-year'],
    ['en-GB', '31/02/2026', 'impossible'],
    ['en-GB', '2026-02-29', 'impossible'],
    ['en-GB', 'April 31, 2026', 'impossible'],
    // The month is not exchanged for the day here, or 03/01/2026 would be taken for March.
    ['en-GB', '03/15/2026', 'impossible'],
    ['en-US', '15/03/2026', 'impossible'],
    ['en-GB', '00/03/2026', 'impossible'],
    ['en-GB', '0026-03-15', 'far-year'],
    ['en-GB', '1 Mar 2206', 'far-year'],
    ['th-TH', '1 มีนาคม 2569', 'far-year'],
    ['sv-SE', '01/03/2026', 'ambiguous'],
    ['en-CA', '01/03/2026', 'ambiguous'],
    ['en-GB', 'soon', 'unreadable'],
    ['en-GB', '-', 'unreadable'],
    ['en-GB', '46082', 'unreadable'],
    ['en-GB', '01/03/20266', 'unreadable'],
    ['en-GB', '1 Mar 2026 or 2 Mar 2026', 'unreadable'],
    ['en-GB', '2026-03-01/2026-03-31', 'unreadable'],
    ['en-GB', '2026-03-01?', 'unreadable'],
    ['ja-JP', '令和8年3月1日', 'unreadable'],
    ['en-GB', `2026-03-01 ${'x'.repeat(100_000)}`, 'unreadable'],
  ])('%s: %j is %s', (locale, text, fault) => {
    expect(dayReader(locale).read(text)).toEqual({ kind: 'fault', fault })
  })

  it.each(['', '  ', '\n', '\u200B'])('%j is empty, which is no fault', (text) => {
    expect(dayReader('en-GB').read(text)).toEqual({ kind: 'empty' })
  })
})

describe('a field in this browser', () => {
  beforeEach(() => provide(readerOfDays, dayReader('en-GB')))
  afterEach(resetServices)

  it('holds the day, or else what was typed, and never nothing for something', () => {
    expect(heldDay('1 Mar 2026')).toBe('2026-03-01')
    expect(heldDay(' ')).toBe('')
    expect(heldDay('31/02/2026 ')).toBe('31/02/2026 ')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(heldDay(text) === '').toBe(dayReader('en-GB').read(text).kind === 'empty')
      }),
    )
  })

  it('says why a text is no day, and how to write it', () => {
    expect(dayProblem('2026-03-01')).toBeUndefined()
    expect(dayProblem('')).toBeUndefined()
    expect(
      ['02 31', '03 15 26', '31/02/2026', '0026-03-15', 'soon'].map((text) => dayProblem(text)),
    ).toEqual([
      'Not a complete date: write day, month and year as DD/MM/YYYY.',
      'Write the year with four digits, as in DD/MM/YYYY.',
      'There is no such day in the calendar: dates are read as DD/MM/YYYY.',
      'Check the year: it has to lie between 1900 and 2199.',
      'Not a date: write it as DD/MM/YYYY, or as in 28 Feb 2026.',
    ])
    provide(readerOfDays, dayReader('sv-SE'))
    expect(dayProblem('01/03/2026')).toBe(
      'This could be two different days: write it as YYYY-MM-DD.',
    )
  })

  it('knows when no digit can follow', () => {
    for (const whole of ['2026-03-01', '1/3/2026', '1 Mar 2026', '20260301', '2026-3-9 '])
      expect(isWholeDay(whole)).toBe(true)
    for (const open of ['2026-3-1', '2026 Mar 2', '2026-03', '', 'soon'])
      expect(isWholeDay(open)).toBe(false)
  })
})
