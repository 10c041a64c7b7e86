import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectRow, factOf, reviewPath, tabTo, vendorReviewsPath } from './helpers/pages.ts'

const { readyToFinalize, nearlyFinished, completed, overdue, northwind } = LANDMARKS
const PERFORM = 'performSecurityReviewAction'

for (const decision of ['Approved', 'Approved with conditions', 'Rejected']) {
  test(`a review is finalized as ${decision.toLowerCase()}`, async ({ page, open }) => {
    await open(reviewPath(readyToFinalize))
    await page.getByRole('button', { name: 'Finalize' }).click()
    const dialog = page.getByRole('dialog', { name: 'Finalize review' })
    await dialog.getByRole('radio', { name: decision, exact: true }).check()
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Bridge letter asked for.')
    await dialog.getByRole('button', { name: 'Finalize review' }).click()
    await expect(dialog).toBeHidden()
    const state = page.getByRole('list', { name: 'State' })
    await expect(state).toContainText('Completed')
    await expect(state).toContainText(decision)
    await expect(page.getByText('Bridge letter asked for.')).toBeVisible()
    await expect(page.getByText(`Finalized: ${decision.toLowerCase()}.`)).toBeFocused()
    await expect(page.getByRole('button', { name: 'Finalize' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  })
}

test('page and list agree after finalizing, without a reload', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const table = page.getByRole('table', { name: 'Security reviews' })
  await expectRow(table, readyToFinalize.title, 'In progress', 'Pending')
  await table.getByRole('link', { name: readyToFinalize.title }).click()
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('radio', { name: 'Rejected' }).check()
  await page.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await page.goBack()
  await expectRow(table, readyToFinalize.title, 'Completed', 'Rejected')
  await page.reload()
  await expectRow(table, readyToFinalize.title, 'Completed', 'Rejected')
})

test('a decision is never presumed', async ({ page, open }) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  const decision = dialog.getByRole('radiogroup', { name: 'Decision' })
  await expect(decision.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(decision.getByRole('radio')).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Finalize review' }).click()
  await expect(dialog.getByText('Choose a decision.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('list', { name: 'State' })).toContainText('In progress')
  await expect(page.getByRole('button', { name: 'Finalize' })).toBeFocused()
})

test('the note is counted up to its limit and not cut', async ({ page, open }) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await dialog.getByRole('radio', { name: 'Approved', exact: true }).check()
  await dialog.getByRole('textbox', { name: 'Note' }).fill('x'.repeat(1_001))
  await expect(dialog.getByText('1,001 of 1,000 characters')).toBeVisible()
  await dialog.getByRole('button', { name: 'Finalize review' }).click()
  await expect(dialog.getByText('The note can have at most 1,000 characters.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Note' }).fill('x'.repeat(1_000))
  await dialog.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
})

test('conditions that nobody has stated are asked for once, and the decision goes on', async ({
  page,
  open,
}) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await expect(factOf(dialog, 'Report opinion')).toContainText('Unqualified')
  await expect(factOf(dialog, 'Findings')).toContainText('2')
  await expect(factOf(dialog, 'User controls not in place')).toContainText(/\d of 6/)
  await dialog.getByRole('radio', { name: 'Approved with conditions' }).check()
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveAccessibleDescription(
    'State the conditions.',
  )
  const submit = dialog.getByRole('button', { name: 'Finalize review' })
  await submit.click()
  await expect(dialog.getByText('Finalize without stating the conditions?')).toBeVisible()
  await submit.click()
  await expect(page.getByText('Finalized: approved with conditions.')).toBeFocused()
})

test('reopening keeps the decision, or takes it back when asked', async ({ page, open }) => {
  await open(reviewPath(completed))
  const state = page.getByRole('list', { name: 'State' })
  await page.getByRole('button', { name: 'Reopen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reopen review' })
  await expect(dialog.getByText('The decision “Approved” stays')).toBeVisible()
  await dialog.getByRole('button', { name: 'Reopen review' }).click()
  await expect(state).toContainText('In progress')
  await expect(state).toContainText('Approved')

  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('radio', { name: 'Approved with conditions' }).check()
  await page.getByRole('textbox', { name: 'Note' }).fill('Bridge letter by March.')
  await page.getByRole('button', { name: 'Finalize review' }).click()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await dialog.getByRole('checkbox', { name: 'Reset the decision to pending' }).check()
  await expect(dialog.getByText('is reset to pending')).toBeVisible()
  await dialog.getByRole('button', { name: 'Reopen review' }).click()
  await expect(state).toContainText('In progress')
  await expect(state).toContainText('Pending')
})

test('what the service does not offer is not there, and the page says why', async ({
  page,
  open,
}) => {
  await open(reviewPath(nearlyFinished))
  await expect(
    page.getByText('Drata offers Finalize once the 3 missing fields are filled in.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Finalize' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeHidden()
})

test('the whole way from vendors to finalized and reopened goes by keyboard', async ({
  page,
  open,
}) => {
  await open('/vendors')
  await expect(page.getByRole('heading', { name: 'Vendors' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox', { name: 'Search vendors' })).toBeFocused()
  await page.keyboard.type('northwind')
  await expect(page.getByText('1 of 40 vendors')).toBeVisible()
  const vendor = page.getByRole('link', { name: northwind.name })
  while (!(await vendor.evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeFocused()

  const table = page.getByRole('table', { name: 'Security reviews' })
  const review = table.getByRole('link', { name: readyToFinalize.title })
  await table.getByRole('link').first().focus()
  while (!(await review.evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: readyToFinalize.title })).toBeFocused()

  const finalize = page.getByRole('button', { name: 'Finalize' })
  await expect(finalize).toBeVisible()
  await tabTo(page, finalize)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await expect(dialog).toBeVisible()
  const approved = dialog.getByRole('radio', { name: 'Approved', exact: true })
  while (!(await approved.evaluate((radio) => radio === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Seen.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Finalize review' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByText('Finalized: approved.')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Reopen review' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Reopen review' })).toBeVisible()
  const confirm = page.getByRole('button', { name: 'Reopen review' })
  while (!(await confirm.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Reopened.')).toBeFocused()
  await expect(page.getByRole('list', { name: 'State' })).toContainText('In progress')
})

test.describe('with the API of 2025', () => {
  const scenario = 'dialect-2025'

  test('a SOC report can only be marked complete, and the dialog says so', async ({
    page,
    open,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 400/)
    await open(reviewPath(readyToFinalize), { scenario })
    await page.getByRole('button', { name: 'Finalize' }).click()
    await page.getByRole('radio', { name: 'Rejected' }).check()
    await page.getByRole('button', { name: 'Finalize review' }).click()
    await expect(page.getByText('can only mark the review complete')).toBeVisible()
    await expect(page.getByRole('list', { name: 'State' })).toContainText('In progress')
    await page.getByRole('button', { name: 'Mark complete' }).click()
    await expect(page.getByText('Marked complete. Record the decision in Drata.')).toBeFocused()
    await expect(page.getByRole('list', { name: 'State' })).toContainText('Completed')
    await expect(page.getByRole('list', { name: 'State' })).not.toContainText('Approved')
  })

  test('other reviews have no actions', async ({ page, open }) => {
    await open(reviewPath(overdue), { scenario })
    await expect(
      page.getByText('Drata offers no action for this review at the moment.'),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Finalize' })).toBeHidden()
  })
})

test('a security review is finalized as well', async ({ page, open }) => {
  await open(reviewPath(overdue))
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('radio', { name: 'Approved', exact: true }).check()
  await page.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByRole('list', { name: 'State' })).toContainText('Completed')
})

test.describe('when something goes wrong', () => {
  const finalize = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Finalize' }).click()
    await page.getByRole('radio', { name: 'Approved', exact: true }).check()
    await page.getByRole('textbox', { name: 'Note' }).fill('Kept.')
    await page.getByRole('button', { name: 'Finalize review' }).click()
  }

  for (const [scenario, sentence] of [
    [`error-401@${PERFORM}`, 'Drata rejected the API key.'],
    [`error-403@${PERFORM}`, '“Vendors: Perform Security Review Action”'],
    [`error-422@${PERFORM}`, 'A colleague may have changed it'],
    [`error-500@${PERFORM}`, 'Drata may still have done it'],
    [`error-503@${PERFORM}`, 'temporarily unavailable'],
    [`drop@${PERFORM}`, 'Drata may still have done it'],
  ] as const) {
    test(`${scenario} is reported in the dialog, and nothing typed is lost @live`, async ({
      page,
      open,
    }) => {
      await open(reviewPath(readyToFinalize), { scenario: `${scenario}*1` })
      await finalize(page)
      const dialog = page.getByRole('dialog', { name: 'Finalize review' })
      await expect(dialog.getByRole('alert')).toContainText(sentence)
      await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Kept.')
      await dialog.getByRole('button', { name: 'Finalize review' }).click()
      await expect(page.getByText('Finalized: approved.')).toBeFocused()
      await expect(page.getByRole('list', { name: 'State' })).toContainText('Completed')
    })
  }

  test('an answer that was lost after the service acted counts as done', async ({ page, open }) => {
    await open(reviewPath(readyToFinalize), { scenario: `drop-after@${PERFORM}*1` })
    await finalize(page)
    await expect(page.getByText('Finalized: approved.')).toBeFocused()
    await expect(page.getByRole('list', { name: 'State' })).toContainText('Completed')
  })

  test('a throttled action is sent again without a click', async ({ page, open }) => {
    await open(reviewPath(readyToFinalize), { scenario: `error-429@${PERFORM}*1` })
    await finalize(page)
    await expect(page.getByText('Finalized: approved.')).toBeFocused()
  })

  test('actions that cannot be listed say so beside the form', async ({ page, open }) => {
    await open(reviewPath(readyToFinalize), { scenario: 'error-403@listSecurityReviewActions*1' })
    await expect(page.getByRole('alert')).toContainText('“Vendors: List Security Review Actions”')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: 'Finalize' })).toBeVisible()
  })
})

test('both dialogs are accessible, light and dark', async ({ page, open }) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByText('Choose a decision.')).toBeVisible()
  await expectAccessibleInBoth(page)
  await open(reviewPath(completed))
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByRole('dialog', { name: 'Reopen review' })).toBeVisible()
  await expectAccessibleInBoth(page)
})
