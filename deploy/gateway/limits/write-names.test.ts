import { expect, test } from 'vitest'
import { createMapStore } from '../testing/map-store.ts'
import { isFirst } from './write-names.ts'

test('a repeated name is recognized, of the same user, method and path alone', async () => {
  const store = createMapStore()
  const write = { name: 'one', user: 'ada', method: 'PUT', path: '/api/v2/x' }
  const others = [
    { ...write, name: 'two' },
    { ...write, user: 'ben' },
    { ...write, method: 'POST' },
    { ...write, path: '/api/v2/y' },
  ]
  expect(await isFirst(store, write)).toBe(true)
  expect(await isFirst(store, write)).toBe(false)
  expect(await Promise.all(others.map((other) => isFirst(store, other)))).toEqual([
    true,
    true,
    true,
    true,
  ])
})
