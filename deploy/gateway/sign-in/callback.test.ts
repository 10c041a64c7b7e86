import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADERS } from '../rules/headers.ts'
import type { Answer } from '../testing/ask.ts'
import { createCookieBrowser } from '../testing/cookie-browser.ts'
import { callbackOf, type SignInStage, startStage, whoIs } from '../testing/sign-in-stage.ts'

let stage: SignInStage
beforeAll(async () => {
  stage = await startStage()
  stage.provider.setGroups('ada', ['analysts'])
})
afterAll(() => stage.close())

const PAGE = /<p>[^<]+\.<\/p>\n<p><a href="\/sign-in\/start\?to=[^"]*">Sign in again/
/** What matters of an answer of the callback. */
const seen = ({ status, text, headers }: Answer) => ({
  status,
  isPage: PAGE.test(text),
  location: headers.location,
  caching: headers['cache-control'],
  policy: headers['content-security-policy'],
  referrer: headers['referrer-policy'],
})
const REFUSAL = {
  status: 400,
  isPage: true,
  location: undefined,
  caching: 'no-store',
  policy: HEADERS['Content-Security-Policy'],
  referrer: 'no-referrer',
}

describe('the callback refuses', () => {
  it.each(['', '?code=a', '?code=a&state=b', '?state=b', '?error=access_denied', '?code=a&state='])(
    'what nobody has begun: %j',
    async (query) => {
      expect(
        seen(await createCookieBrowser().visit(`${stage.url}/sign-in/callback${query}`)),
      ).toEqual(REFUSAL)
    },
  )

  it('a sign-in that another browser has begun, which goes on there', async () => {
    const browser = createCookieBrowser()
    const callback = await callbackOf(stage, browser, 'ada', 'to=/mine')
    const other = createCookieBrowser()
    const answer = await other.visit(callback)
    expect(seen(answer)).toEqual(REFUSAL)
    expect(answer.text).not.toContain(new URL(callback).searchParams.get('code'))
    await callbackOf(stage, other, 'ada')
    expect(seen(await other.visit(callback))).toEqual(REFUSAL)
    expect(await whoIs(stage, other)).toBeNull()
    expect((await browser.follow(callback)).url).toBe(`${stage.url}/mine`)
  })

  it('what was used before, one after the other and at once', async () => {
    const browser = createCookieBrowser()
    const callback = await callbackOf(stage, browser, 'ada')
    const cookies = browser.cookies(stage.url)
    const asked = await Promise.all([1, 2, 3].map(() => browser.visit(callback)))
    expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([302, 400, 400])
    const again = createCookieBrowser()
    again.setCookies(stage.url, cookies)
    expect(seen(await again.visit(callback))).toEqual(REFUSAL)
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
  })

  it('the code of another sign-in, and one that was redeemed', async () => {
    const browser = createCookieBrowser()
    const [first, second] = [
      new URL(await callbackOf(stage, browser, 'ada')),
      new URL(await callbackOf(stage, browser, 'ada', 'to=/x%22%3E%3Cb%3E')),
    ]
    second.searchParams.set('code', first.searchParams.get('code') ?? '')
    const answer = await browser.visit(second.href)
    expect(seen(answer)).toEqual(REFUSAL)
    expect(answer.text).toContain('/sign-in/start?to=%2Fx%2522%253E%253Cb%253E"')
    expect(stage.events.at(-1)).toEqual({ kind: 'refused', reason: 'invalid_grant' })
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('the answer of another provider', async () => {
    const browser = createCookieBrowser()
    const callback = new URL(await callbackOf(stage, browser, 'ada'))
    callback.searchParams.set('iss', 'https://provider.example')
    expect(seen(await browser.visit(callback.href))).toEqual(REFUSAL)
  })

  it('two states', async () => {
    const browser = createCookieBrowser()
    expect(seen(await browser.visit(`${await callbackOf(stage, browser, 'ada')}&state=a`))).toEqual(
      REFUSAL,
    )
  })

  it('somebody whom the provider does not sign in, without asking it again', async () => {
    const browser = createCookieBrowser()
    const callback = await callbackOf(stage, browser, null, 'to=/page')
    expect(callback).toContain('error=access_denied')
    stage.provider.takeAsked()
    const answer = await browser.visit(callback)
    expect(seen(answer)).toEqual(REFUSAL)
    expect(answer.text).toContain('/sign-in/start?to=%2Fpage"')
    expect(stage.provider.takeAsked()).toEqual([])
    expect(stage.events.at(-1)).toEqual({ kind: 'refused', reason: 'access_denied' })
  })

  it('a provider that did not ask again where it had to', async () => {
    const browser = createCookieBrowser()
    stage.provider.signInAs('ada')
    const { headers } = await browser.visit(`${stage.url}/sign-in/start?fresh=1`)
    stage.provider.signInAs('ada', Math.floor(Date.now() / 1000) - 5_000)
    const { answer } = await browser.follow(headers.location ?? '')
    expect(answer && seen(answer)).toEqual(REFUSAL)
    expect(stage.events.at(-1)).toEqual({ kind: 'refused', reason: 'not fresh' })
    expect(await whoIs(stage, browser)).toBeNull()
  })
})
