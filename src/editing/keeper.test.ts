import { expect, it } from 'vitest'
import { createKeeper } from './keeper.ts'

/** A storage in which the test decides when each write ends. */
const slowStorage = () => {
  const written: string[] = []
  const waiting: (() => void)[] = []
  const said: boolean[] = []
  const page = { text: '', isKept: true, isRead: Promise.resolve() }
  const keeper = createKeeper({
    isWorthKeeping: () => page.text !== '',
    write: async () => {
      const { text, isKept } = page
      await new Promise<void>((resolve) => waiting.push(resolve))
      if (isKept) written.push(text)
      return isKept
    },
    remove: () => {
      written.push('removed')
      return Promise.resolve()
    },
    before: () => page.isRead,
    onKept: (isKept) => said.push(isKept),
  })
  /** Ends the current write. */
  const letGo = async (): Promise<void> => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    waiting.shift()?.()
  }
  return { page, keeper, written, said, waiting, letGo }
}

it('keeps the last state, one write after the other', async () => {
  const { page, keeper, written, waiting, letGo } = slowStorage()
  page.text = 'a'
  const first = keeper.keep()
  await expect.poll(() => waiting.length).toBe(1)
  page.text = 'ab'
  void keeper.keep()
  page.text = 'abc'
  const last = keeper.keep()
  expect(waiting).toHaveLength(1)
  await letGo()
  await letGo()
  await Promise.all([first, last])
  expect(written).toEqual(['a', 'abc'])
})

it('ends for nobody before what was typed last is kept', async () => {
  const { page, keeper, written, waiting, letGo } = slowStorage()
  page.text = 'a'
  let isOver = false
  const first = keeper.keep().then(() => {
    isOver = true
  })
  await expect.poll(() => waiting.length).toBe(1)
  page.text = 'ab'
  void keeper.keep()
  await letGo()
  await expect.poll(() => waiting.length).toBe(1)
  expect(isOver).toBe(false)
  await letGo()
  await first
  expect(written).toEqual(['a', 'ab'])
})

it('removes the record once, when nothing is worth keeping any more', async () => {
  const { page, keeper, written, letGo } = slowStorage()
  page.text = 'a'
  const kept = keeper.keep()
  await letGo()
  await kept
  page.text = ''
  await keeper.keep()
  await keeper.keep()
  expect(written).toEqual(['a', 'removed'])
})

it('says that a full storage keeps nothing, and that it keeps again', async () => {
  const { page, keeper, said, letGo } = slowStorage()
  page.text = 'a'
  page.isKept = false
  const first = keeper.keep()
  await letGo()
  await first
  page.isKept = true
  const second = keeper.keep()
  await letGo()
  await second
  expect(said).toEqual([false, true])
})

it('writes nothing over what was not read yet', async () => {
  const { page, keeper, written, waiting, letGo } = slowStorage()
  let isRead = (): void => undefined
  page.isRead = new Promise<void>((resolve) => {
    isRead = resolve
  })
  page.text = 'a'
  const kept = keeper.keep()
  await Promise.resolve()
  expect(waiting).toHaveLength(0)
  page.text = 'a, and what was restored'
  isRead()
  await letGo()
  await kept
  expect(written).toEqual(['a, and what was restored'])
})
