// Prints "N passed, N failed" from the reports that Vitest, Playwright and the fault suite wrote. The
// argument is how they ended: a run that failed before or outside a test counts as one failure.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const reports = fileURLToPath(new URL('../dist/reports', import.meta.url))

const read = (name) => {
  const file = join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/**
 * @param {{ numPassedTests?: number, numFailedTests?: number }} unit Vitest's report
 * @param {{ stats?: { expected: number, unexpected: number, flaky: number } }} e2e Playwright's
 * @param {{ passed?: number, failed?: number }} faults the fault suite's
 * @param {number} status the exit code of the whole run
 */
export const summaryOf = (unit, e2e, faults, status) => {
  const passed = (unit.numPassedTests ?? 0) + (e2e.stats?.expected ?? 0) + (faults.passed ?? 0)
  const failed =
    (unit.numFailedTests ?? 0) +
    (e2e.stats?.unexpected ?? 0) +
    (e2e.stats?.flaky ?? 0) +
    (faults.failed ?? 0)
  return `${passed} passed, ${failed === 0 && status !== 0 ? 1 : failed} failed`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(
    summaryOf(
      read('unit.json'),
      read('e2e.json'),
      read('faults.json'),
      Number(process.argv[2] ?? 0),
    ),
  )
