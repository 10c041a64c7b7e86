import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../contract/enums.ts'
import { SOC_LISTS } from './form-fields.ts'
import { readPaste } from './paste-items.ts'

const descriptions = (text: string) =>
  readPaste('findings', text).items.map(({ description }) => description)

describe('pasted lines', () => {
  it('become one item each, whatever ends them, without the blank ones', () => {
    expect(descriptions('one\r\ntwo\rthree\n\n \t \n four \n')).toEqual([
      'one',
      'two',
      'three',
      'four',
    ])
    expect(descriptions(' \n\t\r\n')).toEqual([])
  })

  it.each([
    ['• Access reviews', 'Access reviews'],
    ['•Access reviews', 'Access reviews'],
    ['- Access reviews', 'Access reviews'],
    ['– Access reviews', 'Access reviews'],
    ['12. Access reviews', 'Access reviews'],
    ['3) Access reviews', 'Access reviews'],
    ['(3) Access reviews', 'Access reviews'],
    ['a) Access reviews', 'Access reviews'],
    ['1.\tAccess reviews', 'Access reviews'],
    ['•\tAccess reviews', 'Access reviews'],
  ])('lose their marks: %j is %j', (line, item) => {
    expect(descriptions(`${line}\n${line}`)).toEqual([item, item])
  })

  it.each([
    '1.5 million records',
    '2 of 25 sampled users',
    'CC6.1 Logical access',
    '-5 °C',
    '2025 (restated)',
    'A. Smith left',
    '(new) control',
    '-',
    '1.',
    '"Quoted" words',
  ])('keep what only looks like a mark: %j', (line) => {
    expect(descriptions(line)).toEqual([line])
  })

  it('keep the cells of a table, those of several lines included', () => {
    expect(descriptions('CC6.1\t2 of 25\t\tRemediated\n')).toEqual(['CC6.1 – 2 of 25 – Remediated'])
    expect(descriptions('CC6.1\t"Two users\nhad ""admin"""\tRemediated\nCC6.2\tNone')).toEqual([
      'CC6.1 – Two users\nhad "admin" – Remediated',
      'CC6.2 – None',
    ])
  })
})

describe('pasted user controls', () => {
  it.each([
    ['Reset passwords\tYes', true],
    ['Reset passwords\tx', true],
    ['Reset passwords\t✓', true],
    ['Reset passwords\tTRUE', true],
    ['Reset passwords\tno', false],
    ['Reset passwords\tFalse', false],
    ['1.\tReset passwords\tyes', true],
    ['Reset passwords', false],
  ])('take a last cell as the answer: %j', (line, inPlace) => {
    expect(readPaste('userControls', line).items).toEqual([
      { description: 'Reset passwords', inPlace },
    ])
  })

  it('keep a last cell that is no answer, and an answer that is all there is', () => {
    expect(readPaste('userControls', 'CC6.1\tReset passwords\nYes').items).toEqual([
      { description: 'CC6.1 – Reset passwords', inPlace: false },
      { description: 'Yes', inPlace: false },
    ])
  })
})

describe('pasted locations', () => {
  it.each([
    ['Dublin\tIreland', 'Dublin', 'Ireland'],
    ['Dublin, Ireland', 'Dublin', 'Ireland'],
    ['• Austin, Texas, United States', 'Austin', 'Texas, United States'],
    ['Austin\tTexas\tUnited States', 'Austin', 'Texas, United States'],
    ['Washington, D.C.\tUnited States', 'Washington, D.C.', 'United States'],
    ['東京，日本', '東京', '日本'],
    ['Singapore', 'Singapore', ''],
    [', Ireland', ', Ireland', ''],
  ])('are a city and a state or country: %j', (line, city, stateOrCountry) => {
    expect(readPaste('locations', line).items).toEqual([{ city, stateOrCountry }])
  })
})

