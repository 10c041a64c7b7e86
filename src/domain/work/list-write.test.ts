import { describe, expect, it } from 'vitest'
import type { Names } from '../../testing/reconciled.ts'
import { namesOf, services } from '../../testing/works.ts'
import { behindOthers, writeOf } from './list-write.ts'

describe('a list is written', () => {
  it.each<[Names, Names, 'clear' | Names]>([
    [[], ['a'], ['a']],
    [['a'], ['a', 'b', 'c'], ['b', 'c']],
    [['a', 'a'], ['a', 'a', 'a'], ['a']],
    [['a', 'b'], ['a'], 'clear'],
    [['a', 'b'], ['b', 'a', 'c'], 'clear'],
    [['a'], ['a ', 'b'], 'clear'],
    [['a'], [], 'clear'],
  ])('from %j to %j by %j', (now, wanted, write) => {
    expect(writeOf('services', services(...now), services(...wanted))).toEqual(
      write === 'clear' ? write : services(...write),
    )
  })

  it.each<[Names, Names, Names]>([
    [['a', 't'], ['t'], ['t', 'a']],
    [
      ['a', 't', 'u', 'b'],
      ['u', 't'],
      ['u', 't', 'a', 'b'],
    ],
    [['a', 'a', 't', 't'], ['t'], ['t', 'a', 'a', 't']],
    [['a', 't'], [], ['a', 't']],
    // Unwanted items can only be removed by clearing.
    [['a', 'b'], ['t'], ['a', 'b']],
    [
      ['a', 't'],
      ['t', 't'],
      ['a', 't'],
    ],
  ])('so that %j stand behind %j, if they can: %j', (wanted, others, order) => {
    const result = behindOthers('services', services(...wanted), services(...others))
    expect(namesOf(result)).toEqual(order)
  })
})
