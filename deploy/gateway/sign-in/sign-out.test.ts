import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CookieBrowser, createCookieBrowser } from '../testing/cookie-browser.ts'
import {
  callbackOf,
  type SignInStage,
  signInAt,
  startStage,
  whoIs,
} from '../testing/sign-in-stage.ts'
import { UNREADABLE } from './sign-in-answers.ts'

let stage: SignInStage
beforeAll(async () => {
  stage = await startStage()
  for (const account of ['ada', 'bob']) stage.provider.setGroups(account, ['leads'])
})
afterAll(() => stage.close())

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }
const signOut = (browser: CookieBrowser, headers: Record<string, string> = OWN_PAGE, body = '') =>
  browser.visit(`${stage.url}/sign-in/out`, { method: 'POST', headers, body })
const json = { ...OWN_PAGE, 'content-type': 'application/json' }

const urlIn = (text: string): URL => {
  const { signOutUrl } = JSON.parse(text) as { signOutUrl: string }
  return new URL(signOutUrl)
}

describe('signing out', () => {
  it('ends the session here and at the provider', async () => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    const session = browser.cookies(stage.url)
    const begun = await callbackOf(stage, browser, 'ada')
    stage.provider.takeAsked()
    const answer = await signOut(browser)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({ 'x-gateway': 'own', 'cache-control': 'no-store' })
    expect(answer.headers).not.toHaveProperty('clear-site-data')
    expect(stage.provider.takeAsked()).toEqual(['POST /token/revocation'])
    expect(stage.events.at(-1)).toEqual({ kind: 'signed-out', subject: 'ada' })

    // Here: no cookie, no session for whoever kept it, and nothing that was begun.
    expect(browser.cookies(stage.url)).toBe('')
    const other = createCookieBrowser()
    other.setCookies(stage.url, session)
    expect(await whoIs(stage, other)).toBeNull()
    expect(await browser.visit(begun)).toMatchObject({ status: 400 })

    // There: the page goes to the provider, which sends the browser back.
    const there = urlIn(answer.text)
    expect(there.origin).toBe(stage.provider.url)
    const { id_token_hint, state, ...asked } = Object.fromEntries(there.searchParams)
    expect(id_token_hint).toMatch(/^eyJ/)
    expect(state).toMatch(/^.{20,}$/)
    expect(asked).toEqual({
      client_id: 'countersign',
      post_logout_redirect_uri: `${stage.url}/sign-in/out/done`,
    })
    stage.provider.takeAsked()
    expect((await browser.follow(there.href)).url).toBe(`${stage.url}/`)
    expect(stage.provider.takeAsked()).toEqual(['GET /session/end', 'POST /session/end/confirm'])
    await signInAt(stage, browser, 'bob')
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'bob' })
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the domain', { 'sec-fetch-site': 'same-site' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['a browser that says nothing', {}],
    ['an origin that is another', { origin: 'https://elsewhere.example' }],
    ['no origin', { origin: 'null' }],
    ['contradictions', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
  ])('is refused to %s', async (_name, headers) => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    const answer = await signOut(browser, headers)
    expect(answer.status).toBe(403)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
  })

  it('works in browsers that send Origin alone', async () => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    expect((await signOut(browser, { origin: stage.url })).status).toBe(200)
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('cannot be done by a link', async () => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    const answer = await browser.visit(`${stage.url}/sign-in/out`, { headers: OWN_PAGE })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('POST')
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
  })

  it.each([
    ['{"wipe":true}', '"storage"'],
    ['{"wipe":false}', undefined],
    ['{"wipe":"yes"}', undefined],
    ['[]', undefined],
    ['no JSON', undefined],
  ])('with the body %s wipes %s', async (body, wiped) => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    const { status, headers } = await signOut(browser, json, body)
    expect(status).toBe(200)
    expect(headers['clear-site-data']).toBe(wiped)
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('reads no long body', async () => {
    const answer = await signOut(createCookieBrowser(), json, ' '.repeat(2_000))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject({ statusCode: 413, message: UNREADABLE })
  })

  it('leads to the provider where the session here has ended before', async () => {
    const answer = await signOut(createCookieBrowser())
    expect(answer.status).toBe(200)
    expect(urlIn(answer.text).searchParams.has('id_token_hint')).toBe(false)
  })

  it('works for somebody who may not use the app', async () => {
    const browser = createCookieBrowser()
    expect(await signInAt(stage, browser, 'eve')).toMatchObject({ status: 403 })
    expect((await signOut(browser)).status).toBe(200)
    expect(browser.cookies(stage.url)).toBe('')
  })

  it('works while the provider does not answer', async () => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    stage.provider.setDown(true)
    try {
      expect((await signOut(browser)).status).toBe(200)
    } finally {
      stage.provider.setDown(false)
    }
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('does not pretend to have ended a session that the store still has', async () => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    stage.setStoreDown(true)
    const answer = await signOut(browser)
    stage.setStoreDown(false)
    expect(answer.status).toBe(503)
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect((await signOut(browser)).status).toBe(200)
    expect(await whoIs(stage, browser)).toBeNull()
  })
})
