/** The first port of the tests' servers. `E2E_PORT` moves them where these ports are taken. */
const first = Number(process.env.E2E_PORT || 4311)

/** How many tests run at a time. */
export const WORKERS = 3

/** The servers that all workers share, because no test changes what they know. */
const SHARED = { demo: first, keyless: first + 1 }

/** The servers that each worker has to itself, by their place among its ports. */
const OWN = {
  mock: 0,
  prism: 1,
  live: 2,
  unchecked: 3,
  version1: 4,
  version1Unchecked: 5,
  own: 6,
} as const

type OwnServer = keyof typeof OWN

const firstOwn = first + Object.keys(SHARED).length

/** The port of a server that a worker has to itself. @param worker from 0 */
export const portFor = (worker: number, server: OwnServer): number =>
  firstOwn + worker * Object.keys(OWN).length + OWN[server]

/** The address of a server of this machine. */
export const at = (port: number): string => `http://127.0.0.1:${port}`

// Playwright numbers its workers, and gives the number of one that has ended to the next.
const worker = Number(process.env.TEST_PARALLEL_INDEX || 0)

/** The ports of the tests' servers. None is a port of the app, so that it can go on running. */
export const PORTS = {
  ...SHARED,
  mock: portFor(worker, 'mock'),
  prism: portFor(worker, 'prism'),
  live: portFor(worker, 'live'),
  unchecked: portFor(worker, 'unchecked'),
  version1: portFor(worker, 'version1'),
  version1Unchecked: portFor(worker, 'version1Unchecked'),
  /** A gateway that a test starts. */
  own: portFor(worker, 'own'),
  /** The first port of the fault suite, which takes two ports for each worker. */
  faults: portFor(WORKERS, 'mock'),
} as const

/** The gateways that have a key: for either version of the API, with Prism or without. */
export type Gateway = 'live' | 'unchecked' | 'version1' | 'version1Unchecked'

/** The address of one of the servers of this worker. */
export const urlOf = (server: keyof typeof PORTS): string => at(PORTS[server])

/** Unmistakable, so that tests can look for it in everything that reaches the browser. */
export const TEST_KEY = 'e2e-key-that-must-stay-in-the-gateway'
