import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath, rowOf, vendorReviewsPath } from './helpers/pages.ts'
import { openPanels, save } from './helpers/soc-form.ts'
import { EAST } from './helpers/zones.ts'

const { empty, nearlyFinished, northwind, quietHarbor } = LANDMARKS

const issueDate = (page: Page): Locator => page.getByLabel('Report issue date', { exact: true })
const saving = (page: Page): Locator => page.getByRole('status', { name: 'Saving' })
const saveButton = (page: Page): Locator => page.getByRole('button', { name: 'Save', exact: true })

/** The report issue date that the service holds. */
const storedDate = (page: Page): Promise<string | null> =>
  page.evaluate(
    async (path) => {
      const response = await fetch(path)
      const review = (await response.json()) as {
        socReviewForm: { reviewerInformation: { reportIssueDate: string | null } }
      }
      return review.socReviewForm.reviewerInformation.reportIssueDate
    },
    `/api/v2${reviewPath(empty)}`,
  )

/** Puts a text on the clipboard of the page, and pastes it into a field. */
const paste = async (page: Page, field: Locator, text: string): Promise<void> => {
  await field.fill('')
  await field.focus()
  await page.keyboard.insertText(text)
}

/** The help for the field follows what is wrong. */
const beginsWith = (text: string): RegExp => new RegExp(`^${text.replaceAll('.', String.raw`\.`)}`)

for (const [text, problem] of [
  ['02 31', 'Not a complete date: write day, month and year as DD/MM/YYYY.'],
  ['03 15 26', 'Write the year with four digits, as in DD/MM/YYYY.'],
  ['31/02/2026', 'There is no such day in the calendar: dates are read as DD/MM/YYYY.'],
  ['next week', 'Not a date: write it as DD/MM/YYYY, or as in 28 Feb 2026.'],
] as const)
  test(`“${text}” stays in a date field, clears nothing and is not sent`, async ({
    page,
    open,
  }) => {
    await open(openPanels('reviewerInformation', 'cpaFirm'))
    await issueDate(page).fill('2026-02-28')
    await save(page)

    await issueDate(page).fill(text)
    await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis')
    await expect(issueDate(page)).toHaveAccessibleDescription(beginsWith(problem))
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByText(`Not saved: Reviewer information. ${problem}`)).toBeVisible()
    await expect(saving(page)).toHaveText('Not saved')
    expect(await storedDate(page)).toBe('2026-02-28')

    // What the browser keeps over a reload is what was typed.
    await page.reload()
    await expect(page.getByText('Unsaved changes restored')).toBeVisible()
    await expect(issueDate(page)).toHaveValue(text)
    await expect(issueDate(page)).toHaveAccessibleDescription(beginsWith(problem))
    await expect(page.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis')

    await issueDate(page).fill('1 Mar 2026')
    await saveButton(page).click()
    await expect(saving(page)).toHaveText('Saved')
    expect(await storedDate(page)).toBe('2026-03-01')
    await issueDate(page).fill('')
    await save(page)
    expect(await storedDate(page)).toBeNull()
  })

test('a date that is no date is not in the way of a click below it', async ({ page, open }) => {
  await open(`${reviewPath(nearlyFinished)}?open=reviewerInformation,findings`)
  await issueDate(page).fill('02 31')
  await page.getByRole('button', { name: 'Add finding' }).click()
  await expect(page.getByRole('textbox', { name: 'Finding 4' })).toBeFocused()
  await expect(page.getByText('Not a complete date').first()).toBeVisible()
})

for (const [locale, pattern, march] of [
  ['en-GB', 'DD/MM/YYYY', '01/03/2026'],
  ['en-US', 'MM/DD/YYYY', '03/01/2026'],
  ['de-DE', 'DD.MM.YYYY', '1. März 2026'],
  ['ja-JP', 'YYYY/MM/DD', '2026年3月1日'],
] as const)
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('dates are typed and pasted as they are written there, and shown in words', async ({
      page,
      open,
    }) => {
      await open(openPanels('reviewerInformation'))
      await expect(issueDate(page)).toHaveAttribute('placeholder', pattern)
      for (const text of [march, '1 Mar 2026', '2026-03-01', ' 2026-03-01T10:00:00Z\n']) {
        await paste(page, issueDate(page), text)
        await page.keyboard.press('Tab')
        await expect(issueDate(page)).toHaveValue('1 Mar 2026')
      }
      await save(page)
      expect(await storedDate(page)).toBe('2026-03-01')
    })
  })

