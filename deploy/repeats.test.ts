import { expect, test } from 'vitest'
import { createRepeatWatch } from './repeats.ts'

const named = (name: string) => ({ headers: { 'x-write-id': name } })

test('a repeated name is recognized, and a request without a name never is', () => {
  const isRepeat = createRepeatWatch()
  const unnamed = { headers: {} }
  expect([named('a'), named('b'), named('a'), unnamed, unnamed].map(isRepeat)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ])
})

test('the oldest names are forgotten', () => {
  const isRepeat = createRepeatWatch()
  for (let count = 0; count <= 1_000; count++) isRepeat(named(String(count)))
  expect(isRepeat(named('1000'))).toBe(true)
  expect(isRepeat(named('0'))).toBe(false)
})
