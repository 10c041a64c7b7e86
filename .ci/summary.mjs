// Prints which tests failed and why, and "N passed, N failed", from the reports of Vitest,
// Playwright and the fault suite. The argument is the exit code of the run: one that failed before
// or outside a test counts as one failure. The output of a run is long and often only its end is
// kept, so the names and reasons stand at the end, each on a line of its own.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const reports = fileURLToPath(new URL('../dist/reports', import.meta.url))

const read = (name) => {
  const file = join(reports, name)
  return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8'))] : []
}

/**
 * Vitest's report, Playwright's, or the fault suite's.
 * @typedef {{ numPassedTests: number, numFailedTests: number }
 *   | { stats: { expected: number, unexpected: number, flaky: number } }
 *   | { passed: number, failed: number }} Report
 */

/** Enough for a reason with its values, and short enough that the names of all failures are kept. */
const MAX_REASON = 300
const MAX_PROBLEM = 90

/**
 * A test that failed, and the beginning of the reason.
 * @typedef {{ name: string, reason: string }} Failure
 */

/** @param {string | undefined} reason may have many lines @returns {Failure} */
const failureOf = (name, reason = '') => ({
  name,
  reason: stripVTControlCharacters(reason).replaceAll(/\s+/g, ' ').trim().slice(0, MAX_REASON),
})

/** Playwright nests its tests in files and groups. @returns {Failure[]} */
const failedSpecsOf = ({ title = '', suites = [], specs = [] }) =>
  [
    ...specs
      .filter(({ ok }) => !ok)
      .map((spec) => {
        const results = (spec.tests ?? []).flatMap((test) => test.results ?? [])
        // A test that took too long has two errors: that it did, and what it was waiting for.
        const errors = results.flatMap(({ errors: found = [] }) => found)
        return failureOf(
          spec.title,
          errors
            .map(({ message, location }) =>
              location ? `Line ${location.line}: ${message}` : message,
            )
            .join(' '),
        )
      }),
    ...suites.flatMap(failedSpecsOf),
  ].map(({ name, reason }) => ({ name: title ? `${title} › ${name}` : name, reason }))

/** The tests that failed. @returns {Failure[]} */
export const failedIn = (report) => {
  if ('testResults' in report)
    return report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages = [] }) => failureOf(fullName, failureMessages[0]))
  if ('suites' in report) return failedSpecsOf({ suites: report.suites })
  return (report.failures ?? []).map(({ job, problems, diary = [] }) =>
    // A problem may be a whole page in words.
    failureOf(
      `Job ${job} of the faults`,
      [...problems.map((problem) => problem.slice(0, MAX_PROBLEM)), ...diary.slice(-3)].join(' '),
    ),
  )
}

/** @param {Report} report */
const countsOf = (report) => {
  if ('numPassedTests' in report) return [report.numPassedTests, report.numFailedTests]
  if ('passed' in report) return [report.passed, report.failed]
  const { expected, unexpected, flaky } = report.stats
  return [expected, unexpected + flaky]
}

/**
 * @param {readonly Report[]} reports
 * @param {number} status the exit code of the whole run
 */
export const summaryOf = (reports, status) => {
  const [passed, failed] = reports
    .map(countsOf)
    .reduce((sum, counts) => [sum[0] + counts[0], sum[1] + counts[1]], [0, 0])
  return `${passed} passed, ${failed === 0 && status !== 0 ? 1 : failed} failed`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = ['unit.json', 'e2e.json', 'e2e-more.json', 'faults.json'].flatMap(read)
  for (const { name, reason } of found.flatMap(failedIn)) {
    console.log(`Failed: ${name}`)
    if (reason) console.log(`  ${reason}`)
  }
  console.log(summaryOf(found, Number(process.argv[2] ?? 0)))
}
