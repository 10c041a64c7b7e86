// Runs the mutation tests: see .ci/mutants/stryker.config.mjs. Stryker is installed in a separate
// folder, since it brings many packages that nothing else needs.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installOnce, runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, '.ci', 'mutants')
const CONFIG = '.ci/mutants/stryker.config.mjs'
const STRYKER = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')

await runStep(() => {
  installOnce(folder, 'Stryker')
  const args = [STRYKER, 'run', CONFIG, ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
})
