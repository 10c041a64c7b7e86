import type { Page } from '@playwright/test'
import { demoFile } from '../mocks/reports/demo-files.ts'
import { REPORT_VENDORS } from '../mocks/seed/report-vendors.ts'
import { expect, expectAccessible, test } from './helpers/fixtures.ts'
import { holdBack, scrollPlace } from './helpers/pages.ts'

const { cobaltFathom, dunmarrow, brambleway } = REPORT_VENDORS
const [REPORT] = cobaltFathom.documents[0]
const [[SOC1], [LETTER]] = dunmarrow.documents

const addressOf = ({ vendorId, reviewId }: { vendorId: number; reviewId: number }): string =>
  `/vendors/${vendorId}/security-reviews/${reviewId}`
const paneOf = (page: Page) => page.getByRole('region', { name: 'Report', exact: true })
const sheetsIn = (page: Page) => paneOf(page).getByRole('region', { name: /^Pages of / })
const numberIn = (page: Page) => paneOf(page).getByRole('textbox', { name: 'Page' })
const tabOf = (page: Page, name: string) => paneOf(page).getByRole('tab', { name })

/** A report of the demo, as a file that lies on the visitor's disk. */
const onDisk = (name: string, buffer = Buffer.from(demoFile(name) ?? [])) => ({
  name,
  mimeType: 'application/pdf',
  buffer,
})
const choose = (page: Page) => page.getByLabel('Open a report from this computer')

test('a document of the vendor is read beside the form', async ({ open, page }) => {
  await open(addressOf(cobaltFathom))
  await page.getByRole('button', { name: 'Open report' }).click()
  await expect(paneOf(page)).toBeFocused()
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  await expect(sheetsIn(page).getByText('System and Organization Controls')).toBeVisible()
  await expect(page).toHaveURL(/\?report=\d+/)
  await expect(page.getByRole('heading', { name: 'Compliance scope' })).toBeVisible()

  // The address leads to the same page of the same report.
  await numberIn(page).fill('ii')
  await page.keyboard.press('Enter')
  await expect(numberIn(page)).toHaveValue('2')
  await expect(paneOf(page).getByText('(printed ii)')).toBeVisible()
  await numberIn(page).fill('9')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/&page=9$/)
  await page.reload()
  await expect(numberIn(page)).toHaveValue('9')
  // The form names the file as the list of documents does, and not by the number in the address.
  await expect(page.getByText(`SOC report: ${REPORT}`)).toBeVisible()
  await expect(tabOf(page, REPORT)).toHaveAttribute('aria-selected', 'true')
})

test('a letter and a report are open together, each at its own page', async ({ open, page }) => {
  await open(addressOf(dunmarrow))
  const list = page.getByRole('list', { name: 'Documents', exact: true })
  const readOf = (name: string) =>
    list
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: 'Read beside the form' })
  await readOf(SOC1).click()
  await expect(sheetsIn(page)).toBeVisible()
  await numberIn(page).fill('2')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/&page=2$/)
  await readOf(LETTER).click()
  await expect(tabOf(page, LETTER)).toHaveAttribute('aria-selected', 'true')
  await expect(numberIn(page)).toHaveValue('1')
  await tabOf(page, LETTER).press('ArrowLeft')
  await expect(tabOf(page, SOC1)).toBeFocused()
  await expect(numberIn(page)).toHaveValue('2')

  await paneOf(page)
    .getByRole('button', { name: `Close ${SOC1}` })
    .click()
  await expect(tabOf(page, SOC1)).toHaveCount(0)
  await page.getByRole('button', { name: 'Hide report' }).click()
  await expect(paneOf(page)).toBeHidden()
  await page.getByRole('button', { name: 'Show report' }).click()
  await expect(tabOf(page, LETTER)).toHaveAttribute('aria-selected', 'true')
})

