import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ServiceError } from './errors.ts'
import { type PageAnswer, pageOf } from './paging.ts'
import type { Paging } from './queries.ts'

interface Row {
  id: number
  createdAt: string
  updatedAt: string
}

// Few different times, so that equal ones are common.
const time = fc.integer({ min: 0, max: 5 }).map((hour) => `2026-01-01T0${hour}:00:00.000Z`)
const rows = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 999 }), createdAt: time, updatedAt: time }),
  { selector: ({ id }) => id, maxLength: 60 },
)
const order = fc.record({
  sort: fc.constantFrom('createdAt' as const, 'updatedAt' as const),
  sortDir: fc.constantFrom('ASC' as const, 'DESC' as const),
})

const walk = (records: readonly Row[], paging: Paging): PageAnswer<Row>[] => {
  const pages: PageAnswer<Row>[] = []
  let cursor: string | null = null
  do {
    const page: PageAnswer<Row> = pageOf(
      records,
      { ...paging, ...(cursor && { cursor }) },
      (row) => row,
    )
    pages.push(page)
    cursor = page.pagination.cursor
  } while (cursor !== null)
  return pages
}

const ascending = (one: number, other: number): number => one - other

describe('pageOf', () => {
  it('visits every record exactly once and in order', () => {
    fc.assert(
      fc.property(rows, order, fc.integer({ min: 1, max: 25 }), (records, by, size) => {
        const visited = walk(records, { ...by, size }).flatMap(({ data }) => data)
        const sign = by.sortDir === 'ASC' ? 1 : -1
        const expected = records.toSorted((one, other) => {
          const [a, b] = [one[by.sort], other[by.sort]]
          return sign * (a < b ? -1 : a > b ? 1 : one.id - other.id)
        })
        expect(visited).toEqual(expected)
      }),
    )
  })

  it('neither repeats nor hides records when others are added between two pages', () => {
    fc.assert(
      fc.property(rows, rows, (before, others) => {
        const first = pageOf(before, { size: 5 }, (row) => row)
        const { cursor } = first.pagination
        if (cursor === null) return
        const added = others.map((row) => ({ ...row, id: row.id + 1_000 }))
        const rest = walkFrom([...before, ...added], cursor)
        const visited = [...first.data, ...rest].filter(({ id }) => id < 1_000)
        expect(visited.map(({ id }) => id).toSorted(ascending)).toEqual(
          before.map(({ id }) => id).toSorted(ascending),
        )
      }),
    )
  })

  it('says the total on the first page only, and only when asked', () => {
    const records = Array.from({ length: 7 }, (_, id) => ({
      id: id + 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    }))
    const pages = walk(records, { size: 3, includeTotalCount: true })
    expect(pages.map(({ pagination }) => pagination.totalCount)).toEqual([7, undefined, undefined])
    expect(
      pages.every(({ pagination }, index) => 'totalCount' in pagination === (index === 0)),
    ).toBe(true)
    expect(walk(records, { size: 3 })[0]?.pagination).not.toHaveProperty('totalCount')
  })

  it('refuses a cursor that is none, or of another order', () => {
    const records = [1, 2].map((id) => ({ id, createdAt: 'a', updatedAt: 'b' }))
    expect(() => pageOf(records, { cursor: 'nonsense' }, (row) => row)).toThrow(ServiceError)
    const { cursor } = pageOf(records, { size: 1 }, (row) => row).pagination
    expect(() =>
      pageOf(records, { cursor: cursor ?? '', sort: 'updatedAt' }, (row) => row),
    ).toThrow('another sort order')
  })
})

const walkFrom = (records: readonly Row[], cursor: string): Row[] => {
  const page = pageOf(records, { size: 5, cursor }, (row) => row)
  const next = page.pagination.cursor
  return next === null ? page.data : [...page.data, ...walkFrom(records, next)]
}
