import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCookieBrowser } from '../testing/cookie-browser.ts'
import {
  callbackOf,
  type SignInStage,
  signInAt,
  startStage,
  whoIs,
} from '../testing/sign-in-stage.ts'
import { NOT_ALLOWED, UNSURE } from './sign-in-answers.ts'

let stage: SignInStage
beforeAll(async () => {
  stage = await startStage()
  for (const account of ['ada', 'bob']) stage.provider.setGroups(account, ['analysts'])
  stage.provider.setGroups('eve', ['visitors'])
})
afterAll(() => stage.close())

describe('signing in', () => {
  it('leads to the page that was asked for, as the user of the provider', async () => {
    const browser = createCookieBrowser()
    expect(await whoIs(stage, browser)).toBeNull()
    const to = '/reviews/12?section=risk%20rating'
    const end = await signInAt(stage, browser, 'ada', `to=${encodeURIComponent(to)}`)
    expect(end.url).toBe(`${stage.url}${to}`)
    const identity = await whoIs(stage, browser)
    expect(identity).toMatchObject({
      subject: 'ada',
      email: 'ada@countersign.test',
      groups: ['analysts'],
      role: 'edit',
    })
    expect(Math.abs((identity?.authenticatedAt ?? 0) - Date.now() / 1000)).toBeLessThan(600)
    expect(stage.events.at(-1)).toEqual({
      kind: 'signed-in',
      subject: 'ada',
      email: 'ada@countersign.test',
      isFresh: false,
    })
  })

  it('asks the provider with PKCE, a nonce and a state', async () => {
    const { headers, status } = await createCookieBrowser().visit(`${stage.url}/sign-in/start`)
    expect(status).toBe(302)
    const { state, nonce, code_challenge, ...asked } = Object.fromEntries(
      new URL(headers.location ?? '').searchParams,
    )
    for (const random of [state, nonce, code_challenge]) expect(random).toMatch(/^[\w-]{43}$/)
    expect(asked).toEqual({
      client_id: 'countersign',
      code_challenge_method: 'S256',
      redirect_uri: `${stage.url}/sign-in/callback`,
      response_type: 'code',
      scope: 'openid email',
    })
  })

  it('gives a session a new name each time, and ends the earlier one', async () => {
    const browser = createCookieBrowser()
    await signInAt(stage, browser, 'ada')
    const first = browser.cookies(stage.url)
    await signInAt(stage, browser, 'ada')
    expect(browser.cookies(stage.url)).not.toBe(first)
    const thief = createCookieBrowser()
    thief.setCookies(stage.url, first)
    expect(await whoIs(stage, thief)).toBeNull()
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
  })

  it('does not take a session’s name from a browser', async () => {
    const browser = createCookieBrowser()
    const planted = `countersign=${'a'.repeat(43)}`
    browser.setCookies(stage.url, planted)
    expect(await whoIs(stage, browser)).toBeNull()
    await signInAt(stage, browser, 'ada')
    const other = createCookieBrowser()
    other.setCookies(stage.url, planted)
    expect(await whoIs(stage, other)).toBeNull()
  })

  it.each(['', 'a', 'x'.repeat(5_000), '%00', '../../session', '"quoted"'])(
    'takes no session from the cookie %j',
    async (value) => {
      const { text } = await createCookieBrowser().visit(`${stage.url}/a-page`, {
        headers: { cookie: `countersign=${value}; countersign-${value}=${value}` },
      })
      expect(JSON.parse(text)).toEqual({ identity: null })
    },
  )

  it('lets several tabs sign in at once, each to its own page', async () => {
    const browser = createCookieBrowser()
    stage.provider.signInAs('ada')
    // All of them begin before any browser has a cookie.
    const begun = await Promise.all(
      ['/a', '/b', '/c'].map((to) => browser.visit(`${stage.url}/sign-in/start?to=${to}`)),
    )
    const ends: string[] = []
    for (const { headers } of begun.toReversed())
      ends.push((await browser.follow(headers.location ?? '')).url)
    expect(ends).toEqual(['/c', '/b', '/a'].map((to) => `${stage.url}${to}`))
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
  })

  it('keeps twenty sign-ins of a browser, and forgets those before', async () => {
    const browser = createCookieBrowser()
    const first = await callbackOf(stage, browser, 'ada', 'to=/first')
    const second = await callbackOf(stage, browser, 'ada', 'to=/second')
    for (let tab = 0; tab < 19; tab += 1) await browser.visit(`${stage.url}/sign-in/start`)
    expect(browser.cookies(stage.url).split('; ')).toHaveLength(20)
    expect(await browser.visit(first)).toMatchObject({ status: 400 })
    expect((await browser.follow(second)).url).toBe(`${stage.url}/second`)
  })
})

