import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { countEffort, type Effort } from './helpers/effort.ts'
import { spreadsheet } from './helpers/files.ts'
import { expect, test } from './helpers/fixtures.ts'
import { chooseFiles, reviewPath } from './helpers/pages.ts'
import { group } from './helpers/soc-form.ts'

/**
 * What an analyst does all day, with the clicks and keys that it takes. A change may lower a number,
 * and raises none. Text is pasted.
 */

const { completed, empty, large, nearlyFinished, readyToFinalize } = LANDMARKS

const saved = async (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n')

/** Pastes text where the focus is. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((given) => {
    const data = new DataTransfer()
    data.setData('text/plain', given)
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    document.activeElement?.dispatchEvent(event)
  }, text)

const fillAll = async (page: Page): Promise<void> => {
  const choose = (question: string, answer: string): Promise<void> =>
    group(page, question).getByRole('radio', { name: answer, exact: true }).check()
  await button(page, 'Expand all').click()
  await page.getByRole('combobox', { name: 'Reviewer' }).click()
  await page.getByRole('option', { name: 'Ada Reyes' }).click()
  await page.getByLabel('Report issue date', { exact: true }).fill('15/03/2026')
  await choose('Certification', 'SOC 2')
  await choose('Scope type', 'Type 2')
  await page.getByLabel('Audit period start', { exact: true }).fill('1 Jan 2025')
  await page.getByLabel('Audit period end', { exact: true }).fill('31 Dec 2025')
  await page.getByRole('checkbox', { name: 'Security' }).check()
  await choose('Report opinion', 'Unqualified')
  await choose('Control objectives encompass business needs', 'Yes')
  // The list of what is missing gets shorter a moment after an answer, and moves what is below it.
  await expect(button(page, /^Report opinion/)).toContainText('Complete')
  await button(page, 'Add finding').click()
  await page.getByRole('textbox', { name: 'Finding 1' }).fill('CC6.2 – 2 leavers kept access')
  await choose('Material impact', 'No')
  await button(page, 'Add service').click()
  await page.getByRole('textbox', { name: 'Service 1' }).fill('Ledger')
  await button(page, 'Add location').click()
  await page.getByRole('textbox', { name: 'City 1' }).fill('Porto')
  await page.getByRole('textbox', { name: 'State or country 1' }).fill('Portugal')
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis LLP')
  const firm = page.getByRole('region', { name: 'CPA firm', exact: true })
  await firm.getByRole('textbox', { name: 'Procedure performed' }).fill('Licence read')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page)
  await expect(page.getByText('Ready to finalize')).toBeVisible()
}

const startTheWorst = async (page: Page): Promise<void> => {
  await page.getByRole('table', { name: 'Reviews' }).getByRole('link').first().click()
  await expect(page.getByRole('list', { name: 'State' })).toContainText('Overdue by')
  await button(page, 'Next missing field').click()
  await expect(page.getByRole('combobox', { name: 'Reviewer' })).toBeFocused()
}

const pasteLists = async (page: Page): Promise<void> => {
  await button(page, 'Add finding').click()
  await paste(
    page,
    lines(30, (n) => `CC6.${n} – ${n} of 90 leavers kept access`),
  )
  await expect(page.getByRole('textbox', { name: /^Finding \d+$/ })).toHaveCount(30)
  await button(page, 'Add user control').click()
  await paste(
    page,
    lines(20, (n) => `Users review their access, part ${n}\t${n % 4 ? 'Yes' : 'No'}`),
  )
  await expect(page.getByRole('textbox', { name: /^User control \d+$/ })).toHaveCount(20)
  await expect(page.getByText('15 of 20 in place')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page)
}

const findNotInPlace = async (page: Page): Promise<void> => {
  await button(page, /^End-user controls/).click()
  await group(page, 'Show controls')
    .getByRole('radio', { name: /^Not in place/ })
    .check()
  const inPlace = page.getByRole('checkbox', { name: /^In place \d+$/ })
  await expect(inPlace).not.toHaveCount(0)
  for (const control of await inPlace.all()) await expect(control).not.toBeChecked()
}

const attachSix = async (page: Page): Promise<void> => {
  const files = [1, 2, 3, 4, 5, 6].map((n) => spreadsheet(`answers-${n}.xlsx`))
  await chooseFiles(page, page.getByLabel('Upload questionnaires'), ...files)
  await expect(page.getByRole('region', { name: 'Uploads' }).getByRole('status')).toHaveText(
    '6 files uploaded',
  )
}

const finalizeWithConditions = async (page: Page): Promise<void> => {
  await button(page, 'Finalize').click()
  await page.getByRole('radio', { name: 'Approved with conditions' }).check()
  await page.getByRole('textbox', { name: 'Note' }).fill('Two controls by the end of March.')
  await button(page, 'Finalize review').click()
  await expect(page.getByText('Finalized: approved with conditions.')).toBeFocused()
}

const reopen = async (page: Page): Promise<void> => {
  await button(page, 'Reopen').click()
  await button(page, 'Reopen review').click()
  await expect(page.getByText('Reopened.')).toBeFocused()
}

const findLastYears = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: `Previous: ${completed.title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: completed.title })).toBeVisible()
}

const answerByKeyboard = async (page: Page): Promise<void> => {
  await expect(button(page, 'Next missing field')).toBeVisible()
  await page.keyboard.press('F8')
  await expect(
    group(page, 'Report opinion').getByRole('radio', { name: 'Unqualified' }),
  ).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ControlOrMeta+s')
  await saved(page)
}

const answerOnPhone = async (page: Page): Promise<void> => {
  await button(page, 'Next missing field').click()
  await group(page, 'Report opinion').getByRole('radio', { name: 'Unqualified' }).check()
  await button(page, 'Save').click()
  await saved(page)
}

interface Task {
  name: string
  path: string
  /** A phone is 390 pixels wide. */
  width?: number
  effort: Effort
  act: (page: Page) => Promise<void>
}

