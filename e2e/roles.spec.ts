import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { test as base, expect, expectAccessibleInBoth, type Mode } from './helpers/fixtures.ts'
import { FORWARDED } from './helpers/gateway-words.ts'
import { reviewPath, tabTo } from './helpers/pages.ts'
import { add, expectState, PATH, startValues } from './helpers/saving.ts'

const { readyToFinalize, completed } = LANDMARKS

type Role = 'read' | 'edit' | 'decide'
const USER = 'ada@example.com'
const OWN = { ...FORWARDED, 'x-gateway': 'own' }

/** Signs in with a role: by a scenario in the demo, by the gateway's configuration in live mode. */
const test = base.extend<{
  openAs: (role: Role, path: string, scenario?: string) => Promise<void>
}>({
  openAs: async ({ page, mode, open }, use) =>
    use(async (role, path, scenario = '') => {
      const json = {
        apiVersion: 2,
        readOnly: role === 'read',
        company: 'acme',
        user: USER,
        keyPresent: true,
        role,
      }
      if (mode === 'live')
        await page.route('**/api/config', (route) => route.fulfill({ headers: OWN, json }))
      const terms = [...(mode === 'demo' ? [`role-${role}`] : []), ...(scenario ? [scenario] : [])]
      await open(path, { scenario: terms.join(',') })
    }),
})

const openMenu = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'User menu' }).click()
const signOutDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Sign out' })
const askToSignOut = async (page: Page): Promise<Locator> => {
  await openMenu(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  return signOutDialog(page)
}

/** Answers the sign-out of live mode. @returns the bodies that came */
const answerSignOut = async (page: Page, mode: Mode, status = 200): Promise<string[]> => {
  const bodies: string[] = []
  if (mode === 'live')
    await page.route('**/sign-in/out', (route, request) => {
      bodies.push(request.postData() ?? '')
      return route.fulfill({
        status,
        headers: OWN,
        json: status === 200 ? { signOutUrl: null } : { statusCode: status, message: 'No store.' },
      })
    })
  return bodies
}

/** What this browser keeps, by database. */
const keptCounts = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const counts: Record<string, number> = {}
    for (const { name = '' } of await indexedDB.databases())
      counts[name] = await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(opening.error as Error))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('values').objectStore('values').count()
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
      })
    return counts
  })

