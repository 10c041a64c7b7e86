import type { BrowserContext, Page } from '@playwright/test'
import { mailOf } from '../deploy/gateway/testing/identity-provider.ts'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect } from './helpers/fixtures.ts'
import { test } from './helpers/gateway.ts'
import { reviewPath } from './helpers/pages.ts'
import { urlOf } from './helpers/ports.ts'
import { add, expectFindings, expectState, PATH, save, startValues } from './helpers/saving.ts'

const app = urlOf('own')
const callback = `${app}/sign-in/callback`
const ready = reviewPath(LANDMARKS.readyToFinalize)
/** How soon the gateway asks again which groups somebody has. */
const ASKS_SOON = { GROUPS_REFRESH_SECONDS: '1' }

/** What the gateway answers a request of the app's pages in this browser. */
const asked = async ({ request }: BrowserContext, path: string) =>
  request.get(app + path, { headers: { 'sec-fetch-site': 'same-origin' } })

const statusOf = async (context: BrowserContext): Promise<number> =>
  (await asked(context, '/api/v2/users')).status()

const roleOf = async (context: BrowserContext): Promise<unknown> =>
  ((await (await asked(context, '/api/config')).json()) as { role?: string }).role

const expectUser = async (page: Page, account: string): Promise<void> => {
  await page.getByRole('button', { name: 'User menu' }).click()
  await expect(page.getByText(mailOf(account))).toBeVisible()
  await page.keyboard.press('Escape')
}

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page
    .getByRole('dialog', { name: 'Sign out' })
    .getByRole('button', { name: 'Sign out' })
    .click()
}

/** Signs in again as the page offers it, in a new tab, and closes the tab. */
const signInInNewTab = async (page: Page, context: BrowserContext): Promise<void> => {
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Sign in again in a new tab' }).click()
  const tab = await opening
  await expect(tab).toHaveURL(`${app}/`)
  await tab.close()
}

test.describe('Signing in', { tag: '@live' }, () => {
  test('leads to the page that was asked for', async ({ page, startSignIn }) => {
    const gateway = await startSignIn()
    await page.goto(`${app}/vendors?search=northw&risk=HIGH`)
    await expect(page).toHaveURL(`${app}/vendors?search=northw&risk=HIGH`)
    await expect(page.getByRole('link', { name: LANDMARKS.northwind.name })).toBeVisible()
    await expectUser(page, 'ada')
    expect(gateway.words()).not.toMatch(/search=|northw|risk=|code=/)
  })

  test('cannot be begun by somebody else, nor be done twice', async ({
    page,
    browser,
    context,
    provider,
    startSignIn,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 40\d/)
    await startSignIn()
    await page.goto(`${callback}?code=a&state=b`)
    const refusal = page.getByText('This sign-in was not begun in this browser')
    await expect(refusal).toBeVisible()
    const called = page.waitForRequest((request) => request.url().startsWith(callback))
    await page.getByRole('link', { name: 'Sign in again' }).click()
    const used = (await called).url()
    await expectUser(page, 'ada')
    await page.goto(used)
    await expect(refusal).toBeVisible()
    expect(await statusOf(context)).toBe(200)

    const stranger = await browser.newContext()
    const theirs = await stranger.newPage()
    await theirs.goto(used)
    await expect(theirs.getByText('This sign-in was not begun in this browser')).toBeVisible()
    expect(await statusOf(stranger)).toBe(401)
    provider.signInAs(null)
    await theirs.getByRole('link', { name: 'Sign in again' }).click()
    await expect(theirs.getByText('identity provider did not sign you in')).toBeVisible()
    await stranger.close()
  })
})

