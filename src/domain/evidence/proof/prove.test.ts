import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  heading,
  item,
  sketchedPages,
  table,
  text,
} from '../../../testing/reports/sketched-pages.ts'
import { reportPages } from '../../../testing/reports/sketched-report.ts'
import { layOut } from '../layout/layout.ts'
import type { PageText } from '../layout/page-text.ts'
import { readPages } from '../reading.ts'
import type { QuotePart } from '../suggestion.ts'
import { proofOf } from './prove.ts'

const proofOfPages = (pages: readonly PageText[]) => proofOf(pages, layOut(pages))
const isProved = (lines: readonly string[], quote: string): boolean => {
  const pages = sketchedPages([lines.map((line) => text(line))])
  return proofOfPages(pages).quote([{ page: 1, text: quote }]) !== null
}

describe('a quote stands on its page', () => {
  test.each([
    ['white space and line breaks', ['No exceptions', 'noted.'], 'No  exceptions noted.'],
    ['case', ['No Exceptions Noted.'], 'no exceptions noted.'],
    ['quotation marks', ['the “description” of Ostrava’s'], `the "description" of Ostrava's`],
    ['ligatures', ['eﬀective and ﬁnal'], 'effective and final'],
    ['soft hyphens', ['excep\u00adtions'], 'exceptions'],
    ['a hyphen at a line’s end', ['operated effective-', 'ly'], 'operated effectively'],
    ['the same hyphen, if it is quoted', ['multi-', 'factor'], 'multi-factor'],
  ])('whatever its %s', (_, lines, quote) => {
    expect(isProved(lines, quote)).toBe(true)
  })

  test.each([
    ['another letter', ['2 of 25 users'], '2 of 26 users'],
    ['a hyphen left out within a line', ['they re-sign each year'], 'they resign each year'],
    ['a hyphen put in', ['they resign each year'], 'they re-sign each year'],
    ['a dash for a hyphen', ['a – b'], 'a - b'],
    ['another number', ['①'], '1'],
    ['words left out', ['no relevant exceptions noted'], 'no exceptions noted'],
    ['nothing at all', ['text'], ' '],
  ])('and not with %s', (_, lines, quote) => {
    expect(isProved(lines, quote)).toBe(false)
  })

  const pages = sketchedPages([
    [text('The first half')],
    [text('and the second half.')],
    [text('More.')],
  ])
  test('in two parts over a page break, in their order', () => {
    const parts = [
      { page: 1, text: 'first half' },
      { page: 2, text: 'and the second' },
    ]
    expect(proofOfPages(pages).quote(parts)).toHaveLength(2)
    expect(proofOfPages(pages).quote(parts.toReversed())).toBeNull()
    expect(proofOfPages(pages).quote([...parts, { page: 3, text: 'More.' }])).toBeNull()
    expect(proofOfPages(pages).quote([{ page: 2, text: 'first half' }])).toBeNull()
    expect(proofOfPages(pages).quote([{ page: 9, text: 'More.' }])).toBeNull()
  })

  test('across the cells of a table only cell by cell', () => {
    const cells = sketchedPages([
      [
        table(
          [72, 300],
          ['Control', 'Result'],
          [
            [
              'One control that wraps over two lines of its cell here',
              'No exceptions were noted in this long cell either',
            ],
          ],
        ),
      ],
    ])
    const proof = proofOfPages(cells)
    expect(
      proof.quote([{ page: 1, text: 'No exceptions were noted in this long cell either' }]),
    ).not.toBeNull()
    expect(proof.quote([{ page: 1, text: 'its cell here No exceptions' }])).toBeNull()
  })

  test('a value that its quote does not hold is not let through', () => {
    const claim = { value: 'Acme', parts: [{ page: 1, text: 'first half' }], rule: 'test' }
    expect(proofOfPages(pages).admit(claim, 'Acme')).toBeNull()
    expect(proofOfPages(pages).admit({ ...claim, value: 'first' }, 'first')).toMatchObject({
      value: 'first',
    })
  })

  test('the ranges point into the text of pdf.js, where zero-width characters still are', () => {
    const [page] = sketchedPages([[text('abc')]])
    const items = (page?.items ?? []).map((one) => ({ ...one, offsets: [0, 2, 4] }))
    const own = [{ page: 1, label: 'i', width: 612, height: 792, items }]
    expect(proofOfPages(own).quote([{ page: 1, text: 'bc' }])).toEqual([
      { page: 1, label: 'i', text: 'bc', ranges: [{ item: 0, start: 2, end: 5 }] },
    ])
  })
})

