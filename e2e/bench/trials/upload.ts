import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { residentMemory } from '../resident-memory.ts'
import { visit } from '../visit.ts'
import { reviewPath } from '../world.ts'
import type { Run } from './trial.ts'

const BYTES = 200_000_000
const SAMPLE_MS = 100

/** Runs steps with a file of 200 MB whose first bytes are those of a PDF. */
const withFile = async <T>(steps: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'))
  try {
    const path = join(folder, 'report.pdf')
    const file = await open(path, 'w')
    await file.write('%PDF-1.7\n')
    await file.truncate(BYTES)
    await file.close()
    return await steps(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Takes samples until something is done. @returns the maximum of each kind */
const highestDuring = async (
  work: Promise<unknown>,
  take: () => Promise<number[]>,
): Promise<number[]> => {
  const isDone = work.then(() => true)
  let highest: number[] = []
  do {
    const sample = await take()
    highest = sample.map((value, kind) => Math.max(value, highest[kind] ?? value))
  } while (!(await Promise.race([isDone, setTimeout(SAMPLE_MS, false)])))
  return highest
}

/** Sends a report of 200 MB and measures the memory that this takes. */
export const upload: Run = async ({ browser, sites, reviews }, subject, profile) => {
  const site = sites[subject]
  const review = reviews.find(({ type }) => type === 'SOC_REPORT')
  if (!review) throw new Error('There is no SOC report to upload to.')
  return withFile((path) =>
    visit(
      browser,
      site.url,
      profile,
      { selector: 'h1' },
      async ({ page, arrive, rest, time, memory }) => {
        await page.addInitScript(() =>
          localStorage.setItem('countersign.setting.file-limit-mb', '200'),
        )
        await arrive(reviewPath(review))
        await rest()
        const sample = async (): Promise<number[]> => [
          (await memory({ withGarbage: true })).heap,
          await residentMemory(browser),
        ]
        const before = await memory()
        const [, residentBefore = 0] = await sample()
        site.takeRequests()
        const sending = time({ selector: '[data-state="uploaded"]' }, () =>
          page.getByLabel('Upload report').setInputFiles(path),
        )
        const [heapMost = 0, residentMost = 0] = await highestDuring(sending, sample)
        const received = site.takeRequests().reduce((sum, request) => sum + request.received, 0)
        if (received < BYTES) throw new Error(`Only ${received} bytes of the upload arrived.`)
        return {
          upload: (await sending) / 1_000,
          uploadHeapMost: heapMost - before.heap,
          uploadHeapAfter: (await memory()).heap - before.heap,
          uploadResidentMost: residentMost - residentBefore,
        }
      },
    ),
  )
}
