import { fileURLToPath } from 'node:url'
import { defineConfig, type Project } from '@playwright/test'
import { LAUNCH_OPTIONS } from '../helpers/launch-options.ts'
import { PORTS, urlOf } from '../helpers/ports.ts'

/** Widths in pixels: a phone, a tablet, a laptop, a screen, a large screen. */
const WIDTHS = [390, 1024, 1440, 1920, 2560]
const HEIGHT = 900

const COLORS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } },
} as const satisfies Record<string, Project['use']>

/** Takes a picture of every page and state: "npm run e2e -- --pictures". */
export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../../dist/reports/pictures',
  fullyParallel: true,
  workers: 2,
  reporter: [['line'], ['./contact-sheet.ts']],
  timeout: 120_000,
  expect: { timeout: 45_000 },
  use: {
    baseURL: urlOf('demo'),
    locale: 'en-GB',
    launchOptions: LAUNCH_OPTIONS,
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: WIDTHS.flatMap((width) =>
    Object.entries(COLORS).map(([colors, use]) => ({
      name: `${width}-${colors}`,
      use: { ...use, viewport: { width, height: HEIGHT } },
    })),
  ),
  webServer: {
    command: 'vite preview --mode demo',
    port: PORTS.demo,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PORT: String(PORTS.demo) },
  },
})