/** Words of reports and of no language, with what a fold may stumble over. */
const WORDS = [
  'In our opinion, in all material respects,',
  'except for',
  'We have examined',
  'SOC 2',
  'Type 2',
  'Type I',
  '1 January 2025 to 31 December 2025',
  'as of March 31, 2026',
  '4 May 2026',
  'Halloran Pike LLP',
  'subservice organization',
  'uses Acme Cloud and Borealis Mail',
  'Exception noted.',
  'No exceptions noted.',
  'Result:',
  '2 of 25',
  'CC1.1',
  'Leeds, England',
  'User entities are responsible for',
  'must',
  'trust services criteria relevant to security and privacy',
  'carve-out method',
  'ﬁnal',
  're-',
  'sign',
  'ex\u00adcep',
  'tions',
  '“quoted”',
  '‘',
  '-',
  '—',
  'ﬀ',
  'İstanbul',
  'ß',
  '𝒜',
  '\u200b',
  '①',
  'a',
  '.',
  ';',
  'e\u0301',
]
const HEADINGS = [
  'Section I – Independent Service Auditor’s Report',
  'Section II – Assertion of Management',
  'Section III – Description of the System',
  'Section IV – Tests of Controls and Results',
  'Complementary User Entity Controls',
  'Services',
  'Locations',
  'Subservice Organizations',
  'Disclaimer of Opinion',
  'Section V – Other Information',
]
const line = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '))
const part = fc.oneof(
  { weight: 3, arbitrary: line.map((content) => text(content)) },
  { weight: 2, arbitrary: fc.constantFrom(...HEADINGS).map((content) => heading(content)) },
  { weight: 2, arbitrary: line.map((content) => item(content)) },
  fc
    .array(fc.tuple(line, line, line), { maxLength: 3 })
    .map((rows) => table([72, 220, 400], ['Control', 'Test', 'Result'], rows)),
)
const documents = fc.array(fc.array(part, { maxLength: 7 }), { minLength: 1, maxLength: 5 })

/** The quote, rebuilt from the items that its ranges name: the proof's own fold has no part in it. */
const plain = (content: string): string =>
  content
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[\s\u00ad\u200b-\u200f\u2010\u2011-]/g, '')
    .replaceAll(/[‘’‚ʼ`´]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
const rebuilt = (quote: QuotePart, pages: readonly PageText[]): string =>
  quote.ranges
    .map(({ item: index, start, end }) =>
      (pages[quote.page - 1]?.items.find((one) => one.index === index)?.text ?? '').slice(
        start,
        end,
      ),
    )
    .join('')

const quotesIn = (value: unknown): QuotePart[] => {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  if ('ranges' in value) return [value as QuotePart]
  return Object.values(value).flatMap(quotesIn)
}

test('of arbitrary pages, every value that is read has its quote on the page that it names', () => {
  let seen = 0
  let values = 0
  fc.assert(
    fc.property(documents, (sketch) => {
      const pages = sketchedPages(sketch)
      const reading = readPages(pages)
      for (const field of Object.values(reading.fields ?? {}))
        if (field.status === 'found') {
          values += field.candidates.length
          expect(field.candidates.every(({ quote }) => quote.length > 0)).toBe(true)
        }
      for (const quote of quotesIn(reading)) {
        seen++
        expect(plain(rebuilt(quote, pages))).toBe(plain(quote.text))
      }
    }),
    { numRuns: 1_000 },
  )
  // The property says nothing unless values were read.
  expect(values).toBeGreaterThan(300)
  expect(seen).toBeGreaterThanOrEqual(values)
})

type Method = (this: object, ...given: unknown[]) => unknown

/** Replaces a method for a while, to count what it is given. */
const watch = (target: object, name: string, note: (self: object, given: unknown[]) => void) => {
  const own = Reflect.get(target, name) as Method
  Reflect.set(target, name, function watched(this: object, ...given: unknown[]) {
    note(this, given)
    return Reflect.apply(own, this, given)
  })
  return () => Reflect.set(target, name, own)
}

/** Letters that regular expressions and searches were given while this ran. */
const lettersRead = (run: () => void): number => {
  let letters = 0
  const stops = [
    watch(RegExp.prototype, 'exec', (_, [content]) => {
      letters += String(content).length
    }),
    ...['indexOf', 'includes'].map((name) =>
      watch(String.prototype, name, (self) => {
        letters += (self as { length: number }).length
      }),
    ),
  ]
  try {
    run()
  } finally {
    for (const stop of stops) stop()
  }
  return letters
}

test('a report of twice as many pages takes at most about twice as many steps', () => {
  const tests = Array.from({ length: 6 }, (_, at) => [
    `CC${at}.1`,
    `Control number ${at} is carried out every month.`,
    `Inspected records ${at}.`,
    at === 3 ? `For ${at} of 25 items no approval was found.` : 'No exceptions noted.',
  ])
  const steps = (times: number): number => {
    const report = reportPages({
      tests: [table([72, 150, 350, 470], ['Ref.', 'Control', 'Test performed', 'Result'], tests)],
      description: [
        heading('Services', 12),
        item('Acme Books keeps books.'),
        heading('Complementary User Entity Controls', 12),
        item('User entities must review their users.'),
      ],
    })
    const pages = report.flatMap((page, at) =>
      Array.from({ length: at < 3 ? 1 : times }, () => page),
    )
    return lettersRead(() => readPages(pages.map((page, at) => ({ ...page, page: at + 1 }))))
  }
  const some = steps(20)
  const twice = steps(40)
  expect(some).toBeGreaterThan(100_000)
  expect(twice / some).toBeLessThan(2.3)
  expect(steps(80) / twice).toBeLessThan(2.3)
})
