import type { Unit } from './units.ts'

/** The value that a measurement should reach, and the limit that it must not exceed. */
export interface Budget {
  name: string
  unit: Unit
  aim: number
  limit: number
}

/** How a value compares with its budget. */
export type State = 'ok' | 'above the aim' | 'BROKEN'

/** Compares a value with its budget. @returns ok up to the aim, broken beyond the limit */
export const stateOf = (value: number, { aim, limit }: Pick<Budget, 'aim' | 'limit'>): State =>
  value > limit ? 'BROKEN' : value > aim ? 'above the aim' : 'ok'

/**
 * What a browser loads before the list shows. It does not depend on the machine, so `npm test`
 * checks the builds against it (.ci/bytes.mjs). The bench also counts what was really sent.
 */
export const WEIGHT_BUDGETS = {
  script: { name: 'JavaScript before the list, gzip', unit: 'KB', aim: 165, limit: 180 },
  demoScript: { name: 'the same in the demo', unit: 'KB', aim: 225, limit: 240 },
  style: { name: 'CSS before the list, gzip', unit: 'KB', aim: 14, limit: 18 },
  requests: { name: 'requests until the list shows', unit: '', aim: 8, limit: 10 },
} as const satisfies Record<string, Budget>

/** A budget and the measurement that it limits; see `keyOf` for the keys. */
export interface MeasuredBudget extends Budget {
  key: string
  /** The measurement that it is divided by, round by round. */
  against?: string
}

/** All budgets: what a slow laptop has to reach. */
export const BUDGETS: readonly MeasuredBudget[] = [
  { ...WEIGHT_BUDGETS.script, key: 'slow/live/script' },
  { ...WEIGHT_BUDGETS.demoScript, key: 'slow/demo/script' },
  { ...WEIGHT_BUDGETS.style, key: 'slow/live/style' },
  { ...WEIGHT_BUDGETS.requests, key: 'slow/live/requests' },
  {
    name: 'first row, against the minimal React page',
    unit: 'times',
    aim: 1.1,
    limit: 1.2,
    key: 'slow/live/firstRow',
    against: 'slow/minimal/firstRow',
  },
  { name: 'first row, demo', unit: 's', aim: 2.9, limit: 3.2, key: 'slow/demo/firstRow' },
  { name: 'list to detail, pointed at', unit: 'ms', aim: 100, limit: 250, key: 'slow/live/detail' },
  { name: 'the same again', unit: 'ms', aim: 50, limit: 100, key: 'slow/live/detailAgain' },
  { name: 'keystroke among 300 rows', unit: 'ms', aim: 56, limit: 80, key: 'slow/live/key300' },
  {
    name: 'comparing 10,000 items on either side',
    unit: 'ms',
    aim: 60,
    limit: 100,
    key: 'fast/live/compare10000',
  },
  {
    name: 'the same, against a tenth of the items',
    unit: 'times',
    aim: 15,
    limit: 20,
    key: 'fast/live/compare10000',
    against: 'fast/live/compare1000',
  },
  { name: 'heap with the list', unit: 'MB', aim: 6, limit: 8, key: 'slow/live/heap' },
  { name: 'heap with a form of 300', unit: 'MB', aim: 14, limit: 18, key: 'slow/live/formHeap300' },
  { name: 'layout shift of the list', unit: '', aim: 0, limit: 0.01, key: 'slow/live/shift' },
  { name: 'layout shift of a form', unit: '', aim: 0, limit: 0.01, key: 'slow/live/formShift300' },
]