test('a report from disk is read and not uploaded, and is asked for again after a reload', async ({
  open,
  page,
}) => {
  await open(addressOf(brambleway))
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
  await page.getByRole('button', { name: 'Open report' }).click()
  await choose(page).setInputFiles([onDisk(REPORT), onDisk(LETTER)])
  await expect(tabOf(page, LETTER)).toHaveAttribute('aria-selected', 'true')
  await expect(tabOf(page, REPORT)).toBeVisible()
  await expect(sheetsIn(page)).toBeVisible()
  expect(sent).toEqual([])
  await page.reload()
  await expect(paneOf(page)).toContainText('This report came from your computer')
  await choose(page).setInputFiles(onDisk(REPORT))
  await expect(sheetsIn(page).getByText('System and Organization Controls')).toBeVisible()
})

test('walking: outline, back and forward, search, zoom', async ({ open, page }) => {
  await open(addressOf(cobaltFathom))
  await page.getByRole('button', { name: 'Open report' }).click()
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  await expect(sheetsIn(page)).toBeVisible()
  const bar = paneOf(page).getByRole('toolbar', { name: 'Report' })
  const button = (name: string) => bar.getByRole('button', { name })

  await button('Outline').click()
  const outline = paneOf(page).getByRole('navigation', { name: 'Outline' })
  await outline.getByRole('button', { name: 'Basis for qualified opinion' }).click()
  await expect(numberIn(page)).not.toHaveValue('1')
  const there = await numberIn(page).inputValue()
  await button('Back to where the jump began').click()
  await expect(numberIn(page)).toHaveValue('1')
  await button('Forward again').click()
  await expect(numberIn(page)).toHaveValue(there)
  await button('Outline').click()
  await expect(outline).toBeHidden()

  await button('Pages').click()
  await paneOf(page)
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name: 'Page 5', exact: true })
    .click()
  await expect(paneOf(page).getByText('(printed 5)')).toBeVisible()

  await button('Search in the report').click()
  const search = paneOf(page).getByRole('searchbox', { name: 'Search in the report' })
  await expect(search).toBeFocused()
  await search.fill('exception')
  const found = paneOf(page).getByRole('search').getByRole('status')
  await expect(found).toHaveText(/^\d+ of \d+$/)
  await search.fill('no such words stand here')
  await expect(found).toHaveText('Not found')
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()

  const percent = bar.getByText(/^\d+%$/)
  const fitted = await percent.textContent()
  await button('Larger').click()
  await expect(percent).not.toHaveText(fitted ?? '')
  await button('Fit the width').click()
  await expect(percent).toHaveText(fitted ?? '')
})

test('files that cannot be read are named, and the form goes on', async ({ open, page }) => {
  await open(addressOf(cobaltFathom))
  await page.getByRole('button', { name: 'Open report' }).click()
  await choose(page).setInputFiles(onDisk('broken.pdf', Buffer.from('this is no PDF')))
  await expect(paneOf(page).getByRole('alert')).toContainText('This file is damaged or no PDF.')
  await choose(page).setInputFiles(onDisk(REPORT))
  await expect(sheetsIn(page)).toBeVisible()
  await page.getByRole('button', { name: 'Reviewer information' }).click()
  await page.getByRole('textbox', { name: 'Report issue date' }).fill('2026-10-01')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
})

test('a host that the gateway may not read is named', { tag: '@live' }, async ({
  open,
  page,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/403/)
  await open(addressOf(cobaltFathom))
  await page.route('**/api/files/**', (route) =>
    route.fulfill({
      status: 403,
      headers: { 'x-gateway': 'own' },
      json: {
        statusCode: 403,
        message:
          'This document lies on elsewhere.example.com, which the gateway may not read. Your administrator can allow that host with DRATA_FILE_HOSTS.',
      },
    }),
  )
  await page.getByRole('button', { name: 'Open report' }).click()
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  const alert = paneOf(page).getByRole('alert')
  await expect(alert).toContainText('elsewhere.example.com')
  await expect(choose(page)).toBeVisible()
  await page.unroute('**/api/files/**')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(sheetsIn(page)).toBeVisible()
})

