import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { dueIn, expectNoSidewaysScrolling, expectRow, holdBack, rowOf } from './helpers/pages.ts'

const { quietHarbor } = LANDMARKS
const CREATE = 'createVendorSecurityReview'
const CREATIONS = /\/security-reviews(?:\?|$)/
/** The first vendors of the list. A name says whether the vendor has an open security review. */
const [EMBERLYN, FOXGLOVE_OPEN, GRANARY_OPEN, HEARTHSIDE] = [
  'Emberlyn Dialer',
  'Foxglove Forms',
  'Granary Data Rooms',
  'Hearthside Devices',
] as const

const box = (page: Page, vendor: string): Locator =>
  page.getByRole('checkbox', { name: `Select ${vendor}`, exact: true })
const selection = (page: Page): Locator => page.getByRole('region', { name: 'Selection' })
const resultOf = (dialog: Locator, vendor: string): Locator =>
  dialog.getByRole('list', { name: 'Results' }).getByRole('listitem').filter({ hasText: vendor })

/** Selects vendors and opens the dialog. */
const plan = async (page: Page, ...vendors: string[]): Promise<Locator> => {
  for (const vendor of vendors) await box(page, vendor).check()
  await selection(page).getByRole('button', { name: 'Start reviews' }).click()
  return page.getByRole('dialog', { name: 'Start reviews' })
}

test('reviews of many vendors are started in one go', async ({ page, open }) => {
  await open('/vendors')
  await box(page, EMBERLYN).check()
  await box(page, HEARTHSIDE).click({ modifiers: ['Shift'] })
  await expect(selection(page).getByText('4 selected')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(box(page, quietHarbor.name)).toBeFocused()
  await page.keyboard.press('Space')

  await page.getByRole('searchbox').fill('quiet')
  await expect(page.getByText('1 of 40 vendors')).toBeVisible()
  const all = page.getByRole('checkbox', { name: 'Select all shown vendors' })
  await expect(all).toBeChecked()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Name')
  await expect(all).toBeChecked({ indeterminate: true })
  await expect(box(page, EMBERLYN)).toBeChecked()

  await selection(page).getByRole('button', { name: 'Start reviews' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start reviews' })
  await expect(dialog.getByText('2 vendors have an open review of this type')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: GRANARY_OPEN })).toContainText(
    /Skipped\s*Open: Change of subprocessors/,
  )
  const skip = dialog.getByRole('checkbox', { name: 'Skip vendors with an open review' })
  await skip.uncheck()
  await expect(dialog.getByRole('button', { name: 'Start 5 reviews' })).toBeEnabled()
  await skip.check()
  await dialog.getByRole('button', { name: 'In 2 weeks' }).click()
  await dialog.getByRole('button', { name: 'Start 3 reviews' }).dblclick()

  await expect(dialog.getByText('Finished: 3 started, 2 skipped.')).toBeVisible()
  await expect(dialog.getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    '3 of 3 reviews started',
  )
  await expect(resultOf(dialog, FOXGLOVE_OPEN)).toContainText('Skipped')
  await expect(
    resultOf(dialog, EMBERLYN).getByRole('link', { name: /^Review after incident notice \d{4}$/ }),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await expect(selection(page).getByText('2 selected')).toBeVisible()
  await expect(selection(page).getByRole('button', { name: 'Start reviews' })).toBeFocused()
  await expectRow(page.getByRole('table', { name: 'Vendors' }), EMBERLYN, dueIn(14))
  await selection(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  // Further down than the rows that are mounted.
  await page.getByRole('searchbox').fill('quiet')
  await page.getByRole('link', { name: quietHarbor.name }).click()
  const reviews = page.getByRole('table', { name: 'Security reviews' })
  await expectRow(reviews, /Security Quiet Harbor Stationery \d{4}/, 'Not yet started')
  await expect(reviews.getByRole('link')).toHaveCount(1)
})

test('a run that Drata throttles goes on, and what failed is tried again', async ({
  page,
  open,
}) => {
  await open('/vendors', { scenario: `error-400@${CREATE}*1,error-429@${CREATE}*4` })
  const dialog = await plan(page, EMBERLYN, HEARTHSIDE, quietHarbor.name)
  await dialog.getByRole('radio', { name: 'One title for all' }).check()
  const title = dialog.getByRole('textbox', { name: 'Title for all' })
  await expect(title).toHaveValue('Security review {year}')
  await title.fill('')
  await title.press('Enter')
  await expect(dialog.getByText('Enter a title.')).toBeVisible()
  await title.fill('{vendor}, yearly')
  await title.press('Enter')

  await expect(resultOf(dialog, EMBERLYN)).toContainText('Drata refused the request as invalid')
  await expect
    .poll(() => dialog.getByText(/^Drata is limiting requests; continuing in \d+ s$/).count(), {
      intervals: [100],
    })
    .toBe(1)
  await expect(dialog.getByText('Finished: 2 started, 1 failed.')).toBeVisible()
  await resultOf(dialog, EMBERLYN).getByRole('button', { name: 'Retry' }).click()
  await expect(dialog.getByText('Finished: 3 started.')).toBeVisible()
  await resultOf(dialog, EMBERLYN)
    .getByRole('link', { name: `${EMBERLYN}, yearly` })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: `${EMBERLYN}, yearly` })).toBeFocused()
})

