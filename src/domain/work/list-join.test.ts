import { describe, expect, it } from 'vitest'
import { services } from '../../testing/works.ts'
import { diffLists } from './list-diff.ts'
import { joinParts, type Part } from './list-join.ts'

type Names = readonly string[]
const partOf = (side: Part['side'], base: Names, names: Names): Part => ({
  side,
  items: services(...names),
  diff: diffLists('services', services(...base), services(...names)),
})

const join = (base: Names, mine: Names, theirs: Names) => {
  const { parts, taken } = joinParts(
    'services',
    partOf('mine', base, mine),
    partOf('theirs', base, theirs),
  )
  const [one, other] = parts.map(({ diff: { now, before } }) => ({ now, before }))
  return { mine: one, theirs: other, taken: taken.map((indexes) => [...indexes]) }
}

describe('the new words of two sides', () => {
  it('stand as they are where they differ', () => {
    expect(join(['a', 'b'], ['m', 'b'], ['a', 't'])).toEqual({
      mine: { now: [0, 1], before: [0, 1] },
      theirs: { now: [0, 1], before: [0, 1] },
      taken: [[], []],
    })
  })

  it('are one item where one side reworded what the other seems to have removed', () => {
    // They removed two items and added three, none of which resembles a removed one.
    expect(join(['a', 'b'], ['x', 'b'], ['u', 'x', 'v'])).toEqual({
      mine: { now: [0, 1], before: [0, 1] },
      theirs: { now: [1, -1], before: [-1, 0, -1] },
      taken: [[], []],
    })
  })

  it('are one item whichever side reworded it', () => {
    expect(join(['a', 'b'], ['u', 'x', 'v'], ['x', 'b'])).toEqual({
      mine: { now: [1, -1], before: [-1, 0, -1] },
      theirs: { now: [0, 1], before: [0, 1] },
      taken: [[], []],
    })
  })

  it('are one item where the sides reworded two different ones', () => {
    const { mine, theirs } = join(['a', 'b'], ['x', 'b'], ['y', 'x'])
    expect(mine).toEqual({ now: [0, 1], before: [0, 1] })
    // Their wording of b is my wording of a, so their wording of a has no partner.
    expect(theirs).toEqual({ now: [1, -1], before: [-1, 0] })
  })

  it('stand for an addition where the other side kept the item that was reworded', () => {
    const { mine, theirs, taken } = join(['a'], ['x'], ['a', 'x'])
    expect(mine).toEqual({ now: [0], before: [0] })
    expect(theirs).toEqual({ now: [0], before: [0, -1] })
    expect(taken).toEqual([[], [1]])
  })

  it('stand for a rewording where the other side kept the item that was reworded', () => {
    const { mine, theirs, taken } = join(['a', 'b'], ['x', 'b'], ['a', 'x'])
    expect(mine).toEqual({ now: [0, 1], before: [0, 1] })
    expect(theirs).toEqual({ now: [0, -1], before: [0, -1] })
    expect(taken).toEqual([[], [1]])
  })

  it('are joined once each', () => {
    const { theirs, taken } = join(['a', 'b'], ['x', 'x'], ['u', 'x', 'v'])
    expect(theirs).toEqual({ now: [1, -1], before: [-1, 0, -1] })
    expect(taken).toEqual([[], []])
    expect(join(['a', 'b'], ['x', 'x'], ['x', 'w', 'x'])).toMatchObject({
      theirs: { now: [0, 2], before: [0, -1, 1] },
    })
  })

  it('are not looked for among words that the base had there', () => {
    expect(join(['a', 'b'], ['b', 'c'], ['a', 'b'])).toMatchObject({ taken: [[], []] })
    expect(join(['a', 'b'], ['b', 'b'], ['a', 'b'])).toMatchObject({ taken: [[], []] })
  })
})
