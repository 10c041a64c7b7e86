import { expect, test } from './helpers/fixtures.ts'
import { FORWARDED } from './helpers/gateway-words.ts'
import {
  API,
  add,
  expectFindings,
  expectState,
  items,
  PATH,
  startValues,
} from './helpers/saving.ts'

/** The work that this browser keeps: whose it is, and how long it is kept. */

test('a clock that is a month ahead for a moment deletes nothing', async ({ page, open }) => {
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'mine')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await expectFindings(page, [...before, 'mine'])
  await page.clock.install({ time: Date.now() + 31 * 86_400_000 })
  await open(PATH)
  await expectFindings(page, [...before, 'mine'])
  await page.clock.setSystemTime(Date.now())
  await open(PATH)
  await expectFindings(page, [...before, 'mine'])
})

test('a draft of another version is offered as text, and stays where it is', async ({
  page,
  open,
}) => {
  await open(PATH)
  await startValues(page)
  await add(page, 'words of a newer version')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await expectState(page, 'Unsaved changes')
  // A newer version kept this draft, and was then rolled back.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('countersign-work')
        opening.addEventListener('error', () => reject(opening.error as Error))
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('values', 'readwrite').objectStore('values')
          const cursor = store.openCursor()
          cursor.addEventListener('success', () => {
            if (!cursor.result) return resolve()
            const { key, value } = cursor.result as unknown as { key: string; value: object }
            if (key.startsWith('1 ')) {
              store.put({ ...value, version: 2 }, key.replace(/^1 /, '2 '))
              store.delete(key)
            }
            cursor.result.continue()
          })
        })
      }),
  )
  // Leaves the page without its last save of the draft, which would store it again.
  await page.goto('about:blank')
  await open(PATH)
  await startValues(page)
  await page.getByRole('button', { name: 'User menu' }).click()
  const drafts = page.getByRole('region', { name: 'Unsaved drafts' })
  await drafts.getByRole('button', { name: 'Show its text' }).click()
  await expect(page.getByRole('dialog', { name: 'Unsaved text' })).toContainText(
    'words of a newer version',
  )
})

test('work of the demo never appears in live mode, nor another user’s @live', async ({
  page,
  open,
}) => {
  const configOf = (user: string) => ({
    headers: FORWARDED,
    json: { apiVersion: 2, readOnly: false, company: 'acme', user, keyPresent: true },
  })
  let user = 'ada@example.com'
  await page.route('**/api/config', (route) => route.fulfill(configOf(user)))
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'of Ada')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await expectFindings(page, [...before, 'of Ada'])
  user = 'grace@example.com'
  await open(PATH)
  await expectFindings(page, before)
  await expectState(page, 'Saved')
  await expect(page.getByRole('alert')).toHaveCount(0)
  user = 'ada@example.com'
  await open(PATH)
  await expectFindings(page, [...before, 'of Ada'])
})

test('one review number at two vendors is two reviews @live', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  // The vendor has no such review, and so no files of one.
  allowConsoleErrors(/status of 404/)
  await page.route('**/api/v2/vendors/1002/security-reviews/5001*', async (route) => {
    const response = await route.fetch({ url: new URL(API, page.url()).href })
    const review = (await response.json()) as { title: string; socReviewForm: object }
    await route.fulfill({
      response,
      json: {
        ...review,
        title: 'Of the other vendor',
        socReviewForm: {
          ...review.socReviewForm,
          findings: { findings: items('of the other vendor'), hasMaterialImpact: null },
        },
      },
    })
  })
  await page.route('**/api/v2/vendors/1002/security-reviews/5001/actions', (route) =>
    route.fulfill({ headers: FORWARDED, json: { data: [] } }),
  )
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'of Northwind')
  await expectState(page, 'Unsaved changes')
  await page.goto(PATH.replace('1001', '1002'))
  await expectFindings(page, ['of the other vendor'])
  await page.getByRole('button', { name: 'User menu' }).click()
  const drafts = page.getByRole('region', { name: 'Unsaved drafts' })
  await drafts.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'SOC 2 2026' })).toBeVisible()
  await page.getByRole('button', { name: /^Findings/ }).click()
  await expectFindings(page, [...before, 'of Northwind'])
})
