import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, serve } from '../testing/answers.ts'
import { configQuery, may, readOnlySentence } from './config.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** What a user of a gateway with this configuration may do, and what the banner says. */
const permitted = async (config: object) => {
  serve(() => answer(config, 200, { 'x-gateway': 'own' }))
  const read = await new QueryClient().query(configQuery)
  return [may(read, 'edit'), may(read, 'decide'), readOnlySentence(read)]
}

const FOR_ALL = 'Countersign is read-only here: nothing can be changed.'
const PERSONAL = 'You may read here, but not change anything.'
const user = 'ada@example.com'

describe('the role of a user', () => {
  it.each([
    [{ role: 'decide', user }, true, true, undefined],
    [{ role: 'edit', user }, true, false, undefined],
    [{ role: 'read', readOnly: true, user }, false, false, PERSONAL],
    [{ role: 'read', user }, false, false, PERSONAL],
    [{ role: 'read', readOnly: true, user: null }, false, false, FOR_ALL],
    [{ role: 'decide', readOnly: true, user }, false, false, FOR_ALL],
  ])('with %j decides what is offered', async (config, ...expected) => {
    expect(await permitted(config)).toEqual(expected)
  })

  it.each([undefined, null, 'admin', 3, ''])('counts for nothing where it is %j', async (role) => {
    expect(await permitted({ role, user })).toEqual([true, true, undefined])
    expect(await permitted({ role, readOnly: true })).toEqual([false, false, FOR_ALL])
  })
})
