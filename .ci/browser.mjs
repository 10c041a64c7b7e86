// Finds a browser for the end-to-end tests: Playwright's where it can be downloaded, else one that
// is installed, else Debian's package, else a sentence that says what to do.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findSystemChromium } from './chromium.mjs'
import { install, mayInstall } from './debian.mjs'
import { runStep } from './npm.mjs'

const require = createRequire(import.meta.url)
const DOWNLOAD_LIMIT_MS = 5 * 60 * 1000
const A_DAY_MS = 24 * 60 * 60 * 1000

const manifest = require.resolve('@playwright/test/package.json')
const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
const failure = fileURLToPath(
  new URL(`../node_modules/.cache/countersign/no-chromium-${version}`, import.meta.url),
)

/** A machine without internet should not try the download before each run. */
const failedLately = () => existsSync(failure) && Date.now() - statSync(failure).mtimeMs < A_DAY_MS

const download = () => {
  if (failedLately()) return false
  console.log("Downloading Playwright's Chromium …")
  const { status } = spawnSync(
    process.execPath,
    [join(dirname(manifest), 'cli.js'), 'install', 'chromium'],
    { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS },
  )
  if (status === 0 && existsSync(chromium.executablePath())) return true
  mkdirSync(dirname(failure), { recursive: true })
  writeFileSync(failure, '')
  return false
}

await runStep(() => {
  if (existsSync(chromium.executablePath()) || download() || findSystemChromium()) return
  const isInstalled = mayInstall() && (install('chromium-headless-shell') || install('chromium'))
  if (isInstalled && findSystemChromium()) return
  throw new Error(
    'The end-to-end tests need a browser: install Chromium or Chrome, or run "npx playwright install chromium" with access to the internet.',
  )
})
