import { describe, expect, it } from 'vitest'
import { requestTo, SERVICES, settled, takesAll, workAt } from '../../testing/works.ts'
import { type SocItem } from '../soc/form-fields.ts'
import { diffLists } from './list-diff.ts'
import { mergedItems, mergeLists } from './list-merge.ts'
import { reconcile } from './reconcile.ts'

/** Counts how often items are read. A count is the same on every machine; time is not. */
let looks = 0
const item = (name: string): SocItem => ({
  get name() {
    looks += 1
    return name
  },
})

/** A list in which every tenth item belongs to one side, and some are added, moved or removed. */
const listOf = (side: string, length: number): SocItem[] => {
  const items = Array.from({ length }, (_, index) =>
    item(index % 10 === side.length ? `${side} ${index}` : `item ${index}`),
  )
  return [...items.slice(3), item(`${side} new`), item('item 0')]
}

const looksOf = (run: (length: number) => void, length: number): number => {
  looks = 0
  run(length)
  return looks
}

const base = (length: number): SocItem[] =>
  Array.from({ length }, (_, index) => item(`item ${index}`))

describe.each<[string, (length: number) => void]>([
  ['a comparison', (length) => void diffLists('services', base(length), listOf('m', length))],
  [
    'a merge',
    (length) => {
      const rows = mergeLists('services', base(length), listOf('m', length), listOf('th', length))
      mergedItems('services', rows)
    },
  ],
  [
    'the work without requests',
    (length) => {
      const work = workAt(SERVICES, base(length), listOf('m', length))
      const theirs = { [SERVICES]: listOf('th', length) }
      reconcile(work, theirs, { isSettled: settled, maySend: takesAll })
    },
  ],
  [
    'the work after a clear and an addition',
    (length) => {
      const [from, to] = [base(length), listOf('m', length)]
      const sent = [
        requestTo(SERVICES, { from, to, isClear: true, outcome: 'taken' }),
        requestTo(SERVICES, { from, to, adds: to }),
      ]
      const theirs = { [SERVICES]: [...listOf('th', length), ...to] }
      const work = workAt(SERVICES, from, to, ...sent)
      reconcile(work, theirs, { isSettled: settled, maySend: takesAll })
    },
  ],
])('%s', (_, run) => {
  it('looks at four times as many items about four times as often (B9)', () => {
    const [few, many] = [looksOf(run, 200), looksOf(run, 800)]
    expect(few).toBeGreaterThan(200)
    expect(many / few).toBeLessThan(4.4)
  })
})
