import { describe, expect, it } from 'vitest'
import {
  adding,
  agreedList,
  CLEAR,
  endOfList,
  inNames,
  type Names,
  reconcileList,
  type Sides,
  stepOfList,
  taken,
} from '../../testing/reconciled.ts'
import { type RequestDetails, SERVICES, services, settled, takesAll } from '../../testing/works.ts'
import { reconcile } from './reconcile.ts'

describe('a list that we cleared', () => {
  it('is filled where the addition is missing (A2)', () => {
    const { work, step } = reconcileList([['a', 'b'], ['m', 'b'], []], [taken(CLEAR)])
    expect(inNames(step)).toEqual({ to: ['m', 'b'], adds: ['m', 'b'] })
    expect(work.base[SERVICES]).toEqual(services('a', 'b'))
    expect(work.journal).toMatchObject([{ open: [SERVICES] }])
  })

  it('is filled with what it was where the change was taken back (A2)', () => {
    const sides: Sides<Names> = [['a', 'b'], ['a', 'b'], []]
    expect(stepOfList(sides, [taken(CLEAR)])).toEqual({ to: ['a', 'b'], adds: ['a', 'b'] })
  })

  it('is done where nothing is to be in it', () => {
    expect(endOfList([['a'], [], []], [taken(CLEAR)])).toEqual(agreedList([]))
  })

  it('is done where all of it is there', () => {
    const sent = [taken(CLEAR), taken(adding('m', 'b'))]
    expect(
      endOfList(
        [
          ['a', 'b'],
          ['m', 'b'],
          ['m', 'b'],
        ],
        sent,
      ),
    ).toEqual(agreedList(['m', 'b']))
    expect(
      endOfList(
        [
          ['a', 'b'],
          ['m ', 'b'],
          ['m', 'b'],
        ],
        [taken(CLEAR), adding('m ', 'b')],
      ),
    ).toEqual(agreedList(['m', 'b']))
  })

  it('is cleared again where the clear was lost', () => {
    const { work, step } = reconcileList(
      [
        ['a', 'b'],
        ['m', 'b'],
        ['a', 'b'],
      ],
      [CLEAR],
    )
    expect(inNames(step)).toEqual({ to: ['m', 'b'], clear: true })
    expect(work.journal).toEqual([])
  })

  it('keeps what a colleague added after the clear, and asks about what they do not have (A4)', () => {
    const { work, step } = reconcileList([['a', 'b'], ['a', 'm'], ['t']], [taken(CLEAR)])
    expect(inNames(step)).toEqual({ ask: [expect.arrayContaining(['a', 'm', 't'])] })
    expect(step).toMatchObject({ conflicts: [{ held: services('t') }] })
    expect(work.journal).toMatchObject([{ open: [SERVICES], perhaps: [] }])
  })

  it('is filled behind what others added where nothing of the base is to come back', () => {
    const { work, step } = reconcileList([[], ['m'], ['t']], [taken(CLEAR)])
    expect(inNames(step)).toEqual({ to: ['t', 'm'], adds: ['m'] })
    expect(work.base[SERVICES]).toEqual([])
  })

  it('is cleared once more where a colleague wrote it anew, as far as nobody has to decide', () => {
    const { step } = reconcileList(
      [
        ['a', 'b'],
        ['m', 'b'],
        ['a', 'b', 't'],
      ],
      [CLEAR],
    )
    expect(inNames(step)).toEqual({ to: ['m', 'b', 't'], clear: true })
  })

  it('is done where the others wrote the same', () => {
    expect(endOfList([['a', 'b'], ['b'], ['b']], [taken(CLEAR)])).toEqual(agreedList(['b']))
  })

  it('loses the second copy where two wrote it at the same time (A5)', () => {
    const sent = [taken(CLEAR), taken(adding('m', 'b one'))]
    const now = ['a', 'b two', 'm', 'b one']
    const { work, step } = reconcileList([['a', 'b one'], ['m', 'b one'], now], sent)
    expect(inNames(step)).toEqual({ to: ['m', 'b two'], clear: true })
    // Others may repair it as well, so the doubled list must not become the base.
    expect(work.base[SERVICES]).toEqual(services('a', 'b one'))
    expect(work.journal).toMatchObject([{ open: [SERVICES] }, { open: [SERVICES] }])
  })

  it('keeps every item where the other one has mended it meanwhile (A5)', () => {
    const sent = [taken(CLEAR), taken(adding('m', 'b', 'c one'))]
    const first = reconcileList(
      [
        ['a', 'b', 'c one'],
        ['m', 'b', 'c one'],
        ['a', 'b', 'c two', 'm', 'b', 'c one'],
      ],
      sent,
    )
    expect(inNames(first.step)).toEqual({ to: ['m', 'b', 'c two'], clear: true })
    const { work, step } = reconcile(
      first.work,
      { [SERVICES]: services('m', 'b', 'c one') },
      { isSettled: settled, maySend: takesAll },
    )
    expect(inNames(step)).toEqual({ to: ['m', 'b', 'c two'], clear: true })
    expect(work.base[SERVICES]).toEqual(services('m', 'b', 'c one'))
  })

  it('of which the clear did not arrive stands as the requests before have left it', () => {
    const now = ['a', 'b two', 'm', 'b one']
    const sent = [taken(CLEAR), taken(adding('m', 'b one')), { ...CLEAR, from: services(...now) }]
    const sides: Sides<Names> = [['a', 'b one'], ['m', 'b two'], now]
    expect(stepOfList(sides, sent)).toEqual({ to: ['m', 'b two'], clear: true })
  })

  it('is asked about where the second copy lacks what I keep (A5)', () => {
    const sent = [taken(CLEAR), taken(adding('m', 'a', 'b'))]
    expect(
      stepOfList(
        [
          ['a', 'b'],
          ['m', 'a', 'b'],
          ['a', 'm', 'a', 'b'],
        ],
        sent,
      ),
    ).toEqual({
      ask: [['m', 'a', 'b']],
    })
  })

  it('is asked about where the second copy may be older than what I have saved since (A5)', () => {
    const saved = ['one', 'two, and more', 'three']
    const now = ['one', 'two, and more', 'mine', 'one', 'two,', 'three']
    const sent = [taken(CLEAR), taken(adding('one', 'two, and more', 'mine'))]
    expect(stepOfList([saved, ['one', 'two, and more', 'mine'], now], sent)).toEqual({
      ask: [['one', 'two,', 'two, and more', 'mine']],
    })
  })

  it('is asked about where both reworded one item at the same time (A5)', () => {
    const sent = [taken(CLEAR), taken(adding('a', 'm'))]
    const { step } = reconcileList(
      [
        ['a', 'b'],
        ['a', 'm'],
        ['a', 't', 'a', 'm'],
      ],
      sent,
    )
    expect(inNames(step)).toEqual({ ask: [['a', 't', 'm']] })
    expect(step).toMatchObject({
      conflicts: [{ theirs: services('a', 't'), held: services('a', 't', 'a', 'm') }],
    })
  })

  it('may hold ours in other words, which is asked about with all that is missing', () => {
    const sent = [taken(CLEAR), adding('a', 'm')]
    const { work, step } = reconcileList(
      [
        ['a', 'b'],
        ['a', 'm'],
        ['a', 'm, as they say'],
      ],
      sent,
    )
    expect(inNames(step)).toEqual({ ask: [['a', 'm, as they say', 'm']] })
    expect(work.journal).toMatchObject([{ perhaps: [SERVICES] }, { perhaps: [SERVICES] }])
  })
})

