import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SocItem } from './form-fields.ts'
import { readPaste } from './paste-items.ts'

describe('the head of a table', () => {
  const rows = ['1\tCC6.2\t2 of 25 leavers kept access', '2\tCC6.3\tOne review was late']

  it.each([
    ['No.\tControl\tException'],
    ['#\tTrust services criteria\tResults of testing'],
    ['Ref\tControl objective\tManagement’s response:'],
  ])('is no item, and can be one: %j', (head) => {
    const { items, head: cells, other } = readPaste('findings', [head, ...rows].join('\n'))
    expect(items).toEqual(readPaste('findings', rows.join('\n')).items)
    expect(cells).toEqual(head.split('\t'))
    expect(other).toEqual({
      way: 'with-head',
      items: [{ description: head.replaceAll('\t', ' – ') }, ...items],
    })
  })

  it('is left out of other lists, and of a column of a table', () => {
    expect(readPaste('userControls', 'Control\tIn place?\nReset passwords\tYes').items).toEqual([
      { description: 'Reset passwords', inPlace: true },
    ])
    expect(readPaste('locations', 'City\tState or country\nPorto\tPortugal').items).toEqual([
      { city: 'Porto', stateOrCountry: 'Portugal' },
    ])
    expect(readPaste('services', 'Service\nLedger', true)).toMatchObject({ head: ['Service'] })
  })

  it.each([
    ['a line of a text', 'Exceptions\nA leaver kept access'],
    ['all that there is', 'No.\tControl\tException'],
    ['a row with other words', `No.\tControl\tLate reviews\n${rows.join('\n')}`],
    ['a later row', `${rows.join('\n')}\nNo.\tControl\tException`],
  ])('is not %s', (_, text) => {
    const { items, head } = readPaste('findings', text)
    expect(head).toBeUndefined()
    expect(items).toHaveLength(text.split('\n').length)
  })

  it('costs no cell: each is in an item, or in the head that is reported', () => {
    const cell = fc.constantFrom('Control', 'Exception', 'In place', 'x1', 'x2', 'Ledger', 'No.')
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1 })
    fc.assert(
      fc.property(table, fc.boolean(), (cells, isTable) => {
        const text = cells.map((row) => row.join('\t')).join('\n')
        const { items, head = [], other } = readPaste('findings', text, isTable)
        const shown = (of: readonly SocItem[]) =>
          of.map(({ description }) => description).join(' – ')
        expect([...head, shown(items)].join(' – ')).toBe(cells.flat().join(' – '))
        if (other?.way === 'with-head') expect(shown(other.items)).toBe(cells.flat().join(' – '))
      }),
    )
  })
})
