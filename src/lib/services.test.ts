import { expect, it, vi } from 'vitest'
import { provide, resetServices, service } from './services.ts'

it('makes a service once, and not before it is asked for', () => {
  const create = vi.fn<() => object>(() => ({}))
  const get = service(create)
  expect(create).not.toHaveBeenCalled()
  expect(get()).toBe(get())
  expect(create).toHaveBeenCalledTimes(1)
})

it('gives what was put in its place, also where that is nothing', () => {
  const get = service<string | undefined>(() => 'made')
  provide(get, undefined)
  expect(get()).toBeUndefined()
})

it('is another one on another page', () => {
  const get = service(() => ({}))
  const before = get()
  resetServices()
  expect(get()).not.toBe(before)
})
