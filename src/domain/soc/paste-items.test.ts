import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../contract/enums.ts'
import { SOC_LISTS } from './form-fields.ts'
import { itemsFromPaste } from './paste-items.ts'

const descriptions = (text: string) =>
  itemsFromPaste('findings', text).map(({ description }) => description)

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
    expect(itemsFromPaste('userControls', line)).toEqual([
      { description: 'Reset passwords', inPlace },
    ])
  })

  it('keep a last cell that is no answer, and an answer that is all there is', () => {
    expect(itemsFromPaste('userControls', 'CC6.1\tReset passwords\nYes')).toEqual([
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
    expect(itemsFromPaste('locations', line)).toEqual([{ city, stateOrCountry }])
  })
})

describe('any pasted text', () => {
  /** A line without a quote: a quote might begin a cell of several lines. */
  const line = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => text.replace(/["\p{Cc}]/gu, ' '))
  const list = fc.constantFrom(...SOC_LISTS.map(({ name }) => name))
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

  it('gives as many items as it has lines that are not blank, none of them empty', () => {
    fc.assert(
      fc.property(list, fc.array(line), lineEnd, (id, lines, end) => {
        const items = itemsFromPaste(id, lines.join(end))
        expect(items).toHaveLength(lines.filter((text) => text.trim() !== '').length)
        for (const item of items)
          expect(Object.values(item).some((value) => typeof value === 'string' && value)).toBe(true)
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
        const texts = itemsFromPaste(id, words.join('\n')).map((item) => Object.values(item)[0])
        expect(texts).toEqual(words)
      }),
    )
  })
})
