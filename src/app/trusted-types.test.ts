import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refuseMarkup } from './trusted-types.ts'

type Rules = Record<'createHTML' | 'createScriptURL', (text: string) => string>

const ORIGIN = 'https://countersign.test'
let rules: Rules

beforeEach(() => {
  vi.stubGlobal('window', {
    location: new URL(`${ORIGIN}/vendors/7`),
    trustedTypes: {
      createPolicy: (_name: string, given: Rules) => {
        rules = given
      },
    },
  })
  refuseMarkup()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('lets text become part of the page, and no markup', () => {
  expect(rules.createHTML('a > b {}')).toBe('a > b {}')
  expect(() => rules.createHTML('<b>')).toThrow('Text must not become markup.')
})

it.each(['/assets/pdf.worker-1.mjs', `${ORIGIN}/assets/pdf.worker-1.mjs`])(
  'lets %s become a worker',
  (address) => {
    expect(rules.createScriptURL(address)).toBe(`${ORIGIN}/assets/pdf.worker-1.mjs`)
  },
)

it.each([
  'https://evil.test/assets/worker.mjs',
  '//evil.test/assets/worker.mjs',
  'http://countersign.test/assets/worker.mjs',
  'https://countersign.test:8443/assets/worker.mjs',
  '/api/files/vendors/7/documents/3',
  '/assets/../api/files/vendors/7/documents/3',
  '/assets/%2e%2e/api/files/vendors/7/documents/3',
  'assets/worker.mjs',
  `blob:${ORIGIN}/assets/worker.mjs`,
  'data:text/javascript,0',
  'javascript:0',
  '',
])('refuses %s as a worker', (address) => {
  expect(() => rules.createScriptURL(address)).toThrow('Only scripts of the app may run.')
})
