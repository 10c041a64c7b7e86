import { describe, expect, test } from 'vitest'
import { failedIn, summaryOf } from './summary.mjs'

const unit = { numPassedTests: 10, numFailedTests: 0 }
const faults = { passed: 199, failed: 0 }
const e2e = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 } }

describe('summaryOf', () => {
  test.each([
    ['adds all reports up', [unit, e2e, e2e, faults], 0, '219 passed, 0 failed'],
    ['counts jobs that failed', [unit, { passed: 198, failed: 2 }], 1, '208 passed, 2 failed'],
    [
      'counts unit tests that failed',
      [{ numPassedTests: 9, numFailedTests: 1 }],
      1,
      '9 passed, 1 failed',
    ],
    [
      'counts end-to-end tests that failed, or passed only at the second attempt',
      [unit, { stats: { expected: 3, unexpected: 1, flaky: 1 } }],
      1,
      '13 passed, 2 failed',
    ],
    ['does not call a run good that ended before its tests', [], 2, '0 passed, 1 failed'],
    [
      'does not call a run good whose build broke after its tests',
      [unit],
      1,
      '10 passed, 1 failed',
    ],
  ])('%s', (_name, reports, status, line) => {
    expect(summaryOf(reports, status)).toBe(line)
  })
})

describe('failedIn', () => {
  test.each([
    [
      "Vitest's report",
      {
        testResults: [
          { assertionResults: [{ status: 'passed', fullName: 'a' }] },
          {
            assertionResults: [
              {
                status: 'failed',
                fullName: 'toDay reads a day',
                failureMessages: ['x'.repeat(999)],
              },
            ],
          },
        ],
      },
      [{ name: 'toDay reads a day', reason: 'x'.repeat(300) }],
    ],
    [
      "Playwright's report, with its groups",
      {
        suites: [
          {
            title: 'files.spec.ts',
            specs: [{ title: 'uploads', ok: true }],
            suites: [
              {
                title: 'retries',
                specs: [
                  {
                    title: 'sends once',
                    ok: false,
                    tests: [
                      {
                        results: [
                          {
                            errors: [
                              { message: 'Too slow.' },
                              {
                                message: '\u001b[31mError\u001b[39m: sent\n\n twice',
                                location: { line: 7 },
                              },
                            ],
                          },
                        ],
                      },
                    ],
                  },
                  { title: 'waits', ok: false },
                ],
              },
            ],
          },
        ],
      },
      [
        {
          name: 'files.spec.ts › retries › sends once',
          reason: 'Too slow. Line 7: Error: sent twice',
        },
        { name: 'files.spec.ts › retries › waits', reason: '' },
      ],
    ],
    [
      'the report of the faults',
      {
        passed: 1,
        failed: 1,
        failures: [
          {
            job: 84,
            problems: ['a is lost.', 'y'.repeat(999)],
            diary: ['creating: done', 'saving: done', 'Finalize: asked', 'Finalize: silence'],
          },
        ],
      },
      [
        {
          name: 'Job 84 of the faults',
          reason: `a is lost. ${'y'.repeat(90)} saving: done Finalize: asked Finalize: silence`,
        },
      ],
    ],
    ['a report without a failure', { passed: 1, failed: 0, failures: [] }, []],
  ])('names the tests and reasons of %s', (_name, report, failures) => {
    expect(failedIn(report)).toEqual(failures)
  })
})
