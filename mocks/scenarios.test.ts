import { describe, expect, it } from 'vitest'
import { failureOf, parseScenario, SCENARIOS, scenarioState } from './scenarios.ts'

describe('parseScenario', () => {
  it('reads names, operations and counts', () => {
    expect(parseScenario('slow, error-500@listVendors*2,drop~3*1')).toEqual([
      { name: 'slow', operationId: null, after: 0, count: null, text: 'slow' },
      {
        name: 'error-500',
        operationId: 'listVendors',
        after: 0,
        count: 2,
        text: 'error-500@listVendors*2',
      },
      { name: 'drop', operationId: null, after: 3, count: 1, text: 'drop~3*1' },
    ])
  })

  it('leaves out what it does not know', () => {
    for (const text of [null, undefined, '', ',', 'error-418', 'slow*', 'slow@', 'SLOW', 'a b'])
      expect(parseScenario(text)).toEqual([])
    expect(parseScenario('nothing,empty,@x').map(({ name }) => name)).toEqual(['empty'])
  })

  it('reads every scenario of the menu', () => {
    for (const { name, title } of SCENARIOS) {
      expect(parseScenario(name)).toHaveLength(1)
      expect(title.length).toBeGreaterThan(5)
    }
  })
})

describe('scenarioState', () => {
  it('limits terms to operations and to their first requests', () => {
    const state = scenarioState(() => 'error-500@listVendors*2,slow')
    const taken = (id: string) => [...state.take(id)]
    expect(taken('listUsers')).toEqual(['slow'])
    expect(taken('listVendors')).toEqual(['error-500', 'slow'])
    expect(taken('listVendors')).toEqual(['error-500', 'slow'])
    expect(taken('listVendors')).toEqual(['slow'])
    state.restart()
    expect(taken('listVendors')).toEqual(['error-500', 'slow'])
  })

  it('lets requests pass first where a term says so', () => {
    const state = scenarioState(() => 'slow~2*1,empty~1')
    const taken = [1, 2, 3, 4].map(() => [...state.take('listUsers')])
    expect(taken).toEqual([[], ['empty'], ['slow', 'empty'], ['empty']])
  })

  it('reads the text anew each time', () => {
    let text: string | null = 'empty'
    const state = scenarioState(() => text)
    expect([...state.take('listUsers')]).toEqual(['empty'])
    text = null
    expect([...state.take('listUsers')]).toEqual([])
  })

  it('returns the failure that is asked for', () => {
    expect(failureOf(new Set(['slow', 'error-422']))).toEqual([422, expect.any(String)])
    expect(failureOf(new Set(['slow']))).toBeUndefined()
  })
})
