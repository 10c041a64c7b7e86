import { devNull } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'
import { FILE_HOST } from './helpers/file-host.ts'
import type { Options } from './helpers/fixtures.ts'
import { LAUNCH_OPTIONS } from './helpers/launch-options.ts'
import { at, type Gateway, PORTS, portFor, TEST_KEY, urlOf, WORKERS } from './helpers/ports.ts'
import { EAST, WEST } from './helpers/zones.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const server = (name: string, command: string, port: number, env: Record<string, string> = {}) => ({
  name,
  command,
  port,
  cwd: root,
  env: { ...env, PORT: String(port) },
  reuseExistingServer: false,
  stdout: 'ignore' as const,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 2_000 },
})

/** The gateway of production, without a sign-in, and with the files of the mock service. Tests ask for more than a minute of the service. */
const gateway = (name: string, port: number, env: Record<string, string>) => ({
  ...server(name, 'node e2e/helpers/gateway-of-tests.ts', port, {
    DRATA_REQUESTS_PER_MINUTE: '0',
    DRATA_FILE_HOSTS: new URL(FILE_HOST).host,
    ACCESS_LOG: devNull,
    ...env,
  }),
  // It says that nobody signs in, when it starts, and when it stops.
  stderr: 'ignore' as const,
})

/**
 * What a worker has to itself: live mode asks the gateway, and the gateway asks Prism. Prism checks
 * requests and answers against the contract, and asks the mock service.
 * @param worker from 0
 */
const serversOf = (worker: number) => {
  const named = (name: string) => `${name}${worker}`
  const port = (name: Parameters<typeof portFor>[1]) => portFor(worker, name)
  const live = (name: Gateway, service: 'prism' | 'mock', version: '1' | '2') =>
    gateway(named(name), port(name), {
      DRATA_API_URL: at(port(service)),
      DRATA_API_KEY: TEST_KEY,
      DRATA_API_VERSION: version,
      FILES_FROM: at(port('mock')),
    })
  return [
    server(
      named('mock'),
      `node mocks/server.ts --port ${port('mock')} --file-host ${FILE_HOST}`,
      port('mock'),
    ),
    server(
      named('prism'),
      `node e2e/prism/node_modules/@stoplight/prism-cli/dist/index.js proxy --errors --port ${port('prism')} --verboseLevel silent e2e/prism/drata.openapi.json ${at(port('mock'))}`,
      port('prism'),
    ),
    live('live', 'prism', '2'),
    live('version1', 'prism', '1'),
    // Prism would repair the answers of scenarios in which the service breaks its contract.
    live('unchecked', 'mock', '2'),
    live('version1Unchecked', 'mock', '1'),
  ]
}

/**
 * Tests of what the page does alone, with any service: layout, lists of 10,000, odd texts, what is
 * typed, the keyboard, paper. They run in the demo only. So do the tests with axe, whose titles say
 * "accessible".
 */
const PAGE_ALONE = [
  'dates',
  'day-fields',
  'dialogs',
  'hostile',
  'keys',
  'look',
  'pastes',
  'printing',
  'review',
  'review-frame',
  'reviews-extremes',
  'shell',
  'soc-drafts',
  'soc-editing',
  'soc-keyboard',
  'soc-lists',
  'tasks',
  'translation',
  'upload-tray',
  'vendor-coverage',
  'vendor-reviews-extremes',
  'vendor-tabs',
  'vendors',
  'vendors-extremes',
  'zoom-and-colours',
]
/**
 * Tests of what is sent: requests that fail, get lost or meet those of a colleague, decisions, files,
 * roles. They run in live mode only, where a gateway is on the way and Prism checks each request. The
 * tasks of an analyst do most of it in the demo, too.
 */
const ON_THE_WAY = [
  'actions',
  'bad-days',
  'cursors',
  'errors',
  'files',
  'files-check',
  'files-failures',
  'kept-work',
  'new-review',
  'on-the-way',
  'roles',
  'saving-alone',
  'saving-decided',
  'saving-together',
  'soc-saving',
  'start-reviews',
]
/**
 * Tests of the same pages with odd, large and broken data, at every width, and of the builds. They take as
 * long as all others, and run with "npm run e2e -- --more", and so in CI.
 */
const MORE = [
  'bad-days',
  'build',
  'day-fields',
  'files-large',
  'foreign-pages',
  'gateway',
  'generated',
  'hostile',
  'look',
  'pastes',
  'printing',
  'review-frame',
  'reviews-extremes',
  'soc-saving',
  'translation',
  'vendor-reviews-extremes',
  'vendors-extremes',
  'zoom-and-colours',
]
/** Which tests run: the usual ones, the others, or all. */
const SET = process.env.E2E_SET
const moreFiles = MORE.map((name) => `**/${name}.spec.ts`)

/** Matches the tests of these files, unless their title names a mode that they are for. */
const ofFiles = (names: readonly string[], unless: RegExp): RegExp =>
  new RegExp(`\\b(?<!-)(?:${names.join('|')})\\.spec\\.ts (?!.*(?:${unless.source}))`)

const FOR_DEMO = /@demo\b|\baccessible\b/
const FOR_LIVE = /@live\b/

/**
 * These limits only end a test that hangs. On a machine that is busy with other work everything
 * takes ten times as long, which is no failure.
 */
const TEST_LIMIT_MS = 240_000
const PATIENCE_MS = 45_000

export default defineConfig<Options>({
  testDir: '.',
  testMatch: SET === 'more' ? moreFiles : '*.spec.ts',
  testIgnore: SET === 'usual' ? moreFiles : [],
  outputDir: '../dist/reports/e2e',
  // One picture for all systems; see look.spec.ts.
  snapshotPathTemplate: '{testDir}/pictures/look/{arg}{ext}',
  // Three keep two cores busy; more would only wait for each other.
  workers: WORKERS,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: `../dist/reports/${SET === 'more' ? 'e2e-more' : 'e2e'}.json` }],
  ],
  timeout: TEST_LIMIT_MS,
  expect: { timeout: PATIENCE_MS, toPass: { timeout: PATIENCE_MS } },
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    // A trace takes a sixth of the processor, and screenshots a third. The report of a failed test has
    // its page in words; "npm run e2e -- --trace on" and the test's name show it again, step by step.
    trace: 'off',
    launchOptions: LAUNCH_OPTIONS,
  },
  // The modes run half a day apart.
  projects: [
    {
      name: 'live',
      grepInvert: [FOR_DEMO, ofFiles(PAGE_ALONE, FOR_LIVE)],
      use: { mode: 'live', baseURL: urlOf('live'), timezoneId: EAST },
    },
    {
      name: 'demo',
      grepInvert: [FOR_LIVE, ofFiles(ON_THE_WAY, FOR_DEMO)],
      use: { mode: 'demo', baseURL: urlOf('demo'), timezoneId: WEST },
    },
  ],
  webServer: [
    server('demo', 'vite preview --mode demo', PORTS.demo),
    gateway('keyless', PORTS.keyless, {
      DRATA_API_URL: urlOf('prism'),
      DRATA_API_KEY: '',
    }),
    ...Array.from({ length: WORKERS }, (_, worker) => serversOf(worker)).flat(),
  ],
})
