import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/**
 * The Node that runs npm. Inside an npm script `process.execPath` may be the one in node_modules,
 * which an install replaces.
 */
export const hostNode = process.env.npm_node_execpath ?? process.execPath

const npmOfPath = () => {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'npm'))
    .find((file) => existsSync(file))
  return found ? realpathSync(found) : ''
}

/** The path of npm's script, with which npm runs without a shell on every system. */
const npmScript = () => {
  const beside = dirname(realpathSync(hostNode))
  return [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    npmOfPath(),
  ].find((file) => /npm-cli\.c?js$/.test(file) && existsSync(file))
}

/**
 * Runs npm, and shows only its errors.
 * @param {string[]} args
 * @param {string} [cwd]
 * @param {number | 'ignore'} [output] the open file for npm's output
 */
export const npm = (args, cwd = process.cwd(), output = 'ignore') => {
  const script = npmScript()
  if (!script) throw new Error('npm was not found: install Node.js together with npm.')
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress']
  const { status } = spawnSync(hostNode, [script, ...args, ...quiet], {
    cwd,
    stdio: ['ignore', output, 'inherit'],
  })
  if (status !== 0)
    throw new Error(
      `"npm ${args.join(' ')}" failed; the lines above say why (network, disk, rights).`,
    )
}

/** What an installation depends on: the lockfile, and the system its binaries are for. */
const fingerprint = (lockfile) =>
  createHash('sha256')
    .update(readFileSync(lockfile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

/**
 * Installs what a folder's lockfile names, unless exactly that is installed already.
 * @param {string} folder
 * @param {string} label names on the screen what is being installed
 */
export const installOnce = (folder, label) => {
  const stamp = join(folder, 'node_modules', '.installed')
  const wanted = fingerprint(join(folder, 'package-lock.json'))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log(`Installing ${label} …`)
  npm(['ci'], folder)
  writeFileSync(stamp, wanted)
}

/**
 * Runs a step. If it fails, prints the message of its error, without the stack.
 * @param {() => void | Promise<void>} step
 */
export const runStep = async (step) => {
  try {
    await step()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