test('a file on its way says how far it is', { tag: '@live' }, async ({ open, page }) => {
  await open(addressOf(cobaltFathom))
  const letGo = await holdBack(page, '**/api/files/**')
  await page.getByRole('button', { name: 'Open report' }).click()
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  await expect(paneOf(page).getByRole('status')).toContainText(`Opening ${REPORT}`)
  letGo()
  await expect(sheetsIn(page)).toBeVisible()
})

test('form and report take turns in a narrow window, and the form keeps its place', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 700 })
  await open(`${addressOf(cobaltFathom)}?open=findings,userEntityControls`)
  await expect(page.getByRole('list', { name: 'Documents', exact: true })).toBeVisible()
  const PLACE = 300
  await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), PLACE)
  expect(await scrollPlace(page)).toBe(PLACE)
  // A click of Playwright's may scroll first.
  const click = (button: HTMLElement): void => button.click()
  await page.getByRole('button', { name: 'Open report' }).evaluate(click)
  await expect(paneOf(page)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'CPA firm' })).toBeHidden()
  await page.getByRole('button', { name: 'Show form' }).evaluate(click)
  await expect(paneOf(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'CPA firm' })).toBeVisible()
  await expect.poll(() => scrollPlace(page)).toBe(PLACE)

  // A quote is shown where it stands, and so the report comes to the front.
  await page.getByRole('button', { name: 'Show report' }).click()
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  await expect(sheetsIn(page)).toBeVisible()
  await page.getByRole('button', { name: 'Show form' }).click()
  await page.getByRole('button', { name: 'Compliance scope' }).click()
  await page.getByRole('button', { name: 'Show in report, page 3', exact: false }).first().click()
  await expect(paneOf(page)).toBeVisible()
  await expect(sheetsIn(page).locator('[class*="mark"]').first()).toBeInViewport()
})

test('the divider moves by keyboard, and is remembered', async ({ open, page }) => {
  await open(addressOf(cobaltFathom))
  await page.getByRole('button', { name: 'Open report' }).click()
  await expect(paneOf(page)).toBeFocused()
  const divider = page.getByRole('separator', { name: 'Divider between form and report' })
  await divider.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(divider).toHaveAttribute('aria-valuenow', '46')
  await page.reload()
  await expect(divider).toHaveAttribute('aria-valuenow', '46')
  await divider.focus()
  await page.keyboard.press('Home')
  await expect(divider).toHaveAttribute('aria-valuenow', '30')
  await page.keyboard.press('Enter')
  await expect(divider).toHaveAttribute('aria-valuenow', '50')
})

test('the report beside the form is accessible', async ({ open, page }) => {
  await open(addressOf(cobaltFathom))
  await page.getByRole('button', { name: 'Open report' }).click()
  await expect(choose(page)).toBeVisible()
  await expectAccessible(page)
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  await expect(sheetsIn(page).getByText('System and Organization Controls')).toBeVisible()
  await paneOf(page).getByRole('button', { name: 'Outline' }).click()
  await paneOf(page).getByRole('button', { name: 'Search in the report' }).click()
  await expect(paneOf(page).getByRole('navigation', { name: 'Outline' })).toBeVisible()
  await expectAccessible(page)
})

test('a value of the report is shown with its quote, used, and saved like typing', async ({
  open,
  page,
}) => {
  await open(`${addressOf(cobaltFathom)}?open=complianceScope`)
  await page.getByRole('button', { name: 'Open report' }).click()
  await paneOf(page).getByRole('button', { name: REPORT }).click()
  const use = page.getByRole('button', { name: 'Use suggestion for Certification: SOC 2' })
  await expect(use).toBeVisible()
  await page
    .getByRole('button', { name: /^Show in report, page \d+/ })
    .first()
    .click()
  await expect(sheetsIn(page).locator('[class*="mark"]').first()).toBeAttached()
  await use.click()
  await expect(page.getByRole('radio', { name: 'SOC 2', exact: true })).toBeChecked()
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'SOC 2', exact: true })).toBeChecked()
  await expectAccessible(page)
})