describe('text with a break at every printed line', () => {
  const MARKED = [
    [
      'CUEC-1. Access to the system is restricted by the user',
      'entity.',
      'CUEC-2. The user entity reviews access each quarter, and',
      'revokes what is not needed.',
    ],
    ['• Access reviews are', 'late', '• Backups'],
    ['•', 'Access reviews are', 'late', '•', 'Backups'],
    ['1. Access reviews', 'are late', '2. Backups'],
    ['a) Access reviews', 'are late', 'b) Backups'],
    ['- Access reviews', 'are late', '- Backups'],
    ['CC6.1 Access reviews', 'are late', 'CC6.3 Backups'],
    ['A.5.1 Access reviews', 'are late', 'A.6.1 Backups'],
    ['1.1 Access reviews', 'are late', '1.2 Backups'],
    ['Control 3 – Access reviews', 'are late', 'Control 4 – Backups'],
    ['UEC1', 'Access reviews', 'are late', 'UEC2', 'Backups'],
  ]
  it.each(MARKED)('goes on where a line has no mark: %j …', (...lines) => {
    const items = descriptions(lines.join('\n'))
    expect(items).toHaveLength(2)
    expect(items[0]).toMatch(/(?:Access reviews are late|user entity\.)$/)
    expect(readPaste('findings', lines.join('\n')).other?.items).toHaveLength(lines.length)
  })

  it('keeps a heading before the first mark, and the marks that are names', () => {
    expect(
      descriptions('User entity\ncontrols\nCUEC-1 Passwords\nare kept\nCUEC-2 Reviews'),
    ).toEqual(['User entity controls', 'CUEC-1 Passwords are kept', 'CUEC-2 Reviews'])
  })

  it.each([
    [['AES-128', 'AES-256', 'Backups']],
    [['Windows 10', 'Windows 11', 'Linux']],
    [['SOC 2 reports', 'Backups']],
    [['Access is restricted within', '12. The auditor', 'found none']],
    [['Access is granted', '– if at all –', 'by the owner']],
    [['1.5 million records', 'Backups', '2 of 25 users']],
  ])('takes no product, number or dash for a mark: %j', (lines) => {
    expect(descriptions(lines.join('\n'))).toEqual(lines)
  })

  it('takes a line of a table for a row, with or without a mark', () => {
    const rows = '- Access reviews\nBackups\n- Passwords'
    expect(readPaste('findings', rows, true).items).toHaveLength(3)
    expect(readPaste('findings', rows, true).other).toBeUndefined()
  })

  it.each([
    ['third-\nparty access', 'third-party access'],
    ['author\u00AD\nised', 'authorised'],
    ['CC6.1 -\nAccess', 'CC6.1 - Access'],
    ['監査\n報告', '監査報告'],
    ['보안\n검토', '보안 검토'],
    ['one \r\n two', 'one two'],
  ])('is joined by words: %j is %j', (text, item) => {
    expect(readPaste('findings', text).other).toEqual({
      way: 'join',
      items: [{ description: item }],
    })
  })

  it('is joined by paragraphs, if it has some', () => {
    const textsOf = (text: string) =>
      readPaste('findings', text).other?.items.map(({ description }) => description)
    expect(textsOf('one\ntwo\n\nthree\nfour')).toEqual(['one two', 'three four'])
    expect(textsOf('one\n\ntwo\n\nthree')).toEqual(['one two three'])
    expect(textsOf('one')).toBeUndefined()
    expect(textsOf('• one\n• two')).toBeUndefined()
  })

  it('has an answer for the whole control, and never for the end of a broken line', () => {
    const broken = 'CUEC-1. Access is restricted by the user\nentity\tYes\nCUEC-2. Reviews\tNo'
    expect(readPaste('userControls', broken).items).toEqual([
      { description: 'CUEC-1. Access is restricted by the user entity', inPlace: true },
      { description: 'CUEC-2. Reviews', inPlace: false },
    ])
    expect(readPaste('userControls', 'CUEC-1.\tAccess is\tYes\nrestricted').items).toEqual([
      { description: 'CUEC-1. – Access is restricted', inPlace: true },
    ])
    expect(readPaste('userControls', 'CUEC-1\nReviews\nYes\nCUEC-2\nBackups\nNo').items).toEqual([
      { description: 'CUEC-1 Reviews', inPlace: true },
      { description: 'CUEC-2 Backups', inPlace: false },
    ])
    const unmarked = 'Access is restricted by the user\nentity\tYes\nReviews are made\tYes'
    expect(readPaste('userControls', unmarked).items).toEqual([
      { description: 'Access is restricted by the user', inPlace: false },
      { description: 'entity – Yes', inPlace: false },
      { description: 'Reviews are made', inPlace: true },
    ])
    expect(readPaste('userControls', unmarked).other?.items).toEqual([
      { description: 'Access is restricted by the user entity', inPlace: true },
      { description: 'Reviews are made', inPlace: true },
    ])
  })

  it('keeps a second answer as text', () => {
    expect(readPaste('userControls', '1. Access is\tYes\nrestricted\tNo').items).toEqual([
      { description: 'Access is restricted – No', inPlace: true },
    ])
  })
})

describe('any pasted text', () => {
  /**
   * A line that begins with no mark. It has no quote either: a quote might begin a cell of several
   * lines. A bracket after the first letter would make a mark of it: "x)".
   */
  const line = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => text.replace(/["\p{Cc}]/gu, ' '))
    .map((text) => (text.trim() === '' ? text : `x${text.trimStart().replace(/^\)/, '_')}`))
  /** A line that may begin with a mark. */
  const anyLine = fc
    .tuple(fc.constantFrom('', '', '• ', '- ', '1. ', '2) ', 'a) ', 'CUEC-1 ', 'CC6.1 '), line)
    .map(([mark, text]) => mark + text)
  const list = fc.constantFrom(...SOC_LISTS.map(({ name }) => name))
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

  it('gives an item for each line that is not blank, none of them empty', () => {
    fc.assert(
      fc.property(list, fc.array(line), lineEnd, (id, lines, end) => {
        const items = readPaste(id, lines.join(end)).items
        expect(items).toHaveLength(lines.filter((text) => text.trim() !== '').length)
        for (const item of items)
          expect(Object.values(item).some((value) => typeof value === 'string' && value)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives no empty item, and loses no word, whichever way it is read', () => {
    const wordsOf = (text: string): string[] => text.match(/x\S*/g) ?? []
    fc.assert(
      fc.property(fc.array(anyLine), lineEnd, (lines, end) => {
        const text = lines.join(end)
        const other = readPaste('findings', text).other?.items
        for (const items of [readPaste('findings', text).items, other ?? []]) {
          for (const { description } of items) expect(description).toMatch(/\S/)
          if (items.length > 0)
            expect(wordsOf(items.map(({ description }) => description).join(' ')).length).toBe(
              wordsOf(text).length,
            )
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is never cut, however long', () => {
    const word = fc
      .integer({ min: 1, max: 2 * LIMITS.longText })
      .map((length) => 'w'.repeat(length))
    fc.assert(
      fc.property(list, fc.array(word, { minLength: 1, maxLength: 4 }), (id, words) => {
        const texts = readPaste(id, words.join('\n')).items.map((item) => Object.values(item)[0])
        expect(texts).toEqual(words)
      }),
    )
  })
})
