// Runs before every npm script. Installs what package-lock.json names, once. Where Node is older
// than "engines" asks for, installs a newer one for this folder alone. package.json calls this
// script in parentheses, since a shell that has found Node does not look for a newer one.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostNode, installOnce, npm, runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const isOlder = (version, minimum) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = minimum.split('.').map(Number)
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor)
}

/** Asks npm's Node, since this process may already run on the one in node_modules. */
const hostVersion = () =>
  hostNode === process.execPath
    ? process.version
    : spawnSync(hostNode, ['--version'], { encoding: 'utf8' }).stdout.trim()

/** The package that holds Node. On one system its usual name was taken. */
const nodePackage = () => {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return `${prefix}-${system}-${process.arch}`
}

const addNode = () => {
  const local = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(local)) return
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = hostVersion()
  if (!isOlder(version, engines.node.replace('>=', ''))) return
  const wanted = readFileSync(join(root, '.nvmrc'), 'utf8').trim()
  console.log(
    `Node ${version} is older than ${engines.node}: adding Node ${wanted} to node_modules …`,
  )
  // Not saved, so that nobody with a current Node downloads it. The package named "node" would
  // fetch this same package in an install script.
  npm(['install', '--no-save', '--no-package-lock', `${nodePackage()}@${wanted}`], root)
}

await runStep(() => {
  installOnce(root, 'the dependencies')
  addNode()
})
