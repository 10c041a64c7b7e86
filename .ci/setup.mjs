// Runs before every npm script: installs what package-lock.json names, once, and gives a machine
// whose Node is older than "engines" asks for a newer one, for this folder alone.
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

const addNode = () => {
  const local = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(local)) return
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = hostVersion()
  if (!isOlder(version, engines.node.replace('>=', ''))) return
  console.log(`Node ${version} is older than ${engines.node}: adding Node 24 to node_modules …`)
  // Not saved: whoever has a current Node never downloads it.
  npm(['install', '--no-save', '--no-package-lock', 'node@24'], root)
}

await orOneSentence(() => {
  installOnce(root, 'the dependencies')
  addNode()
})
