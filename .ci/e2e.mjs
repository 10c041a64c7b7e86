// Runs the usual browser tests, after it has set up the builds, a browser and Prism. "--more" runs
// the others: the same pages with odd, large and broken data. "--pictures" takes pictures of every
// page instead. All other arguments go to Playwright, which then chooses among all tests.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const given = process.argv.slice(2)
const takesPictures = given.includes('--pictures')
const runsMore = given.includes('--more')
const forPlaywright = given.filter((argument) => !['--pictures', '--more'].includes(argument))
// See e2e/playwright.config.ts.
if (runsMore) process.env.E2E_SET = 'more'
else if (forPlaywright.length === 0) process.env.E2E_SET = 'usual'

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
