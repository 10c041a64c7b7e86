// Tries the laws of the save plan with a million cases each, where "npm test" tries thousands, and
// those of uploads and creations with 20,000 stories, where it tries hundreds.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'src/domain/save-plan.test.ts',
    'src/features/files/uploads/upload-laws.test.ts',
    'src/features/start-reviews/start-laws.test.ts',
    // Not the report that "npm test" counts.
    '--reporter=verbose',
  ],
  { cwd: root, stdio: 'inherit', env: { CASES: '1000000', RUNS: '20000', ...process.env } },
)
process.exitCode = status ?? 1
