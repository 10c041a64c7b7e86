import { describe, expect, test } from 'vitest'
import { type MeasuredBudget, stateOf } from './budgets.ts'
import { addReadings, isSteady, judge, type Results } from './results.ts'
import { quantile, summaryOf } from './stats.ts'

const budget: MeasuredBudget = {
  name: 'first row',
  unit: 's',
  aim: 2,
  limit: 3,
  key: 'slow/live/firstRow',
}

describe('summaryOf', () => {
  test('takes the middle and the ends of odd, even and single values', () => {
    expect(summaryOf([3, 10, 2])).toEqual({ median: 3, min: 2, max: 10 })
    expect(summaryOf([4, 10, 2, 3])).toEqual({ median: 3.5, min: 2, max: 10 })
    expect(summaryOf([7])).toEqual({ median: 7, min: 7, max: 7 })
  })
})

describe('quantile', () => {
  test('is the value that such a share does not exceed', () => {
    const values = Array.from({ length: 50 }, (_, index) => 50 - index)
    expect(quantile(values, 0.98)).toBe(49)
    expect(quantile(values, 1)).toBe(50)
    expect(quantile([5], 0.98)).toBe(5)
  })
})

describe('addReadings', () => {
  test('collects rounds, and leaves out what could not be read', () => {
    const results: Results = new Map()
    for (const firstRow of [2, 3])
      addReadings(results, { profile: 'slow', subject: 'live' }, { firstRow, panels: Number.NaN })
    expect([...results]).toEqual([['slow/live/firstRow', [2, 3]]])
  })
})

describe('a budget', () => {
  test('is met up to its aim, and broken above its limit', () => {
    expect([1, 2, 2.1, 3, 3.1].map((value) => stateOf(value, budget))).toEqual([
      'ok',
      'ok',
      'above the aim',
      'above the aim',
      'BROKEN',
    ])
  })

  test('is held against the median', () => {
    const results: Results = new Map([['slow/live/firstRow', [9, 2.5, 1]]])
    expect(judge(budget, results)).toMatchObject({
      median: 2.5,
      min: 1,
      max: 9,
      state: 'above the aim',
    })
  })

  test('is held against a floor round by round, so that a slow round counts no more', () => {
    const results: Results = new Map([
      ['slow/live/firstRow', [2, 20, 2]],
      ['slow/minimal/firstRow', [1, 10, 2]],
    ])
    expect(judge({ ...budget, against: 'slow/minimal/firstRow' }, results)).toMatchObject({
      median: 2,
      min: 1,
      max: 2,
      state: 'ok',
    })
  })

  test('is steady once another round leaves its median within two hundredths', () => {
    const judged = (...values: number[]) => {
      const verdict = judge(budget, new Map([['slow/live/firstRow', values]]))
      return verdict ? [verdict] : []
    }
    expect(isSteady(judged(2), judged(2, 2.04))).toBe(true)
    expect(isSteady(judged(2), judged(2, 2.4))).toBe(false)
    expect(isSteady([], judged(2))).toBe(false)
  })

  test('is not judged where nothing was measured', () => {
    expect(judge(budget, new Map())).toBeUndefined()
    expect(
      judge({ ...budget, against: 'nothing' }, new Map([['slow/live/firstRow', [1]]])),
    ).toBeUndefined()
  })
})