test('a day is picked from the calendar by the keyboard alone', async ({ page, open }) => {
  await open(openPanels('reviewerInformation'))
  await issueDate(page).fill('2026-03-30')
  await page.keyboard.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  await expect(calendar.getByRole('button', { name: '30 March 2026' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(calendar.getByRole('button', { name: '6 April 2026', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(calendar.getByRole('button', { name: '5 April 2026', exact: true })).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(calendar.getByRole('button', { name: '5 March 2026', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(issueDate(page)).toBeFocused()
  await expect(issueDate(page)).toHaveValue('30 Mar 2026')

  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('PageUp')
  await expect(calendar.getByRole('button', { name: '28 February 2026' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(calendar).toBeHidden()
  await expect(issueDate(page)).toBeFocused()
  await expect(issueDate(page)).toHaveValue('28 Feb 2026')
  await save(page)
  expect(await storedDate(page)).toBe('2026-02-28')
})

test('Escape in the calendar of a dialog closes the calendar alone', async ({ page, open }) => {
  await open('/vendors')
  await page.getByRole('checkbox', { name: `Select ${quietHarbor.name}`, exact: true }).check()
  await page
    .getByRole('region', { name: 'Selection' })
    .getByRole('button', { name: 'Start reviews' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Start reviews' })
  const deadline = dialog.getByLabel('Deadline', { exact: true })
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  for (const openCalendar of [
    () => dialog.getByRole('button', { name: 'Choose a day' }).first().click(),
    () => deadline.press('Alt+ArrowDown'),
  ]) {
    await openCalendar()
    await expect(calendar.getByRole('table')).toBeVisible()
    await expect(calendar.getByRole('button', { pressed: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(calendar).toBeHidden()
    await expect(dialog).toBeVisible()
  }

  await deadline.fill('31/02/2030')
  await dialog.getByRole('button', { name: 'Start 1 review' }).click()
  const problem = 'There is no such day in the calendar: dates are read as DD/MM/YYYY.'
  await expect(deadline).toHaveAccessibleDescription(beginsWith(problem))
  await expect(deadline).toBeFocused()
  await expect(deadline).toHaveValue('31/02/2030')
  await deadline.fill('28/02/2030')
  await dialog.getByRole('button', { name: 'Start 1 review' }).click()
  await expect(dialog.getByText('Finished: 1 started.')).toBeVisible()
})

test('a new review is not created with a date that is none', async ({ page, open }) => {
  await open(`${vendorReviewsPath(quietHarbor)}/new`)
  const requested = page.getByLabel('Requested on')
  await requested.fill('1/3/26')
  await page.getByRole('button', { name: 'Create review' }).click()
  await expect(requested).toBeFocused()
  await expect(requested).toHaveAccessibleDescription(
    'Write the year with four digits, as in DD/MM/YYYY.',
  )
  await expect(requested).toHaveValue('1/3/26')
  await expect(page.getByRole('heading', { level: 1, name: 'New review' })).toBeVisible()
})

/** The days for which the page asks the service for reviews from now on. */
const watchDays = (page: Page): string[] => {
  const days: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname.endsWith('security-reviews')) days.push(searchParams.get('createdAtFrom') ?? '')
  })
  return days
}

test('a filter by days asks once, for a whole day, and keeps the focus', async ({ page, open }) => {
  await open('/')
  await expect(page.getByRole('table', { name: 'Reviews' })).toBeVisible()
  const days = watchDays(page)
  await page.getByRole('button', { name: 'Created' }).click()
  const from = page.getByLabel('Created from')
  await from.click()
  await page.keyboard.type('2020-12-1')
  await expect(from).toHaveValue('2020-12-1')
  await page.keyboard.type('5')
  await expect(page.getByRole('button', { name: 'Created: from 15 Dec 2020' })).toBeVisible()
  await expect(from).toBeFocused()
  await expect(from).toHaveValue('2020-12-15')
  await expect(page.getByRole('status').filter({ hasText: /^\d+ reviews$/ })).toBeVisible()
  // The day before, too: the service may count days of another time zone.
  expect(new Set(days)).toEqual(new Set(['2020-12-14']))

  // While a text is no day, the filter stays as it is, and so does the text.
  await from.fill('15 Dec 20')
  await page.getByLabel('Created until').focus()
  await expect(from).toHaveAccessibleDescription(
    'Write the year with four digits, as in DD/MM/YYYY.',
  )
  await expect(page).toHaveURL(/createdFrom=2020-12-15$/)
  await from.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  await expect(calendar.getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  // "2020-12-3" may still become the 30th, and counts once it is left.
  await from.fill('2020-12-3')
  await expect(page).toHaveURL(/createdFrom=2020-12-15$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/createdFrom=2020-12-03$/)
  await from.fill('')
  await expect(page).not.toHaveURL(/createdFrom/)
})

interface Created {
  title: string | null
  createdAt: string
}

/**
 * Zones in which the seed's reviews were created on another day than in UTC. The demo makes the seed
 * for the hours of its browser, live mode for those of its service.
 */
for (const [zone, tag] of [
  [EAST, '@demo'],
  ['Pacific/Pago_Pago', '@live'],
] as const)
  test.describe(`in ${zone}`, () => {
    test.use({ timezoneId: zone })

    test(`a filter finds the reviews of the day that the reader sees ${tag}`, async ({
      page,
      open,
    }) => {
      await open(vendorReviewsPath(northwind))
      const table = page.getByRole('table', { name: 'Security reviews' })
      await expect(table).toBeVisible()
      /** A review whose day is another one in UTC, and how many reviews have its day. */
      const { title, day, dayOfUtc, count } = await page.evaluate(
        async (path) => {
          const response = await fetch(`${path}?size=500`)
          const { data } = (await response.json()) as { data: Created[] }
          const dayOf = ({ createdAt }: Created) => new Date(createdAt).toLocaleDateString('sv-SE')
          const one = data.find(
            (review) => review.title && dayOf(review) !== review.createdAt.slice(0, 10),
          )
          if (!one) throw new Error('Every review was created on the same day everywhere.')
          const count = data.filter((other) => dayOf(other) === dayOf(one)).length
          return { title: one.title, day: dayOf(one), dayOfUtc: one.createdAt.slice(0, 10), count }
        },
        `/api/v2${vendorReviewsPath(northwind)}`,
      )
      await page.getByRole('button', { name: 'Created' }).click()
      const [from, until] = [page.getByLabel('Created from'), page.getByLabel('Created until')]
      await from.fill(day)
      await until.fill(day)
      await expect(page).toHaveURL(new RegExp(`createdFrom=${day}&createdTo=${day}`))
      await expect(rowOf(table, title ?? '')).toHaveCount(1)
      await expect(page.getByRole('status').filter({ hasText: /^\d+ reviews?$/ })).toHaveText(
        count === 1 ? '1 review' : `${count} reviews`,
      )
      await from.fill(dayOfUtc)
      await until.fill(dayOfUtc)
      await expect(rowOf(table, title ?? '')).toHaveCount(0)
    })
  })

test('fields for days are accessible, light and dark, wide and narrow', async ({ page, open }) => {
  await open(openPanels('reviewerInformation'))
  await issueDate(page).fill('02 31')
  await page.keyboard.press('Tab')
  await expect(issueDate(page)).toHaveAccessibleDescription(/^Not a complete date/)
  await expectAccessibleInBoth(page)
  await issueDate(page).fill('2026-02-28')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '28 February 2026' })).toBeFocused()
  await expectAccessibleInBoth(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})
