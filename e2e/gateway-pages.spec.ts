import { companyOf } from '../deploy/gateway/company.ts'
import { ask } from '../deploy/gateway/testing/ask.ts'
import { expect, test } from './helpers/fixtures.ts'
import { PORTS, TEST_KEY, urlOf } from './helpers/ports.ts'

const fromApp = { 'sec-fetch-site': 'same-origin' }

test.describe("The gateway's pages", { tag: '@live' }, () => {
  test('gives its pages the API, and its key to nobody', async ({ page, open }) => {
    await open('/')
    const answers = await page.evaluate(async () => {
      const texts: string[] = []
      for (const path of ['/api/v2/vendors?size=1', '/api/config', '/']) {
        const response = await fetch(path)
        const headers = JSON.stringify(Object.fromEntries(response.headers))
        texts.push(`${response.status} ${headers} ${await response.text()}`)
      }
      return texts
    })
    expect(answers[0]).toMatch(/^200 .*"cache-control":"no-store".*"data":\[\{/)
    const company = companyOf({ url: urlOf('prism'), key: TEST_KEY })
    expect(answers[1]).toContain(
      `{"apiVersion":2,"readOnly":false,"company":"${company}","user":null,"keyPresent":true,"role":"decide"}`,
    )
    expect(answers.join('\n')).not.toContain(TEST_KEY)
  })

  test('serves pages that take in nothing foreign', async ({ page, open, allowConsoleErrors }) => {
    allowConsoleErrors(/Content Security Policy|requires 'Trusted/)
    const refused = new Set<string>()
    page.on('console', (message) => {
      const [, directive] = /Policy directive:? ["']([\w-]+)/.exec(message.text()) ?? []
      if (directive) refused.add(directive)
    })
    await open('/vendors')
    await expect(page.getByRole('heading', { name: 'Vendors' })).toBeVisible()
    const wasThrown = await page.evaluate(() => {
      const add = (tag: string, attributes: Record<string, string>, text = ''): void => {
        const element = document.createElement(tag)
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
        element.append(text)
        document.body.append(element)
      }
      add('script', {}, 'document.title = "taken over"')
      add('style', {}, 'body { display: none }')
      add('p', { style: 'color: red' })
      add('img', { src: 'https://elsewhere.test/x.png' })
      add('iframe', { src: '/' })
      add('base', { href: 'https://elsewhere.test/' })
      fetch('https://elsewhere.test/').catch(() => undefined)
      const attempts = [
        () => document.body.insertAdjacentHTML('beforeend', '<p>markup</p>'),
        () => document.body.insertAdjacentHTML('beforeend', 'text'),
        () => add('script', { src: '/x.js' }),
        () => new Worker('/x.js'),
        () => new Worker('https://elsewhere.test/assets/x.js'),
      ]
      return attempts.map((attempt) => {
        try {
          attempt()
          return false
        } catch {
          return true
        }
      })
    })
    expect(wasThrown).toEqual([true, false, true, true, true])
    await expect
      .poll(() => [...refused].toSorted())
      .toEqual([
        'base-uri',
        'connect-src',
        'default-src',
        'img-src',
        'style-src-attr',
        'style-src-elem',
      ])
    await expect(page).toHaveTitle('Vendors · Countersign')
  })

  test('is checked against the contract by the proxy behind it', async () => {
    const { status, headers } = await ask(PORTS.live, '/api/v2/vendors?size=501', {
      headers: fromApp,
    })
    expect(status).toBe(422)
    expect(headers['content-type']).toContain('application/problem+json')
  })

  test('says that it has no key', async () => {
    const refused = await ask(PORTS.keyless, '/api/v2/vendors', { headers: fromApp })
    expect(refused.status).toBe(401)
    expect(JSON.parse(refused.text)).toMatchObject({
      message: 'The gateway has no API key: set DRATA_API_KEY and start it again.',
    })
    const config = await ask(PORTS.keyless, '/api/config', { headers: fromApp })
    expect(JSON.parse(config.text)).toMatchObject({ keyPresent: false })
  })
})
