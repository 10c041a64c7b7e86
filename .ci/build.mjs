// Builds the modes that are named as arguments, where a build is missing or older than its sources.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStep } from './npm.mjs'
import { SOURCES } from './sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The build may write this one. */
const GENERATED = 'routeTree.gen.ts'

const newest = (path) => {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const entries = readdirSync(path).filter((name) => name !== GENERATED)
  return Math.max(0, ...entries.map((name) => newest(join(path, name))))
}

const isCurrent = (mode) => {
  const page = join(root, 'dist', mode, 'index.html')
  return (
    existsSync(page) &&
    statSync(page).mtimeMs > Math.max(...SOURCES.map((source) => newest(join(root, source))))
  )
}

const build = (mode) => {
  console.log(`Building ${mode} mode …`)
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', mode, '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) throw new Error(`${mode} mode could not be built; the lines above say why.`)
}

await runStep(() => {
  for (const mode of process.argv.slice(2)) if (!isCurrent(mode)) build(mode)
})
