import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { chooseFiles, reviewPath } from './helpers/pages.ts'
import { expectState } from './helpers/saving.ts'
import { group, save } from './helpers/soc-form.ts'

const { nearlyFinished } = LANDMARKS

/** Does to the page what a browser's translation does: each text gives way to an element. */
const translate = (page: Page): Promise<void> =>
  page.evaluate((tag) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) {
      if (text.parentElement?.closest('script, style, textarea, font')) continue
      const [outer, inner] = [document.createElement(tag), document.createElement(tag)]
      outer.append(inner)
      inner.append(text.data)
      text.replaceWith(outer)
    }
  }, 'font' as string)

test('a page that the browser translates goes on working, and its texts go on changing', async ({
  page,
  open,
}) => {
  await open(reviewPath(nearlyFinished), { unchecked: true })
  await expect(page.getByText('6 of 8 sections complete')).toBeVisible()
  await translate(page)

  const panel = page.getByRole('button', { name: /^Report opinion/ })
  await panel.click()
  await translate(page)
  await expect(panel).toContainText('2 missing')
  await group(page, 'Report opinion').getByRole('radio', { name: 'Unqualified' }).check()
  await expect(panel).toContainText('1 missing')
  await expect(panel).toContainText('forecast')
  await expectState(page, 'Unsaved changes')
  await translate(page)
  await save(page)
  await expectState(page, 'Saved')
  await expect(panel).not.toContainText('forecast')
  await translate(page)
  await group(page, 'Report opinion').getByRole('button', { name: 'Clear' }).click()
  await expect(panel).toContainText('2 missing')
  await save(page)

  await page.getByRole('button', { name: 'Expand all' }).click()
  await translate(page)
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await expect(page.getByRole('button', { name: 'Expand all' })).toBeVisible()
  await translate(page)
  const uploads = page.getByRole('region', { name: 'Uploads' })
  await chooseFiles(page, page.getByLabel('Upload report'), { name: 'soc2.pdf' })
  await expect(uploads).toContainText('Uploaded')
  await translate(page)
  await expect(page.getByRole('list', { name: 'Documents' })).toContainText('soc2.pdf')
  await page.getByRole('link', { name: 'Vendors' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
})
