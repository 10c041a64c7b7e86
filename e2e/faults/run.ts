import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { LAUNCH_OPTIONS } from '../launch-options.ts'
import { PORTS } from '../ports.ts'
import { type JobResult, runJob } from './run-job.ts'
import { startStack } from './stack.ts'

/**
 * The fault suite: does the whole main job many times, in live mode's build, while a proxy on either
 * side of the gateway lets requests be late, lost, refused or answered in part. At the end of each
 * job the service must hold exactly what was entered, or the page must say what it does not hold.
 *
 * `npm run faults -- --jobs 1000 --seed 7`; `--only 37` does one job again, and tells all of it.
 */

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
})
const seed = Number(values.seed)
const isReplay = values.only !== undefined
const waiting = isReplay
  ? (values.only ?? '').split(',').map(Number)
  : Array.from({ length: Number(values.jobs) }, (_, index) => index + 1)
const REPORTS = fileURLToPath(new URL('../../dist/reports', import.meta.url))

const indented = (lines: readonly string[]): string =>
  lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}\n`).join('')

const tell = ({ job, problems, gaveUp, faults, diary }: JobResult, seconds: number): void => {
  const end =
    problems.length > 0
      ? 'FAILED'
      : gaveUp === undefined
        ? 'passed'
        : `not saved, and said so: ${gaveUp},`
  console.log(`Job ${job} ${end} after ${faults.length} faults in ${seconds.toFixed(1)} s`)
  if (problems.length === 0 && !isReplay) return
  console.log(
    `${indented(problems)}  Faults:\n${indented(faults)}  What the analyst did:\n${indented(diary)}` +
      `  Again: npm run faults -- --seed ${seed} --only ${job}`,
  )
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const results: JobResult[] = []
const work = async (browser: Browser, worker: number): Promise<void> => {
  const stack = await startStack(PORTS.faults + worker)
  try {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const began = performance.now()
      const result = await runJob(browser, stack, seed, job)
      results.push(result)
      tell(result, (performance.now() - began) / 1_000)
    }
  } finally {
    stack.stop()
  }
}

const began = performance.now()
const browser = await chromium.launch(LAUNCH_OPTIONS)
const workers = Math.min(waiting.length, Number(values.workers))
await Promise.all(Array.from({ length: workers }, (_, worker) => work(browser, worker)))
await browser.close()

const failed = results.filter(({ problems }) => problems.length > 0)
const told = results.filter(({ problems, gaveUp }) => problems.length === 0 && gaveUp !== undefined)
const faults = results.reduce((sum, result) => sum + result.faults.length, 0)
console.log(
  `${results.length} jobs on ${faults} faults in ${Math.round((performance.now() - began) / 1_000)} s: ` +
    `${results.length - failed.length} passed (in ${told.length} of them the page said what was not saved), ` +
    `${failed.length} failed${failed.length > 0 ? `: ${failed.map(({ job }) => job).join(', ')}` : ''}.`,
)
await mkdir(REPORTS, { recursive: true })
await writeFile(
  `${REPORTS}/faults.json`,
  JSON.stringify({ passed: results.length - failed.length, failed: failed.length }),
)
process.exitCode = failed.length > 0 ? 1 : 0
