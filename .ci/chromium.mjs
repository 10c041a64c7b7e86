import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The shell without windows comes first: it needs a third less of the processor for the same tests.
 */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

const programFolders = () =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  )

const usualPlaces = () => {
  switch (process.platform) {
    case 'win32':
      return programFolders().flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ])
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ]
    default:
      return NAMES.flatMap((name) =>
        (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
      )
  }
}

/**
 * The path of a Chromium or Chrome that is installed on this machine.
 * @returns {string | undefined} undefined where none is
 */
export const findSystemChromium = () => usualPlaces().find((file) => existsSync(file))
