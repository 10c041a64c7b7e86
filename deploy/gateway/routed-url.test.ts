import fc from 'fast-check'
import { expect, test } from 'vitest'
import { routedUrl } from './routed-url.ts'
import { CASES, HOST } from './rules/cases.ts'
import { isApi, pathOf } from './rules/rules.ts'

test('what is forwarded keeps its target, and what is refused has one address', () => {
  const cases = CASES.flatMap(({ method = 'GET', url, headers = {}, expected }) =>
    typeof expected === 'object' ? [{ method, url, headers, expected }] : [],
  )
  const routed = cases.map(({ method, url, headers }) =>
    routedUrl({ method, url, headers: { host: HOST, ...headers } }),
  )
  expect(routed).toEqual(
    cases.map(({ url, expected }) =>
      'upstream' in expected || expected.status === 200 ? url : '/api/refused',
    ),
  )
})

test('no target that is routed as a page can be read as one below /api', () => {
  const part = fc.constantFrom('/', '//', '\\', '.', '..', '%2e', '%2f', '%5c', 'api', 'v2', '%61')
  const target = fc.array(fc.oneof(part, fc.string({ maxLength: 3 }))).map((all) => all.join(''))
  fc.assert(
    fc.property(target, (text) => {
      const routed = routedUrl({ method: 'GET', url: `/${text}`, headers: {} })
      if (routed.startsWith('/api')) return
      expect(routed).toMatch(/^\/(?:[\w-][\w.-]*\/?)*(?:\?|$)/)
      expect(isApi(pathOf(routed))).toBe(false)
    }),
  )
})
