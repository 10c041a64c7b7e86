import type { Locator, Page, Route } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { expectRow, holdBack, reviewPath, vendorReviewsPath } from './helpers/pages.ts'
import { expectState, finalizeAsAnother } from './helpers/saving.ts'

const { nearlyFinished, northwind, overdue, readyToFinalize } = LANDMARKS

test('a chunk that is gone leaves a notice in its place, and the next page brings the new version @live', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/status of 404/)
  await page.route('**/assets/finalize-dialog*', (route) => route.fulfill({ status: 404 }))
  await open(reviewPath(overdue))
  await page.getByRole('button', { name: 'Finalize' }).click()
  await expect(page.getByRole('alert')).toContainText('Save your work, then reload the page')
  await expect(page.getByText('There is a new version of Countersign')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { isOldVersion: true }))
  await page.getByRole('link', { name: 'Vendors' }).first().click()
  await expect(page.getByText('40 vendors')).toBeVisible()
  expect(await page.evaluate(() => 'isOldVersion' in window)).toBe(false)
})

test('a chunk that was lost once is asked for again @live', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/status of 503/)
  const lose = (route: Route) => route.fulfill({ status: 503 })
  // A preload may share its request with the import, or not: to lose two could be to lose both tries.
  await page.route('**/assets/person-select*.js', lose, { times: 1 })
  await open(`${reviewPath(nearlyFinished)}?open=reviewerInformation`)
  await expect(page.getByRole('combobox', { name: 'Reviewer' })).toBeVisible()
})

test('a head start that comes late asks for nothing @live', async ({ page, open }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const letHeadStartCome = await holdBack(page, '**/assets/head-start*.js')
  const opened = open(reviewPath(overdue))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  letHeadStartCome()
  await opened
  expect(asked.filter((path) => path === `/api/v2${reviewPath(overdue)}`)).toHaveLength(1)
})

test('behind a read-only gateway nothing offers a change @demo', async ({ page, open }) => {
  await open(`${reviewPath(readyToFinalize)}?open=reportOpinion`, { scenario: 'read-only' })
  await expect(page.getByText('Countersign is read-only here')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Report opinion' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  for (const name of ['Save', 'Finalize', 'Edit title'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await expect(page.getByLabel('Upload report')).toHaveCount(0)
})

test('a worker that MSW could not update is no error of the demo @demo', async ({ page, open }) => {
  await open('/vendors')
  await expect(page.getByText('40 vendors')).toBeVisible()
  // When MSW asks it for a newer worker, the browser rejects like this now and then.
  await page.evaluate(() => {
    void Promise.reject(new TypeError('Failed to update a ServiceWorker for scope: Not found'))
  })
  await page.getByRole('link', { name: 'Reviews', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Reviews' })).toBeVisible()
})

/** Asserts the notice that typed text is not kept until it is saved. */
const expectNotKeptUntilSaved = async (page: Page): Promise<void> => {
  const notice = page.getByRole('alert').filter({ hasText: 'cannot keep what you type' })
  await expect(notice).toContainText('Save before you close or reload this tab.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await expect(notice).toBeHidden()
}

test('storage that is blocked takes nothing but the drafts away', async ({ page, open }) => {
  await page.addInitScript(() => {
    const blocked: PropertyDescriptor = {
      configurable: true,
      get: () => {
        throw new DOMException('Blocked', 'SecurityError')
      },
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, blocked)
  })
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion`)
  await page.getByLabel('Follow-up activity').fill('Typed without storage.')
  await expectNotKeptUntilSaved(page)
})

test('storage that is full or damaged stops nothing', async ({ page, open }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.get = () => {
      throw new DOMException('Damaged', 'UnknownError')
    }
  })
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion`)
  await page.getByLabel('Follow-up activity').fill('Typed over full storage.')
  await expectNotKeptUntilSaved(page)
})

/** Storage that takes nothing more. */
const fillStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
  })

/** Types into the form, and waits until it is kept or cannot be. */
const typeFollowUp = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Follow-up activity').fill(text)
  await expectState(page, 'Unsaved changes')
}

/** Leaves for the list of vendors. @returns the question that comes first */
const leave = async (page: Page): Promise<Locator> => {
  await page.getByRole('link', { name: 'Vendors', exact: true }).first().click()
  return page.getByRole('dialog', { name: 'Leave with unsaved changes?' })
}

const FORM = `${reviewPath(nearlyFinished)}?open=reportOpinion`

for (const [isGranted, promise] of [
  [true, 'It stays in this browser until you save or discard it'],
  [false, 'unless the browser deletes it first'],
] as const)
  test(`storage for good, ${isGranted ? 'granted' : 'refused'}: what is promised is true`, async ({
    page,
    open,
  }) => {
    await page.addInitScript((granted) => {
      const asked = { times: 0 }
      Object.assign(window, { asked })
      Object.defineProperty(navigator.storage, 'persisted', { value: async () => false })
      Object.defineProperty(navigator.storage, 'persist', {
        value: async () => {
          asked.times += 1
          return granted
        },
      })
    }, isGranted)
    const timesAsked = () =>
      page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times)
    await open(FORM)
    await expect(page.getByLabel('Follow-up activity')).toBeVisible()
    expect(await timesAsked()).toBe(0)
    await typeFollowUp(page, 'Typed.')
    await expect.poll(timesAsked).toBe(1)
    await typeFollowUp(page, 'Typed once more.')
    const dialog = await leave(page)
    await expect(dialog).toContainText(promise)
    expect(await timesAsked()).toBe(1)
  })

test('storage that is wiped meanwhile keeps what is left unsaved once more', async ({
  page,
  open,
}) => {
  await open(FORM)
  await typeFollowUp(page, 'Typed before it was wiped.')
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  })
  const dialog = await leave(page)
  await expect(dialog).toContainText('It stays in this browser')
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  await open(FORM)
  await expect(page.getByRole('alert').filter({ hasText: 'restored' })).toBeVisible()
  await expect(page.getByLabel('Follow-up activity')).toHaveValue('Typed before it was wiped.')
})

test('over full storage nothing is promised that cannot be kept', async ({ page, open }) => {
  await fillStorage(page)
  const path = reviewPath(readyToFinalize)
  await open(`${path}?open=reportOpinion`)
  await typeFollowUp(page, 'Typed over full storage.')
  const dialog = await leave(page)
  await expect(dialog).toContainText('this browser cannot keep it')
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await finalizeAsAnother(page, `/api/v2${path}`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'because the review is completed' })
  await expect(notice).toContainText('copy them before you close or reload this tab')
})

test('Back while a decision is on its way leaves once it is made @live', async ({ page, open }) => {
  const release = await holdBack(page, /\/actions/, 'POST')
  await open(vendorReviewsPath(northwind))
  const table = page.getByRole('table', { name: 'Security reviews' })
  await table.getByRole('link', { name: readyToFinalize.title }).click()
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('radio', { name: 'Rejected' }).check()
  await page.getByRole('button', { name: 'Finalize review' }).click()
  await page.goBack()
  await expect(page.getByRole('dialog', { name: 'Discard what you entered?' })).toBeVisible()
  release()
  await expectRow(table, readyToFinalize.title, 'Completed', 'Rejected')
})
