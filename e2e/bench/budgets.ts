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
  /** The unit of the measurement that is divided. Milliseconds without one. */
  ofUnit?: 's'
}

/** A time of the app, against that of the minimal React page in the same round. */
const ratio = (
  name: string,
  [profile, reading]: readonly ['slow' | 'fast', string],
  aim: number,
): MeasuredBudget => ({
  name,
  unit: 'times',
  aim,
  limit: aim + 0.1,
  key: `${profile}/live/${reading}`,
  against: `${profile}/minimal/${reading}`,
})

/**
 * All budgets. Times are ratios to the least page that this stack can be, measured in turns with it,
 * since other work of the machine breaks any limit in milliseconds.
 */
export const BUDGETS: readonly MeasuredBudget[] = [
  { ...WEIGHT_BUDGETS.script, key: 'slow/live/script' },
  { ...WEIGHT_BUDGETS.demoScript, key: 'slow/demo/script' },
  { ...WEIGHT_BUDGETS.style, key: 'slow/live/style' },
  { ...WEIGHT_BUDGETS.requests, key: 'slow/live/requests' },
  { ...ratio('first row', ['slow', 'firstRow'], 1.1), ofUnit: 's' },
  {
    name: 'first row, demo',
    unit: 'times',
    aim: 1.5,
    limit: 1.6,
    key: 'slow/demo/firstRow',
    ofUnit: 's',
    against: 'slow/minimal/firstRow',
  },
  ratio('list to detail, pointed at', ['slow', 'detail'], 1.3),
  ratio('the same again', ['slow', 'detailAgain'], 1.4),
  ratio('list to detail, clicked at once', ['slow', 'detailAtOnce'], 1.2),
  ratio('keystroke among 300 rows', ['slow', 'key300'], 1),
  ratio('list to detail, unthrottled', ['fast', 'detail'], 1.5),
  {
    name: 'comparing 10,000 items on either side, against 1,000',
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
