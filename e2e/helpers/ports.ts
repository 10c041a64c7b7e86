/** The first port of the tests' servers. `E2E_PORT` moves them where these ports are taken. */
const first = Number(process.env.E2E_PORT || 4311)

/** The ports of the tests' servers. None is a port of the app, so that it can go on running. */
export const PORTS = {
  demo: first,
  mock: first + 1,
  prism: first + 2,
  live: first + 3,
  keyless: first + 4,
  unchecked: first + 5,
  version1: first + 6,
  version1Unchecked: first + 7,
  nginx: first + 8,
  /** The first port of the fault suite, which takes one port for each worker. */
  faults: first + 9,
} as const

/** The gateways that have a key: for either version of the API, with Prism or without. */
export type Gateway = 'live' | 'unchecked' | 'version1' | 'version1Unchecked'

/** The address of one of the servers. */
export const urlOf = (server: keyof typeof PORTS): string => `http://127.0.0.1:${PORTS[server]}`

/** Unmistakable, so that tests can look for it in everything that reaches the browser. */
export const TEST_KEY = 'e2e-key-that-must-stay-in-the-gateway'