const TASKS: readonly Task[] = [
  {
    name: 'find what is due, and start the worst',
    path: '/',
    effort: { clicks: 2, keys: 0 },
    act: startTheWorst,
  },
  {
    name: 'fill the eight sections',
    path: reviewPath(empty),
    effort: { clicks: 12, keys: 1 },
    act: fillAll,
  },
  {
    name: 'paste 30 findings and 20 controls',
    path: `${reviewPath(empty)}?open=findings,endUserControls`,
    effort: { clicks: 2, keys: 1 },
    act: pasteLists,
  },
  {
    name: 'find the controls that are not in place',
    path: reviewPath(large),
    effort: { clicks: 2, keys: 0 },
    act: findNotInPlace,
  },
  {
    name: 'attach six files',
    path: reviewPath(nearlyFinished),
    effort: { clicks: 1, keys: 0 },
    act: attachSix,
  },
  {
    name: 'finalize with conditions',
    path: reviewPath(readyToFinalize),
    effort: { clicks: 3, keys: 0 },
    act: finalizeWithConditions,
  },
  {
    name: 'reopen',
    path: reviewPath(completed),
    effort: { clicks: 2, keys: 0 },
    act: reopen,
  },
  {
    name: 'find last year’s review',
    path: reviewPath(nearlyFinished),
    effort: { clicks: 1, keys: 0 },
    act: findLastYears,
  },
  {
    name: 'answer the next missing field and save, by keyboard alone',
    path: reviewPath(nearlyFinished),
    effort: { clicks: 0, keys: 3 },
    act: answerByKeyboard,
  },
  {
    name: 'answer the next missing field and save, on a phone',
    path: reviewPath(nearlyFinished),
    width: 390,
    effort: { clicks: 3, keys: 0 },
    act: answerOnPhone,
  },
]

for (const { name, path, width, effort, act } of TASKS)
  test(name, async ({ page, open }) => {
    if (width !== undefined) await page.setViewportSize({ width, height: 844 })
    const effortSoFar = await countEffort(page)
    await open(path)
    await act(page)
    const { clicks, keys } = effortSoFar()
    expect(clicks, 'clicks').toBeLessThanOrEqual(effort.clicks)
    expect(keys, 'keys').toBeLessThanOrEqual(effort.keys)
  })