test.describe('A session that ends while somebody types', { tag: '@live' }, () => {
  test.beforeEach(({ allowConsoleErrors }) => allowConsoleErrors(/status of 401/))

  const typeAndLose = async (page: Page, lose: () => Promise<void>): Promise<string[]> => {
    await page.goto(app + PATH)
    const before = await startValues(page)
    await add(page, 'typed before it ended')
    await lose()
    await save(page)
    const all = [...before, 'typed before it ended']
    await expectFindings(page, all)
    await expect(page.getByText('Your session has ended').first()).toBeVisible()
    return all
  }
  const signInAndSave = async (
    page: Page,
    context: BrowserContext,
    texts: string[],
  ): Promise<void> => {
    await signInInNewTab(page, context)
    await expectFindings(page, texts)
    await save(page)
    await expectState(page, 'Saved')
    await page.reload()
    await expectFindings(page, texts)
  }

  test('in the browser, loses nothing', async ({ page, context, startSignIn }) => {
    await startSignIn()
    const texts = await typeAndLose(page, () => context.clearCookies())
    await signInAndSave(page, context, texts)
  })

  test('with the gateway that knew it, loses nothing', async ({ page, context, startSignIn }) => {
    const gateway = await startSignIn()
    const texts = await typeAndLose(page, async () => {
      await gateway.stop()
      await startSignIn()
    })
    await signInAndSave(page, context, texts)
  })

  test('because the provider revoked it, loses nothing', async ({
    page,
    context,
    provider,
    startSignIn,
  }) => {
    await startSignIn(ASKS_SOON)
    const texts = await typeAndLose(page, async () => {
      provider.revoke('ada')
      await expect.poll(() => statusOf(context)).toBe(401)
    })
    await signInAndSave(page, context, texts)
  })
})

test.describe('What somebody may do', { tag: '@live' }, () => {
  test('follows their groups while they are signed in', async ({
    page,
    context,
    provider,
    startSignIn,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 403/)
    await startSignIn(ASKS_SOON)
    await page.goto(app + ready)
    await expect(page.getByRole('button', { name: 'Finalize' })).toBeVisible()
    provider.setGroups('ada', ['readers'])
    await expect.poll(() => roleOf(context)).toBe('read')
    await page.reload()
    await expect(page.getByText('You may read here, but not change anything.')).toBeVisible()
    provider.setGroups('ada', [])
    await expect.poll(() => statusOf(context)).toBe(403)
    await page.goto(app + ready)
    await expect(page.getByText('You are signed in, but you may not use this app.')).toBeVisible()
  })

  test('is to read, where the role is that', async ({ page, provider, startSignIn }) => {
    provider.signInAs('cy')
    await startSignIn()
    await page.goto(app + ready)
    await expect(page.getByText('You may read here, but not change anything.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Finalize' })).toHaveCount(0)
  })

  test('is all but to decide, where the role is to edit', async ({
    page,
    provider,
    startSignIn,
  }) => {
    provider.signInAs('ben')
    await startSignIn()
    await page.goto(app + ready)
    await expect(page.getByText('Your role does not allow decisions.').first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^(?:Finalize|Reopen)/ })).toHaveCount(0)
    await page.goto(app + PATH)
    const before = await startValues(page)
    await add(page, 'an editor may')
    await save(page)
    await expectState(page, 'Saved')
    await expectFindings(page, [...before, 'an editor may'])
  })
})

test.describe('Signing out', { tag: '@live' }, () => {
  test('ends the session here and at the provider', async ({
    page,
    context,
    provider,
    startSignIn,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 40\d/)
    await startSignIn()
    await page.goto(`${app}/vendors`)
    await expectUser(page, 'ada')
    const before = await context.cookies()
    provider.signInAs(null)
    await signOut(page)
    // The provider asks anew who it is, and this time nobody is let in.
    await expect(page.getByText('identity provider did not sign you in')).toBeVisible()
    expect(provider.takeAsked()).toContainEqual(expect.stringMatching(/^POST \/session\/end/))
    await context.clearCookies()
    await context.addCookies(before)
    expect(await statusOf(context)).toBe(401)
  })

  test('leaves nothing typed to the next user of the browser', async ({
    page,
    context,
    provider,
    startSignIn,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 401/)
    await startSignIn()
    await page.goto(app + PATH)
    const before = await startValues(page)
    await add(page, 'for my eyes')
    await expectState(page, 'Unsaved changes')
    // The page keeps what is typed when it is left.
    await page.goto('about:blank')
    for (const [account, texts] of [
      ['ben', before],
      ['ada', [...before, 'for my eyes']],
    ] as const) {
      await context.clearCookies()
      provider.signInAs(account)
      await page.goto(app + PATH)
      await expectUser(page, account)
      await expectFindings(page, texts)
    }
  })
})
