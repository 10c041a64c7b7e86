import type { Page } from '@playwright/test'

/**
 * How often somebody clicked, and pressed a key or several at once. Text that is pasted or filled in
 * counts nothing.
 */
export interface Effort {
  clicks: number
  keys: number
}

/**
 * Counts the clicks and keys of a page from now on.
 * @returns the counts so far
 */
export const countEffort = async (page: Page): Promise<() => Effort> => {
  const effort = { clicks: 0, keys: 0 }
  await page.exposeFunction('countEffort', (kind: keyof Effort) => {
    effort[kind] += 1
  })
  await page.addInitScript(() => {
    const { countEffort: count } = globalThis as unknown as { countEffort: (kind: string) => void }
    // Not while it is captured: Playwright stops the presses there that would miss what it means.
    addEventListener('pointerdown', ({ isTrusted }) => isTrusted && count('clicks'))
    const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta']
    addEventListener(
      'keydown',
      ({ isTrusted, key }) => isTrusted && !MODIFIERS.includes(key) && count('keys'),
      true,
    )
  })
  return () => ({ ...effort })
}