test('somebody who may only read is offered no change, and is told why', async ({
  page,
  openAs,
}) => {
  await openAs('read', PATH)
  await expect(page.getByText('You may read here, but not change anything.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const name of ['Save', 'Finalize', 'Reopen', 'Upload questionnaires'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
})

test('somebody who may not decide saves, and is told why there is no decision', async ({
  page,
  openAs,
}) => {
  const why = page.getByText('Your role does not allow decisions.')
  await openAs('edit', reviewPath(readyToFinalize))
  await expect(why).toBeVisible()
  await expect(page.getByRole('button', { name: 'Finalize' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await openAs('edit', reviewPath(completed))
  await expect(why).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reopen' })).toHaveCount(0)
  await openAs('decide', reviewPath(completed))
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await expect(why).toHaveCount(0)
})

test('what tells of roles is accessible in both schemes', async ({ page, openAs }) => {
  await openAs('edit', reviewPath(readyToFinalize))
  await expect(page.getByText('Your role does not allow decisions.')).toBeVisible()
  await expectAccessibleInBoth(page)
})

test('signing out says what is unsaved, and leaves it in this browser', async ({
  page,
  mode,
  openAs,
}) => {
  const bodies = await answerSignOut(page, mode)
  await openAs('decide', PATH)
  await startValues(page)
  await add(page, 'of Ada')
  await expectState(page, 'Unsaved changes')
  const dialog = await askToSignOut(page)
  await expect(dialog).toContainText('1 unsaved draft stays in this browser')
  await expect(dialog.getByRole('checkbox')).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/' && url.search === '')
  if (mode === 'live') expect(bodies).toEqual(['{"wipe":false}'])
  expect((await keptCounts(page))['countersign-work']).toBe(1)
})

test('signing out deletes what the browser keeps, if asked', async ({ page, mode, openAs }) => {
  const bodies = await answerSignOut(page, mode)
  await openAs('decide', PATH)
  await startValues(page)
  await add(page, 'of Ada')
  await expectState(page, 'Unsaved changes')
  await openMenu(page)
  await page.getByRole('checkbox', { name: 'Compact rows and fields' }).check()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = signOutDialog(page)
  await dialog.getByRole('checkbox', { name: 'Delete what this browser keeps' }).check()
  await expect(dialog).toContainText('1 unsaved draft is deleted.')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/' && url.search === '')
  if (mode === 'live') expect(bodies).toEqual(['{"wipe":true}'])
  expect((await keptCounts(page))['countersign-work']).toBe(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('countersign.setting.compact'))).toBeNull()
})

test('a sign-out that fails says so, and loses nothing @live', async ({
  page,
  mode,
  openAs,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/Failed to load resource/)
  await answerSignOut(page, mode, 503)
  await openAs('decide', PATH)
  await startValues(page)
  await add(page, 'of Ada')
  await expectState(page, 'Unsaved changes')
  const dialog = await askToSignOut(page)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(dialog.getByRole('alert')).toContainText('No store. Try again')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expectState(page, 'Unsaved changes')
  expect((await keptCounts(page))['countersign-work']).toBe(1)
})

test('the dialog of signing out is accessible, and works by keyboard alone', async ({
  page,
  openAs,
}) => {
  await openAs('decide', '/')
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'User menu' }))
  await page.keyboard.press('Enter')
  const button = page.getByRole('button', { name: 'Sign out' })
  await expect(button).toBeVisible()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  const dialog = signOutDialog(page)
  await expect(dialog).toContainText('There are no unsaved drafts and no running uploads.')
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  const wiping = dialog.getByRole('checkbox')
  await tabTo(page, wiping)
  await page.keyboard.press('Space')
  await expect(wiping).toBeChecked()
  await tabTo(page, dialog.getByRole('button', { name: 'Sign out' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.pathname === '/' && url.search === '')
})

test('the other tabs of somebody who signs out say that the session has ended @live', async ({
  page,
  mode,
  openAs,
  context,
}) => {
  await answerSignOut(page, mode)
  await openAs('decide', PATH)
  await startValues(page)
  await add(page, 'of Ada')
  const other = await context.newPage()
  await other.route('**/api/config', (route) =>
    route.fulfill({ headers: OWN, json: { company: 'acme', user: USER, role: 'decide' } }),
  )
  await other.goto(new URL('/', page.url()).href)
  await expect(other.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  const dialog = await askToSignOut(other)
  await other.route('**/sign-in/out', (route) =>
    route.fulfill({ headers: OWN, json: { signOutUrl: null } }),
  )
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in again in a new tab' })).toHaveAttribute(
    'href',
    '/sign-in/start',
  )
})

test('a decision that needs a newer sign-in keeps what was entered, and is not sent by itself', async ({
  page,
  mode,
  openAs,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/Failed to load resource/)
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/actions')) posts.push(request.url())
  })
  const headers = { ...OWN, 'x-sign-in': '/sign-in/start?fresh=1' }
  if (mode === 'live')
    await page.route(
      '**/actions',
      (route, request) =>
        request.method() === 'POST'
          ? route.fulfill({ status: 401, headers, json: { statusCode: 401, message: 'Sign in.' } })
          : route.fallback(),
      { times: 3 },
    )
  await openAs(
    'decide',
    reviewPath(readyToFinalize),
    mode === 'demo' ? 'stale-sign-in@performSecurityReviewAction*1' : '',
  )
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await dialog.getByRole('radio', { name: 'Approved', exact: true }).check()
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Seen.')
  await dialog.getByRole('button', { name: 'Finalize review' }).click()
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Sign in again to decide.')
  const link = alert.getByRole('link', { name: 'Sign in again in a new tab' })
  await expect(link).toHaveAttribute(
    'href',
    `/sign-in/start?fresh=1&to=${encodeURIComponent(reviewPath(readyToFinalize))}`,
  )
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(page.getByText('Your session has ended')).toHaveCount(0)
  await expectAccessibleInBoth(page)
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Seen.')
  const sent = posts.length
  if (mode === 'live') await page.unroute('**/actions')
  expect(posts).toHaveLength(sent)
  await dialog.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByText('Finalized: approved.')).toBeVisible()
})

test('an error names its request, whole where it is copied', async ({ page, open }) => {
  await open('/vendors', { scenario: 'error-500@listVendors' })
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Drata could not')
  const name = alert.getByTitle(/^[\w-]{12,}$/)
  await expect(name).toContainText(/^Request [\w-]{12,}$/)
  await name.locator('span').click()
  const selected = await page.evaluate(() => getSelection()?.toString())
  expect(selected).toBe(await name.getAttribute('title'))
})
