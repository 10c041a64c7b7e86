import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'

const sizeOf = async (processId: number): Promise<number> => {
  try {
    const status = await readFile(`/proc/${processId}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_000
  } catch {
    // The process has ended since the browser listed it.
    return 0
  }
}

/**
 * The memory of the machine that the browser's page processes occupy.
 * @returns MB; NaN on systems other than Linux, which do not report it so
 */
export const residentMemory = async (browser: Browser): Promise<number> => {
  if (process.platform !== 'linux') return Number.NaN
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  const sizes = await Promise.all(pages.map(({ id }) => sizeOf(id)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
