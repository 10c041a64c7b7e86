import { createHash } from 'node:crypto'
import { mkdtemp, open as openFile, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, uploadOf } from './helpers/files.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'
import { urlOf } from './helpers/ports.ts'

const { nearlyFinished } = LANDMARKS
const MB = 1_000_000
const SIZE = 200 * MB

/**
 * A file of a given size that begins like a PDF. The rest is a hole that takes no room on the disk.
 */
const makeFile = async (path: string, size: number): Promise<void> => {
  const file = await openFile(path, 'w')
  await file.write('%PDF-1.7\n')
  await file.truncate(size)
  await file.close()
}

/** The memory of the page in megabytes: its JavaScript heap, and on Linux its whole process. */
const memoryOf = async (page: Page): Promise<{ heap: number; process: number | null }> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / MB
  if (process.platform !== 'linux') return { heap, process: null }
  const browser = page.context().browser()
  const whole = await browser?.newBrowserCDPSession()
  const info = await whole?.send('SystemInfo.getProcessInfo')
  const sizes = await Promise.all(
    (info?.processInfo ?? [])
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const [, pages = '0'] = (await readFile(`/proc/${id}/statm`, 'utf8')).split(' ')
        return (Number(pages) * 4_096) / MB
      }),
  )
  return { heap, process: Math.max(...sizes) }
}

test('a file of 200 MB is streamed, whole and once, while memory stays flat', async ({
  open,
  page,
  mode,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'))
  const path = join(folder, 'large-report.pdf')
  await makeFile(path, SIZE)
  // Prism holds bodies in memory, and accepts ten megabytes at most.
  await open(reviewPath(nearlyFinished), { unchecked: true })

  await page.getByLabel('Upload report').setInputFiles(path)
  await expect(page.getByRole('list', { name: 'Files not uploaded' })).toContainText(
    '“large-report.pdf” is 200 MB, more than the limit of 100 MB',
  )
  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByLabel('Largest upload').selectOption('200 MB')
  await page.keyboard.press('Escape')

  const before = await memoryOf(page)
  await page.getByLabel('Upload report').setInputFiles(path)
  const upload = uploadOf(page, 'large-report.pdf')
  const progress = upload.getByRole('progressbar')
  await expect(progress).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/)
  await expect(upload).toContainText(/MB\/s, \d+ (s|min) left/)
  const during = await memoryOf(page)
  await expectUpload(page, 'large-report.pdf', 'Uploaded')
  const after = await memoryOf(page)

  test.info().annotations.push({
    type: 'memory',
    description: JSON.stringify({ before, during, after }),
  })
  for (const moment of [during, after]) {
    expect(moment.heap - before.heap, 'MB of heap more than before').toBeLessThan(10)
    if (moment.process !== null && before.process !== null)
      expect(moment.process - before.process, 'MB of the process more than before').toBeLessThan(60)
  }

  if (mode === 'live') {
    const answer = await fetch(`${urlOf('mock')}/__demo`)
    const { uploads } = (await answer.json()) as { uploads: unknown[] }
    const hash = createHash('sha256').update(await readFile(path))
    expect(uploads).toEqual([
      {
        name: 'large-report.pdf',
        type: 'application/pdf',
        size: SIZE,
        sha256: hash.digest('hex'),
      },
    ])
  }
  await rm(folder, { recursive: true })
})
