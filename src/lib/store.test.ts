import { expect, it, vi } from 'vitest'
import { createStore, whenState } from './store.ts'

const isTwo = (state: number): state is 2 => state === 2

it('calls those who follow it after every change, and nobody where nothing changed', () => {
  const { getState, setState, subscribe } = createStore(0)
  const seen: number[] = []
  const stop = subscribe(() => seen.push(getState()))
  setState(1)
  setState(1)
  setState(2)
  stop()
  setState(3)
  expect(seen).toEqual([1, 2])
  expect(getState()).toBe(3)
})

it('goes on calling the others when one stops while it is called', () => {
  const { setState, subscribe } = createStore(0)
  const stop = subscribe(() => stop())
  const other = vi.fn<() => void>()
  subscribe(other)
  setState(1)
  expect(other).toHaveBeenCalledTimes(1)
})

it('is waited for until its state is the one', async () => {
  const store = createStore(1)
  const waited = whenState(store, isTwo)
  store.setState(3)
  store.setState(2)
  store.setState(4)
  await expect(waited).resolves.toBe(2)
  store.setState(2)
  await expect(whenState(store, isTwo)).resolves.toBe(2)
})

it('is waited for no longer than until the signal is aborted', async () => {
  const store = createStore(1)
  const reason = new Error('Left the page')
  const leaving = new AbortController()
  const waited = whenState(store, isTwo, leaving.signal)
  leaving.abort(reason)
  await expect(waited).rejects.toBe(reason)
  await expect(whenState(createStore(2), isTwo, leaving.signal)).rejects.toBe(reason)
})