describe('a role', () => {
  it('is none for somebody in no group of the app, who is told so', async () => {
    const browser = createCookieBrowser()
    const end = await signInAt(stage, browser, 'eve')
    expect(end).toMatchObject({ status: 403, url: `${stage.url}/` })
    expect(end.text).toContain(`<p>${NOT_ALLOWED}</p>`)
    const api = await browser.visit(`${stage.url}/api/v2/users`)
    expect(api.status).toBe(403)
    expect(api.headers['x-gateway']).toBe('own')
    expect(JSON.parse(api.text)).toEqual({ statusCode: 403, message: NOT_ALLOWED, code: 0 })
    expect(await browser.visit(`${stage.url}/public`)).toMatchObject({ status: 200 })
  })

  it('can be had by signing in as somebody else', async () => {
    const browser = createCookieBrowser()
    const { text } = await signInAt(stage, browser, 'eve')
    expect(text).toContain('href="/sign-in/start?fresh=1"')
    await signInAt(stage, browser, 'ada', 'fresh=1')
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada', role: 'edit' })
  })
})

it('asks who it is again where the page wants to be sure', async () => {
  const browser = createCookieBrowser()
  const now = Math.floor(Date.now() / 1000)
  const start = async (query: string) => {
    const { headers } = await browser.visit(`${stage.url}/sign-in/start?${query}`)
    stage.provider.takeAsked()
    await browser.follow(headers.location ?? '')
    const isAsked = stage.provider.takeAsked().some((asked) => asked.includes('/interaction/'))
    const { searchParams } = new URL(headers.location ?? '')
    return { isAsked, wanted: [searchParams.get('max_age'), searchParams.get('prompt')] }
  }
  stage.provider.signInAs('ada', now - 5_000)
  expect(await start('')).toEqual({ isAsked: true, wanted: [null, null] })
  // The provider knows the browser.
  expect(await start('')).toEqual({ isAsked: false, wanted: [null, null] })
  expect(await whoIs(stage, browser)).toMatchObject({ authenticatedAt: now - 5_000 })
  stage.provider.signInAs('ada')
  expect(await start('fresh=1')).toEqual({ isAsked: true, wanted: ['0', 'login'] })
  expect((await whoIs(stage, browser))?.authenticatedAt).toBeGreaterThanOrEqual(now)
  expect(stage.events.at(-1)).toMatchObject({ kind: 'signed-in', isFresh: true })
})

it('keeps two users of one browser apart', async () => {
  const browser = createCookieBrowser()
  await signInAt(stage, browser, 'ada')
  const sessionOfAda = browser.cookies(stage.url)
  const pendingOfAda = await callbackOf(stage, browser, 'ada', 'to=/page-of-ada')
  await signInAt(stage, browser, 'bob', 'fresh=1')
  expect(await whoIs(stage, browser)).toMatchObject({ subject: 'bob' })
  expect(await browser.visit(pendingOfAda)).toMatchObject({ status: 400 })
  expect(stage.events.at(-1)).toEqual({ kind: 'refused', reason: 'unknown state' })
  expect(await whoIs(stage, browser)).toMatchObject({ subject: 'bob' })
  browser.setCookies(stage.url, sessionOfAda)
  expect(await whoIs(stage, browser)).toBeNull()
})

it('answers nothing else below /sign-in', async () => {
  const browser = createCookieBrowser()
  for (const path of ['/sign-in/', '/sign-in/x', '/sign-in/callback/x', '/sign-in/out/x'])
    expect(await browser.visit(`${stage.url}${path}`)).toMatchObject({ status: 404 })
  for (const method of ['HEAD', 'POST', 'PUT'])
    for (const path of ['/sign-in/start', '/sign-in/callback'])
      expect(await browser.visit(`${stage.url}${path}`, { method })).toMatchObject({ status: 404 })
  expect(browser.cookies(stage.url)).toBe('')
})

it('puts nothing into the store that its reader could use', async () => {
  const browser = createCookieBrowser()
  await signInAt(stage, browser, 'ada', 'to=/a-page-of-its-own')
  const all = stage.written.join('\n')
  const [, secret = ''] = browser.cookies(stage.url).split('=')
  expect(secret).toHaveLength(43)
  for (const word of [secret, 'analysts', 'a-page-of-its-own']) expect(all).not.toContain(word)
  // No JSON, no mail address, no token: nothing but names and ciphers.
  expect(all).toMatch(/^[\w:\n-]+$/)
})

it('says that it cannot know who asks while the store does not answer', async () => {
  const browser = createCookieBrowser()
  await signInAt(stage, browser, 'ada')
  const callback = await callbackOf(stage, browser, 'ada')
  stage.setStoreDown(true)
  try {
    const page = await browser.visit(`${stage.url}/reviews`)
    expect(page.status).toBe(503)
    expect(page.text).toContain(`<p>${UNSURE}</p>`)
    const api = await browser.visit(`${stage.url}/api/v2/users`, { method: 'POST' })
    expect(api.status).toBe(503)
    expect(api.headers['x-gateway']).toBe('own')
    expect(JSON.parse(api.text)).toEqual({ statusCode: 503, message: UNSURE, code: 0 })
    for (const url of [`${stage.url}/sign-in/start`, callback]) {
      const answer = await browser.visit(url)
      expect(answer.status).toBe(503)
      expect(answer.text).toContain(UNSURE)
    }
    expect((await browser.visit(`${stage.url}/public`)).status).toBe(200)
    expect(await whoIs(stage, createCookieBrowser())).toBeNull()
  } finally {
    stage.setStoreDown(false)
  }
  expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
})
