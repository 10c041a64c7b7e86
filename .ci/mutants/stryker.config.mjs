// Changes the code of saving in some thousand ways, one at a time, and runs the tests that reach
// the change. A change that no test notices is a gap in the tests, or code that nothing needs.
import { availableParallelism } from 'node:os'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/work/**/*.ts', 'src/api/saving/**/*.ts', '!src/**/*.test.ts'],
  testRunner: 'vitest',
  vitest: { configFile: '.ci/mutants/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.WORKERS || Math.max(1, availableParallelism() - 1)),
  // Stryker would read tsconfig.json through TypeScript's API, which TypeScript 7 does not have. It
  // would not change anything there: no path in it leads out of the folder.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  timeoutMS: 5_000,
  tempDirName: '.cache/mutants',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', '.cache', 'e2e', 'deploy', 'public', 'src/routes', 'src/features'],
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'dist/reports/mutants/index.html' },
  jsonReporter: { fileName: 'dist/reports/mutants/mutants.json' },
  allowConsoleColors: false,
  thresholds: { high: 100, low: 95, break: null },
}
