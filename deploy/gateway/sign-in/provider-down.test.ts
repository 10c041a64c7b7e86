import { afterEach, expect, it } from 'vitest'
import { createCookieBrowser } from '../testing/cookie-browser.ts'
import { startIdentityProvider } from '../testing/identity-provider.ts'
import {
  callbackOf,
  type SignInStage,
  signInAt,
  startStage,
  whoIs,
} from '../testing/sign-in-stage.ts'

let stage: SignInStage
afterEach(() => stage.close())

it('starts without the provider, says so, and signs in once it is there', async () => {
  const provider = await startIdentityProvider()
  provider.setDown(true)
  stage = await startStage({ provider })
  provider.setGroups('ada', ['readers'])
  const browser = createCookieBrowser()
  expect(await stage.signIn.isReady()).toBe(false)
  const start = await browser.visit(`${stage.url}/sign-in/start?to=/reviews`)
  expect(start.status).toBe(503)
  expect(start.text).toContain('could not reach your company’s identity provider')
  expect(start.text).toContain('href="/sign-in/start?to=%2Freviews"')
  expect(start.headers).not.toHaveProperty('set-cookie')
  expect(stage.events).toEqual([{ kind: 'provider-failed', reason: 'no connection' }])
  expect(await whoIs(stage, browser)).toBeNull()
  const out = await browser.visit(`${stage.url}/sign-in/out`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(JSON.parse(out.text)).toEqual({ signOutUrl: null })

  provider.setDown(false)
  expect(await stage.signIn.isReady()).toBe(true)
  expect((await signInAt(stage, browser, 'ada', 'to=/reviews')).url).toBe(`${stage.url}/reviews`)
  expect(await whoIs(stage, browser)).toMatchObject({ role: 'read' })
})

it('says so where the provider goes away in the midst of a sign-in', async () => {
  stage = await startStage()
  stage.provider.setGroups('ada', ['readers'])
  const browser = createCookieBrowser()
  const callback = await callbackOf(stage, browser, 'ada', 'to=/reviews')
  stage.provider.setDown(true)
  const answer = await browser.visit(callback)
  expect(answer.status).toBe(503)
  expect(answer.text).toContain('href="/sign-in/start?to=%2Freviews"')
  expect(await whoIs(stage, browser)).toBeNull()
  stage.provider.setDown(false)
  await signInAt(stage, browser, 'ada')
  expect(await whoIs(stage, browser)).toMatchObject({ role: 'read' })
})