test('a queue is stopped, goes on, and is not left without a question @live', async ({
  page,
  open,
}) => {
  const release = await holdBack(page, CREATIONS, 'POST')
  await open('/')
  await page.getByRole('link', { name: 'Vendors' }).click()
  const dialog = await plan(page, EMBERLYN, HEARTHSIDE, quietHarbor.name)
  await dialog.getByRole('button', { name: 'Start 3 reviews' }).click()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  release()
  await expect(dialog.getByText('Stopped: 1 started, 2 waiting.')).toBeVisible()
  const releaseSecond = await holdBack(page, CREATIONS, 'POST')
  await dialog.getByRole('button', { name: 'Resume' }).click()

  const question = page.getByRole('dialog', { name: 'Stop starting reviews?' })
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Continue' }).click()
  await expect(resultOf(dialog, HEARTHSIDE)).toContainText('Starting')
  await page.goBack()
  await question.getByRole('button', { name: 'Stop' }).click()
  releaseSecond()
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()

  await page.getByRole('link', { name: 'Vendors' }).click()
  const table = page.getByRole('table', { name: 'Vendors' })
  await expect(rowOf(table, EMBERLYN)).toContainText(dueIn(30))
  await expect(rowOf(table, quietHarbor.name)).toContainText('No open review')
  await expect(selection(page)).toBeHidden()
})

test('what may already exist is not started again without being asked for', async ({
  page,
  open,
}) => {
  await open('/vendors?q=stationery', {
    scenario: `error-500@listVendorSecurityReviews*1,drop-after@${CREATE}*1`,
  })
  await page.setViewportSize({ width: 390, height: 844 })
  const dialog = await plan(page, quietHarbor.name)
  await expect(dialog.getByRole('button', { name: 'Start 1 review' })).toBeEnabled()
  await expectAccessibleInBoth(page)
  await expectNoSidewaysScrolling(page)
  await dialog.getByRole('button', { name: 'Start 1 review' }).click()
  await expect(dialog.getByText('Finished: 1 unclear.')).toBeVisible()
  const result = resultOf(dialog, quietHarbor.name)
  await expect(result).toContainText('May already exist: Security Quiet Harbor')
  await expectNoSidewaysScrolling(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await expectAccessibleInBoth(page)

  await result.getByRole('button', { name: 'Start anyway' }).click()
  await expect(dialog.getByText('Finished: 1 started.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeFocused()
  await page.getByRole('link', { name: quietHarbor.name }).click()
  const reviews = page.getByRole('table', { name: 'Security reviews' })
  await expect(reviews.getByRole('link', { name: /^Security Quiet Harbor/ })).toHaveCount(2)
})

/** Starts three reviews, and reloads the page while the second is under way. */
const breakOff = async (page: Page): Promise<void> => {
  const dialog = await plan(page, EMBERLYN, HEARTHSIDE, quietHarbor.name)
  let creations = 0
  const second = Promise.withResolvers<void>()
  await page.route(CREATIONS, async (route, request) => {
    if (request.method() !== 'POST' || ++creations !== 2) await route.fallback()
    else second.resolve()
  })
  await dialog.getByRole('button', { name: 'Start 3 reviews' }).click()
  await expect(resultOf(dialog, EMBERLYN)).toContainText('Started')
  await expect(resultOf(dialog, HEARTHSIDE)).toContainText('Starting')
  await second.promise
  page.on('dialog', (question) => void question.accept())
  await page.reload()
  await expect(unfinished(page)).toContainText('1 of 3 reviews was started')
}
const unfinished = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'A run of reviews was not finished' })

test('a run that was broken off goes on, and no vendor gets two @live', async ({
  page,
  open,
  context,
}) => {
  await open('/vendors')
  await breakOff(page)
  await expectAccessibleInBoth(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScrolling(page)
  await page.setViewportSize({ width: 1280, height: 720 })

  await unfinished(page).getByRole('button', { name: 'Continue' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start reviews' })
  await expect(resultOf(dialog, EMBERLYN)).toContainText('Started')
  // Another tab does not offer the run that this tab is carrying out.
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  await expect(unfinished(other)).toBeHidden()
  await other.close()
  await expect(dialog.getByText('Finished: 3 started.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(unfinished(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Vendors' })).toBeVisible()
  await expect(unfinished(page)).toBeHidden()
  for (const vendor of [HEARTHSIDE, quietHarbor.name]) {
    await page.getByRole('link', { name: 'Vendors' }).first().click()
    await page.getByRole('searchbox').fill(vendor)
    await expect(page.getByText('1 of 40 vendors')).toBeVisible()
    await page.getByRole('link', { name: vendor, exact: true }).click()
    const reviews = page.getByRole('table', { name: 'Security reviews' })
    const started = reviews.getByRole('row').filter({ hasText: dueIn(30) })
    await expect(started).toHaveCount(1)
  }
})

test('a run that was broken off is discarded after a question @live', async ({ page, open }) => {
  await open('/vendors')
  await breakOff(page)
  await unfinished(page).getByRole('button', { name: 'Discard' }).click()
  const question = page.getByRole('dialog', { name: 'Discard this run of reviews?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(unfinished(page)).toBeVisible()
  await unfinished(page).getByRole('button', { name: 'Discard' }).click()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(unfinished(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Vendors' })).toBeVisible()
  await expect(unfinished(page)).toBeHidden()
})
