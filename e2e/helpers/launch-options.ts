import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'
import { findSystemChromium } from '../../.ci/chromium.mjs'

const systemChromium = existsSync(chromium.executablePath()) ? undefined : findSystemChromium()
/** Whether the tests run as root, as in most containers. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/**
 * The options of every browser of tests and measurements: Playwright's browser, or one of this
 * machine.
 */
export const LAUNCH_OPTIONS: LaunchOptions = {
  ...(systemChromium !== undefined && { executablePath: systemChromium }),
  args: [
    // Date fields are typed in the order of the browser's language.
    '--lang=en-US',
    // Without these, the browser would ask the internet on start, which delays tests on closed
    // networks.
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Nothing is drawn with the graphics card, so its process is only in the way.
    '--disable-gpu',
    // Chromium's sandbox refuses to run as root.
    ...(isRoot ? ['--no-sandbox'] : []),
  ],
}
