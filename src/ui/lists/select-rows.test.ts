import { describe, expect, it } from 'vitest'
import { rowsBetween, type Selection, selectedShare, selectRows } from './select-rows.ts'

interface Row {
  id: number
}

const rowKey = ({ id }: Row): number => id
const rows: Row[] = [7, 3, 9, 1].map((id) => ({ id }))
const [first, second, third, fourth] = rows as [Row, Row, Row, Row]
const of = (...chosen: Row[]): Selection<Row> => new Map(chosen.map((row) => [row.id, row]))

describe('a selection', () => {
  it('takes rows in and out, and keeps those that are not shown', () => {
    const hidden = { id: 55 }
    const both = selectRows(of(hidden), [first, second], rowKey, true)
    expect([...both.keys()]).toEqual([55, 7, 3])
    expect([...selectRows(both, [first, fourth], rowKey, false).keys()]).toEqual([55, 3])
  })

  it('leaves the selection it was given as it was', () => {
    const before = of(first)
    selectRows(before, rows, rowKey, true)
    expect([...before.keys()]).toEqual([7])
  })

  it('is none, some or all of the rows that are shown', () => {
    expect(selectedShare(of(), rows, rowKey)).toBe('none')
    expect(selectedShare(of({ id: 55 }), rows, rowKey)).toBe('none')
    expect(selectedShare(of(first, { id: 55 }), rows, rowKey)).toBe('some')
    expect(selectedShare(of(...rows, { id: 55 }), rows, rowKey)).toBe('all')
  })
})

describe('a range', () => {
  it('holds both ends, whichever was clicked first', () => {
    expect(rowsBetween(rows, rowKey, second.id, fourth)).toEqual([second, third, fourth])
    expect(rowsBetween(rows, rowKey, fourth.id, second)).toEqual([second, third, fourth])
    expect(rowsBetween(rows, rowKey, third.id, third)).toEqual([third])
  })

  it('is the clicked row alone where nothing was clicked before, or it is no longer shown', () => {
    expect(rowsBetween(rows, rowKey, undefined, third)).toEqual([third])
    expect(rowsBetween(rows, rowKey, 55, third)).toEqual([third])
  })
})
