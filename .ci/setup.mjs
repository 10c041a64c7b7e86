// Runs before every npm script: installs what package-lock.json names, once, and gives a machine
// whose Node is older than "engines" asks for a newer one, for this folder alone. package.json calls
// it in parentheses, since a shell that found Node once does not look for a newer one.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostNode, installOnce, npm, orOneSentence } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const isOlder = (version, minimum) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = minimum.split('.').map(Number)
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor)
}

/** Asks npm's Node rather than this process, which may already run on the one in node_modules. */
const hostVersion = () =>
  hostNode === process.execPath
    ? process.version
    : spawnSync(hostNode, ['--version'], { encoding: 'utf8' }).stdout.trim()

/** Node itself as a package; the name was taken on one system. */
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
  // Not saved: whoever has a current Node never downloads it. The package named "node" would fetch
  // this same one in an install script.
  npm(['install', '--no-save', '--no-package-lock', `${nodePackage()}@${wanted}`], root)
}

await orOneSentence(() => {
  installOnce(root, 'the dependencies')
  addNode()
})
