import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CookieBrowser, createCookieBrowser } from '../testing/cookie-browser.ts'
import {
  callbackOf,
  LIMITS,
  type SignInStage,
  signInAt,
  startStage,
  whoIs,
} from '../testing/sign-in-stage.ts'
import { NOT_ALLOWED } from './sign-in-answers.ts'

let stage: SignInStage
let browser: CookieBrowser
const begin = async (options: Parameters<typeof startStage>[0] = {}) => {
  stage = await startStage(options)
  stage.provider.setGroups('ada', ['analysts'])
  browser = createCookieBrowser()
  await signInAt(stage, browser, 'ada')
  stage.provider.takeAsked()
}
afterEach(() => stage.close())

const tokensAsked = () => stage.provider.takeAsked().filter((asked) => asked === 'POST /token')
const { idleSeconds, absoluteSeconds, groupsRefreshSeconds } = LIMITS

describe('a session', () => {
  beforeEach(() => begin())

  it('ends after an hour without a request', async () => {
    stage.pass(idleSeconds - 1)
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
    stage.pass(idleSeconds - 1)
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
    stage.pass(idleSeconds)
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('ends after ten hours, however much it is used', async () => {
    for (let passed = 1_800; passed < absoluteSeconds; passed += 1_800) {
      stage.pass(1_800)
      expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
    }
    stage.pass(1_800)
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('cannot begin with a sign-in that took longer than ten minutes', async () => {
    const callback = await callbackOf(stage, browser, 'ada')
    stage.pass(601)
    expect(await browser.visit(callback)).toMatchObject({ status: 400 })
  })

  it('follows the groups up and down, after the time that was set', async () => {
    stage.provider.setGroups('ada', ['readers', 'leads'])
    stage.pass(groupsRefreshSeconds - 1)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'edit', groups: ['analysts'] })
    stage.pass(1)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'decide' })
    stage.provider.setGroups('ada', ['readers'])
    stage.pass(groupsRefreshSeconds)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'read', groups: ['readers'] })
    stage.provider.setGroups('ada', [])
    stage.pass(groupsRefreshSeconds)
    const { status, text } = await browser.visit(`${stage.url}/reviews`)
    expect([status, text.includes(NOT_ALLOWED)]).toEqual([403, true])
    stage.provider.setGroups('ada', ['analysts'])
    stage.pass(groupsRefreshSeconds)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'edit' })
  })

  it('asks the provider once for many requests', async () => {
    stage.pass(groupsRefreshSeconds)
    const who = await Promise.all(Array.from({ length: 10 }, () => whoIs(stage, browser)))
    expect(who.map((identity) => identity?.subject)).toEqual(Array(10).fill('ada'))
    expect(tokensAsked()).toHaveLength(1)
    await whoIs(stage, browser)
    expect(tokensAsked()).toEqual([])
  })

  it('ends where the provider has ended the grant', async () => {
    stage.provider.revoke('ada')
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
    stage.pass(groupsRefreshSeconds)
    const who = await Promise.all([1, 2, 3].map(() => whoIs(stage, browser)))
    expect(who).toEqual([null, null, null])
    expect(stage.events.slice(1)).toEqual([{ kind: 'ended', subject: 'ada' }])
    expect(tokensAsked()).toHaveLength(1)
    expect(await whoIs(stage, browser)).toBeNull()
    expect(tokensAsked()).toEqual([])
  })

  it('lives on for a while without the provider, which it does not press, and then ends', async () => {
    stage.provider.setDown(true)
    stage.pass(groupsRefreshSeconds)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'edit' })
    await whoIs(stage, browser)
    expect(tokensAsked()).toHaveLength(1)
    stage.pass(15 * 60 - 1)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'edit' })
    expect(tokensAsked()).toHaveLength(1)
    stage.pass(30)
    expect(await whoIs(stage, browser)).toBeNull()
    stage.provider.setDown(false)
    expect(await whoIs(stage, browser)).toBeNull()
  })

  it('lives on where the provider is back in time, or was away while nobody was there', async () => {
    stage.provider.setDown(true)
    stage.pass(groupsRefreshSeconds)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'edit' })
    stage.provider.setDown(false)
    stage.provider.setGroups('ada', ['readers'])
    stage.pass(40 * 60)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'read' })
  })
})

describe('a session without a refresh token', () => {
  beforeEach(() => begin({ hasRefreshTokens: false }))

  it('follows the groups by the access token', async () => {
    stage.provider.setGroups('ada', ['leads'])
    stage.pass(groupsRefreshSeconds)
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'decide' })
    expect(stage.provider.takeAsked()).toEqual(['GET /me'])
  })

  it('ends with the access token', async () => {
    stage.provider.revoke('ada')
    stage.pass(groupsRefreshSeconds)
    expect(await whoIs(stage, browser)).toBeNull()
  })
})

describe('the settings', () => {
  it.each(['client_secret_basic', 'client_secret_post'] as const)(
    'send the secret as %s',
    async (clientAuthMethod) => {
      await begin({ clientAuthMethod })
      expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ada' })
      expect(stage.provider.authMethods).toEqual(new Set([clientAuthMethod]))
    },
  )

  it('let everybody decide where no role has a group', async () => {
    await begin({ roles: { read: [], edit: [], decide: [] } })
    expect(await whoIs(stage, browser)).toMatchObject({ role: 'decide' })
  })

  it('make cookies that no other host and no script can have', async () => {
    await begin({ insecureCookie: false })
    const start = await browser.visit(`${stage.url}/sign-in/start`)
    const callback = await browser.visit(await callbackOf(stage, browser, 'ada'))
    const set = [start, callback].flatMap(({ headers }) => headers['set-cookie'] ?? [])
    expect(set.map((cookie) => cookie.replaceAll(/(?<=[-=])[\w-]{43}(?=[=;])/g, '*'))).toEqual([
      '__Host-countersign-*=*; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-countersign-*=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-countersign=*; Path=/; HttpOnly; Secure; SameSite=Lax',
    ])
  })
})
