// Runs the browser tests, after it has set up the builds, a browser and Prism. "--pictures"
// takes pictures of every page instead. All other arguments go to Playwright.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const given = process.argv.slice(2)
const takesPictures = given.includes('--pictures')
const forPlaywright = given.filter((argument) => argument !== '--pictures')

/** @param {string[]} args of Node @throws where it fails, after it has printed why */
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('The browser tests have failed; the lines above say why.')
}

await runStep(() => {
  run('.ci/build.mjs', 'demo', 'live')
  run('.ci/browser.mjs')
  if (!takesPictures) run('.ci/prism.mjs')
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js')
  run(playwright, 'test', '-c', takesPictures ? 'e2e/pictures' : 'e2e', ...forPlaywright)
})