describe('a list that was typed upon an older one than the save began with', () => {
  const from = services('a', 't')
  const sent = (details: RequestDetails): RequestDetails => ({ ...details, from })
  const clear = sent(taken(CLEAR))

  it('keeps what the older one did not have where we cleared it', () => {
    const { step } = reconcileList([['a'], ['a', 'n'], []], [clear])
    expect(inNames(step)).toEqual({ to: ['a', 't', 'n'], adds: ['a', 't', 'n'] })
  })

  it('keeps what others added after the clear', () => {
    expect(stepOfList([['a'], ['a', 'n'], ['u']], [clear])).toEqual({
      to: ['u', 'a', 't', 'n'],
      adds: ['a', 't', 'n'],
    })
  })

  it('keeps each of the items that say the same', () => {
    const before = services('a', 'a', 'u')
    const sides: Sides<Names> = [['a', 'a'], ['a', 'a', 'n'], ['t']]
    expect(stepOfList(sides, [{ ...clear, from: before }])).toEqual({
      to: ['t', 'a', 'a', 'u', 'n'],
      adds: ['a', 'a', 'u', 'n'],
    })
  })

  it('doubles nothing of what others have put back themselves', () => {
    expect(stepOfList([['a'], ['a', 'n'], ['a', 't']], [clear])).toEqual({
      to: ['a', 't', 'n'],
      adds: ['n'],
    })
    const before = services('a', 'a', 'u')
    const sides: Sides<Names> = [['a', 'a'], ['a', 'a', 'n'], ['u']]
    expect(stepOfList(sides, [{ ...clear, from: before }])).toEqual({ ask: [['u', 'a', 'a', 'n']] })
  })

  it('is asked about where it cannot be told whose is what', () => {
    const unsure = [clear, sent(adding('m'))]
    expect(stepOfList([['a'], ['a'], ['a']], unsure)).toHaveProperty('ask')
    expect(
      stepOfList([['a'], ['a', 'n'], ['a', 't', 'm']], [clear, sent(taken(adding('m')))]),
    ).toEqual({
      ask: [expect.arrayContaining(['a', 't', 'n'])],
    })
  })
})
