import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isApi } from '../rules/rules.ts'
import { returnPath } from './return-path.ts'

const APP = 'https://countersign.example.com'

test.each([
  '/',
  '/reviews',
  '/reviews/12?section=risk%20rating&q=%2F%2Fa#notes',
  '/vendors/a%20b',
  '/apis',
  '/sign-ins',
  '/reviews?to=https://elsewhere.example',
])('goes back to %s', (page) => {
  expect(returnPath(page, APP)).toBe(page)
})

test.each([
  null,
  undefined,
  '',
  'reviews',
  'https://elsewhere.example/',
  `${APP}/reviews`,
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/a/..//elsewhere.example',
  '/%2e//elsewhere.example',
  '/%2Felsewhere.example',
  '/%5Celsewhere.example',
  '/%09/elsewhere.example',
  '/%',
  'javascript:alert(1)',
  '/api',
  '/api/v2/users',
  '/API/v2/users',
  '/a/../api/v2/users',
  '/%61pi/v2/users',
  '/a%2F..%2Fapi/v2/users',
  '/sign-in/start',
  '/sign-in/out/done',
  '/Sign-In',
  '/sign%2Din/start',
  '/a/../sign-in/start',
  '/a%2f%2e%2e%2fsign-in/start',
  `/${'a'.repeat(2_000)}`,
])('goes to the first page instead of %j', (asked) => {
  expect(returnPath(asked, APP)).toBe('/')
})

const PIECES = ['/', '//', '\\', '.', '..', '%2f', '%5C', '%2e', 'api', 'sign-in', 'reviews', '@']
const MORE = [
  'elsewhere.example',
  ':',
  '\t',
  '%09',
  '\n',
  '?',
  '#',
  'https:',
  'javascript:',
  ' ',
  'ı',
]
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ maxLength: 3 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))

test('whatever is asked for, it is a page of the app', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        nasty,
        fc.string(),
        fc.webUrl(),
        nasty.map((rest) => `/${rest}`),
      ),
      (asked) => {
        const path = returnPath(asked, APP)
        // As a browser reads it, in a redirect that names the origin and in one that does not.
        for (const url of [new URL(path, APP), new URL(`${APP}${path}`)]) {
          expect(url.origin).toBe(APP)
          expect(isApi(url.pathname)).toBe(false)
          expect(url.pathname).not.toMatch(/^\/sign-in(?:\/|$)/i)
          expect(decodeURIComponent(url.pathname)).not.toMatch(/^\/(?:\/|sign-in(?:\/|$))/i)
        }
        expect(returnPath(path, APP)).toBe(path)
      },
    ),
    { numRuns: 2_000 },
  )
})
