import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CASES, READ_ONLY_CASES } from '../gateway/rules/cases.ts'
import { NONCE_PLACEHOLDER } from '../gateway/rules/headers.ts'
import { judge } from '../gateway/rules/rules.ts'
import { PARTS } from './parts.ts'

test.each(Object.keys(PARTS))('%s is as its source makes it', async (name) => {
  await expect(PARTS[name]).toMatchFileSnapshot(name)
})

const template = readFileSync(new URL('nginx.conf.template', import.meta.url), 'utf8')

test('the template puts nonces where the build left room for them', () => {
  expect(template).toContain(`sub_filter ${NONCE_PLACEHOLDER} $request_id;`)
})

test('the template marks what it forwards apart from what it answers itself', () => {
  const [, forwarding = ''] = /location \/api\/ \{(.*?)\n {4}\}/s.exec(template) ?? []
  expect(forwarding).toContain('proxy_pass')
  expect(forwarding).toContain('include ${here}/forwarded-headers.conf;')
  expect(template.match(/forwarded-headers\.conf/g)).toHaveLength(1)
  // A location with such a line of its own would no longer hide what the whole server hides.
  const levels = template.match(/^ *(?=proxy_hide_header|include \$\{here\}\/hidden)/gm)
  expect(new Set(levels)).toEqual(new Set(['    ']))
})

test('the template refuses in the words of the rules', () => {
  const verdicts = [
    ...CASES.map((given) => judge({ headers: {}, ...given }, false)),
    ...READ_ONLY_CASES.map((given) => judge({ headers: {}, ...given }, true)),
  ]
  const refusals = new Set(
    verdicts
      .filter((verdict) => verdict.kind === 'refuse')
      .map(({ status, message }) => {
        const body = JSON.stringify({ statusCode: status, message, code: 0 })
        return `return ${status} '${body}';`
      }),
  )
  expect(refusals.size).toBe(3)
  for (const refusal of refusals) expect(template).toContain(refusal)
})
