import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBench } from './bench.ts'
import { BUDGETS } from './budgets.ts'
import { PLAN } from './plan.ts'
import { addReadings, isSteady, judge, type Results, type Verdict } from './results.ts'
import { summaryOf } from './stats.ts'
import { budgetTable, growthTables, profileTable } from './tables.ts'

/**
 * `npm run bench`: measures the built app and two floors, round by round. Prints the results as
 * Markdown and writes them to dist/reports/bench.json. Fails where a budget is broken.
 */

const { values } = parseArgs({
  options: {
    /** At least so many rounds; more, up to three times as many, until no median moves. */
    rounds: { type: 'string', default: '5' },
    /**
     * Runs only the trials whose id begins with this, such as `form` or `list-10000`; `gateway` the
     * bench of the gateway instead, which needs no browser.
     */
    only: { type: 'string', default: '' },
  },
})
if (values.only === 'gateway') {
  const bench = fileURLToPath(new URL('../../deploy/gateway/bench.ts', import.meta.url))
  process.exit(spawnSync(process.execPath, [bench], { stdio: 'inherit' }).status ?? 1)
}
const leastRounds = Number(values.rounds)
const plan = PLAN.filter(({ id }) => id.startsWith(values.only))

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const sayProgress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`)
}

const measure = async () => {
  const results: Results = new Map()
  const bench = await openBench()
  try {
    let verdicts: Verdict[] = []
    let round = 1
    for (let isDone = false; !isDone; round++) {
      for (const [index, trial] of plan.entries()) {
        const { id, subject, profile } = trial
        const place = `Round ${round}, ${index + 1} of ${plan.length}`
        sayProgress(`${place}: ${id}, ${subject}, ${profile}`)
        addReadings(results, trial, await trial.run(bench, subject, profile))
      }
      const before = verdicts
      verdicts = BUDGETS.flatMap((budget) => judge(budget, results) ?? [])
      isDone = round >= 3 * leastRounds || (round >= leastRounds && isSteady(before, verdicts))
    }
    return { results, verdicts, rounds: round - 1, browser: bench.browser.version() }
  } finally {
    sayProgress('')
    await bench.close()
  }
}

const begun = new Date()
const { results, verdicts, rounds, browser } = await measure()
const seconds = Math.round((Date.now() - begun.getTime()) / 1_000)
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium ${browser}`

say(`${begun.toISOString().slice(0, 10)}, ${machine}`)
say(`Medians and ranges of ${rounds} rounds, in ${seconds} s.`)
for (const [title, table] of [
  ['A slow laptop: processor slowed four times, 1.6 Mbit/s, 150 ms', profileTable(results, 'slow')],
  ['Unthrottled', profileTable(results, 'fast')],
  ['As work grows, on the slow laptop', growthTables(results).filter(Boolean).join('\n\n')],
  ['Budgets', budgetTable(verdicts)],
])
  if (table) say(`\n${title}\n\n${table}`)

const readings = Object.fromEntries(
  [...results].map(([key, samples]) => [key, { ...summaryOf(samples), samples }]),
)
const reports = fileURLToPath(new URL('../../dist/reports', import.meta.url))
mkdirSync(reports, { recursive: true })
writeFileSync(
  join(reports, 'bench.json'),
  `${JSON.stringify({ begun, seconds, machine, rounds, budgets: verdicts, readings }, null, 2)}\n`,
)
if (verdicts.some(({ state }) => state === 'BROKEN')) process.exitCode = 1
