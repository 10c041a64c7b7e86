import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { LAUNCH_OPTIONS } from '../helpers/launch-options.ts'
import { PORTS } from '../helpers/ports.ts'
import { runPair } from './pair/run-pair.ts'
import { type JobResult, runJob } from './run-job.ts'
import { startStack } from './stack.ts'

/**
 * The fault suite: runs the whole main job many times in live mode's build. A proxy on either side
 * of the gateway delays, loses or refuses requests, or cuts their answers. At the end of each job
 * the service must hold exactly what was entered, or the page must say what it does not hold.
 *
 * In three jobs of ten, two analysts work on one review at once, each in a separate browser. Each
 * text that they type has a unique word. At the end each word must be in the service once, or on a
 * page, or somebody must have removed it. When one analyst overwrites words of the other within one
 * round trip, no client can prevent it. The order of the requests shows that, and such words are
 * counted.
 *
 * `npm run faults -- --jobs 1000 --seed 7`. `--only 37` repeats one job, and prints all of it. Two
 * analysts then do the same and meet the same faults, but never in quite the same order.
 */

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    workers: { type: 'string', default: '4' },
  },
})
const seed = Number(values.seed)
const isReplay = values.only !== undefined
const waiting = isReplay
  ? (values.only ?? '').split(',').map(Number)
  : Array.from({ length: Number(values.jobs) }, (_, index) => index + 1)
const REPORTS = fileURLToPath(new URL('../../dist/reports', import.meta.url))

/** The number of jobs in ten in which two analysts work on one review. */
const PAIRS_OF_TEN = 3
const isPair = (job: number): boolean => job % 10 >= 10 - PAIRS_OF_TEN

const indented = (lines: readonly string[]): string =>
  lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}\n`).join('')

const print = (result: JobResult, seconds: number): void => {
  const { job, problems, gaveUp, faults, diary, order = [] } = result
  const { writtenOver = [], addedTwice = [] } = result
  const end =
    problems.length > 0
      ? 'FAILED'
      : gaveUp === undefined
        ? 'passed'
        : `not saved, and said so: ${gaveUp},`
  const over = writtenOver.length > 0 ? `, ${writtenOver.length} written over` : ''
  const twice = addedTwice.length > 0 ? `, ${addedTwice.length} added twice` : ''
  console.log(
    `Job ${job}${isPair(job) ? ' of two' : ''} ${end} after ${faults.length} faults in ${seconds.toFixed(1)} s${over}${twice}`,
  )
  if (problems.length === 0 && !isReplay) return
  console.log(
    `${indented(problems)}  Faults:\n${indented(faults)}  What the analyst did:\n${indented(diary)}` +
      (order.length > 0 ? `  In the order of the service:\n${indented(order)}` : '') +
      `  Again: npm run faults -- --seed ${seed} --only ${job}`,
  )
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const results: JobResult[] = []
const work = async (browsers: readonly [Browser, Browser], worker: number): Promise<void> => {
  const port = PORTS.faults + 2 * worker
  const stack = await startStack([port, port + 1])
  try {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const began = performance.now()
      const result = isPair(job)
        ? await runPair(browsers, stack, seed, job)
        : await runJob(browsers[0], stack, seed, job)
      results.push(result)
      print(result, (performance.now() - began) / 1_000)
    }
  } finally {
    stack.stop()
  }
}

const began = performance.now()
const launch = (): Promise<Browser> => chromium.launch(LAUNCH_OPTIONS)
// The second of two analysts has a separate browser.
const browsers = [await launch(), await launch()] as const
const workers = Math.min(waiting.length, Number(values.workers))
await Promise.all(Array.from({ length: workers }, (_, worker) => work(browsers, worker)))
for (const browser of browsers) await browser.close()

const failed = results.filter(({ problems }) => problems.length > 0)
const reportedUnsaved = results.filter(
  ({ problems, gaveUp }) => problems.length === 0 && gaveUp !== undefined,
)
const faults = results.reduce((sum, result) => sum + result.faults.length, 0)
const pairs = results.filter(({ job }) => isPair(job))
const countOf = (kind: 'writtenOver' | 'addedTwice'): number =>
  results.reduce((sum, result) => sum + (result[kind]?.length ?? 0), 0)
console.log(
  `${results.length} jobs (${pairs.length} of two analysts) on ${faults} faults in ${Math.round((performance.now() - began) / 1_000)} s: ` +
    `${results.length - failed.length} passed (in ${reportedUnsaved.length} of them the page said what was not saved), ` +
    `${countOf('writtenOver')} words were written over and ${countOf('addedTwice')} added twice within one round trip, ` +
    `${failed.length} failed${failed.length > 0 ? `: ${failed.map(({ job }) => job).join(', ')}` : ''}.`,
)
await mkdir(REPORTS, { recursive: true })
await writeFile(
  `${REPORTS}/faults.json`,
  JSON.stringify({
    passed: results.length - failed.length,
    failed: failed.length,
    failures: failed.map(({ job, problems, diary }) => ({ job, problems, diary })),
  }),
)
process.exitCode = failed.length > 0 ? 1 : 0
