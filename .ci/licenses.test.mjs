import { describe, expect, test } from 'vitest'
import { isAllowed, packagesOf } from './licenses.mjs'

describe('isAllowed', () => {
  test.each([
    ['MIT', false, true],
    ['(MIT OR CC0-1.0)', false, true],
    ['GPL-3.0 OR MIT', false, true],
    ['MIT AND ISC', false, true],
    ['MIT AND GPL-3.0', false, false],
    ['GPL-3.0', true, false],
    ['MPL-2.0', false, false],
    ['MPL-2.0', true, true],
    ['((MIT AND ISC) OR GPL-3.0)', true, false],
    ['UNLICENSED', true, false],
    ['SEE LICENSE IN license.txt', true, false],
    ['', true, false],
  ])('says of "%s", a tool: %s, that it may be used: %s', (expression, isTool, allowed) => {
    expect(isAllowed(expression, isTool)).toBe(allowed)
  })
})

describe('packagesOf', () => {
  test('leaves the app itself out, names nested packages, and says what is not stated', () => {
    const lock = {
      packages: {
        '': { version: '1.0.0', license: 'MIT' },
        'node_modules/@scope/a': { version: '1.2.3', license: 'ISC', dev: true },
        'node_modules/@scope/a/node_modules/b': { version: '2.0.0' },
      },
    }
    expect(packagesOf(lock)).toEqual([
      { name: '@scope/a 1.2.3', license: 'ISC', isTool: true },
      { name: 'b 2.0.0', license: 'not stated', isTool: false },
    ])
    expect(isAllowed('not stated', true)).toBe(false)
  })
})
