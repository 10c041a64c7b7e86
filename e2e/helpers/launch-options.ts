import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'
import { findSystemChromium } from '../../.ci/chromium.mjs'

const systemChromium = existsSync(chromium.executablePath()) ? undefined : findSystemChromium()
/** Whether the tests run as root, as in most containers. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** How every browser of tests and measurements starts: Playwright's own, or one of this machine. */
export const LAUNCH_OPTIONS: LaunchOptions = {
  ...(systemChromium !== undefined && { executablePath: systemChromium }),
  args: [
    // Date fields are typed in the order of the browser's own language.
    '--lang=en-US',
    // What the browser would ask of the internet by itself only delays tests on closed networks.
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Chromium's sandbox refuses to run as root.
    ...(isRoot ? ['--no-sandbox'] : []),
  ],
}
