import type { Locator, Page } from '@playwright/test'
import { HACKED, HOSTILE_TEXTS } from '../mocks/seed/hostile-texts.ts'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath, vendorReviewsPath } from './helpers/pages.ts'
import { openPanels, panel, save } from './helpers/soc-form.ts'

// The component tests (src/app/hostile-*.test.tsx) put every text into every kind of field. These
// tests check what only a browser shows: whether texts run, whether they break the layout, and what
// the browser's text fields make of them.

const { northwind, nearlyFinished, completed, readyToFinalize, empty } = LANDMARKS
const SECTIONS = 'reviewerInformation,reportOpinion,findings,cpaFirm,subserviceOrganizations'
/**
 * The longest emoji is one character. Where no font joins its parts, no line breaks between them.
 */
const LONGEST_SIGN = HOSTILE_TEXTS.findIndex((text) => /(?:\u{1F468}\u200D){9}/u.test(text))

/** Records what a text would do if it ran or fetched something. */
const watchHarm = (page: Page) => {
  const heard: string[] = []
  page.on('dialog', (dialog) => {
    heard.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => heard.push(`a window: ${popup.url()}`))
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') heard.push(`a request: ${request.url()}`)
  })
  return async (): Promise<void> => {
    expect(heard).toEqual([])
    expect(await page.evaluate((name) => name in window, HACKED)).toBe(false)
  }
}

/** Asserts that all links lead to the web or to a mail, whatever a text wants. */
const expectSafeLinks = async (page: Page): Promise<void> => {
  const protocols = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))
  expect(new Set(protocols).difference(new Set(['http:', 'https:', 'mailto:']))).toEqual(new Set())
}

/**
 * Asserts that the page fits its window, that no cell reaches out of its row, and no row into the
 * next.
 */
const expectWhole = async (page: Page): Promise<void> => {
  await expectNoSidewaysScrolling(page)
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell') })
  const overlaps = await rows.evaluateAll((all) => {
    const boxes = all
      .map((row) => ({
        row: row.getBoundingClientRect(),
        cells: [...row.children].map((cell) => cell.getBoundingClientRect()),
      }))
      .toSorted((one, other) => one.row.top - other.row.top)
    return boxes.filter(
      ({ row, cells }, index) =>
        row.bottom > (boxes[index + 1]?.row.top ?? Number.POSITIVE_INFINITY) + 0.5 ||
        cells.some((cell) => cell.top < row.top || cell.bottom > row.bottom),
    ).length
  })
  expect(overlaps, 'rows that overlap').toBe(0)
}

const PAGES = [
  { name: 'the vendors', path: '/vendors', sign: '300 vendors' },
  { name: 'the reviews of all vendors', path: '/', sign: '300 reviews' },
  { name: 'a vendor', path: vendorReviewsPath(northwind), sign: '300 reviews', isAudited: true },
  {
    name: 'a name that is one long sign',
    path: `${vendorReviewsPath({ id: northwind.id + LONGEST_SIGN })}?tab=about`,
    sign: 'Impact level',
  },
  {
    name: 'a form',
    path: `${reviewPath(nearlyFinished)}?open=${SECTIONS}`,
    sign: '300 findings',
  },
  {
    name: 'a completed review',
    path: `${reviewPath(completed)}?open=${SECTIONS}`,
    sign: 'This review is completed and read-only.',
    isAudited: true,
  },
]

for (const { name, path, sign, isAudited } of PAGES)
  test(`hostile texts leave ${name} whole`, async ({ page, open }) => {
    const expectNoHarm = watchHarm(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    // Mail addresses that are none fit our contract, but not Prism's check.
    await open(path, { scenario: 'hostile', unchecked: true })
    await expect(page.getByText(sign)).toBeVisible()
    await expectWhole(page)
    await expectSafeLinks(page)
    if (isAudited) await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.getByText(sign)).toBeVisible()
    await expectWhole(page)
    await expectNoHarm()
  })

/** A text as a text field spells it, with one kind of line end. */
const inField = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** Some texts of every kind, up to the length of a title. */
const MIXED = `a ${HOSTILE_TEXTS.filter(({ length }) => length > 0 && length < 9)
  .map(inField)
  .join(' ')
  .slice(0, 180)} z`

/** The text of an element, with all of its white space. */
const lettersOf = (element: Locator): Promise<string | null> =>
  element.evaluate(({ textContent }) => textContent)

const valuesOf = (texts: Locator): Promise<string[]> =>
  texts.evaluateAll((all) => all.map((text) => (text as HTMLTextAreaElement).value))

interface Kept {
  title: string
  note: string | null
  socReviewForm: {
    findings: { findings: { description: string }[] }
    servicesAndLocations: { services: { name: string }[] }
    cpaFirm: { cpaFirm: string | null }
  }
}

/** The service's record of a review. */
const keptOf = (page: Page, review: { id: number }): Promise<Kept> =>
  page.evaluate(
    async (path) => (await (await fetch(path)).json()) as Kept,
    `/api/v2${reviewPath(review)}`,
  )

test('hostile texts are typed, saved and read again to the letter', async ({ page, open }) => {
  const expectNoHarm = watchHarm(page)
  const findings = panel(page, 'Findings').getByRole('textbox')
  await open(openPanels('findings', 'servicesAndLocations', 'cpaFirm'))
  await page.getByRole('button', { name: 'Edit title' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(MIXED)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add service' }).click()
  await page.getByRole('textbox', { name: 'Service 1' }).fill(MIXED)
  await page.getByRole('textbox', { name: 'CPA firm' }).fill(MIXED)

  await page.getByRole('button', { name: 'Add finding' }).click()
  await findings.evaluate((text, lines) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', lines)
    const options = { clipboardData, bubbles: true, cancelable: true }
    text.dispatchEvent(new ClipboardEvent('paste', options))
  }, 'line\n'.repeat(HOSTILE_TEXTS.length))
  await expect(findings).toHaveCount(HOSTILE_TEXTS.length)
  await findings.evaluateAll((all, given) => {
    for (const [index, text] of all.entries()) {
      ;(text as HTMLTextAreaElement).select()
      // oxlint-disable-next-line no-deprecated -- types as a user does; "fill" takes half a minute
      document.execCommand('insertText', false, given[index])
    }
  }, HOSTILE_TEXTS)
  await save(page)

  // Items of nothing but white space are held back, since some services refuse them.
  const expected = HOSTILE_TEXTS.map(inField).filter((text) => text.trim() !== '')
  const { title, socReviewForm } = await keptOf(page, empty)
  expect(title).toBe(MIXED)
  expect(socReviewForm.servicesAndLocations.services).toEqual([{ name: MIXED }])
  expect(socReviewForm.cpaFirm.cpaFirm).toBe(MIXED)
  expect(socReviewForm.findings.findings.map(({ description }) => description)).toEqual(expected)

  await page.reload()
  await expect(findings).toHaveCount(expected.length)
  expect(await valuesOf(findings)).toEqual(expected)
  expect(await lettersOf(page.getByRole('heading', { level: 1 }))).toBe(MIXED)
  await expectNoHarm()
})

/** Asserts the title and the note of the review whose page is open. */
const expectTitleAndNote = async (page: Page, title: string, note: string): Promise<void> => {
  const heading = page.getByRole('heading', { name: 'Note' })
  await expect(heading).toBeVisible()
  expect(await lettersOf(heading.locator('xpath=following-sibling::p'))).toBe(note)
  expect(await lettersOf(page.getByRole('heading', { level: 1 }))).toBe(title)
}

test('hostile texts are the title and the note of a new review', async ({ page, open }) => {
  const expectNoHarm = watchHarm(page)
  await open(`${vendorReviewsPath(northwind)}/new`)
  await page.getByLabel('Title', { exact: true }).fill(MIXED)
  await page.getByLabel('Note').fill(MIXED)
  await page.getByRole('button', { name: 'Create review' }).click()
  await page.getByRole('button', { name: 'About this review' }).click()
  // Line breaks in a new title become spaces.
  await expectTitleAndNote(page, MIXED.replaceAll(/\s*\n+\s*/g, ' '), MIXED)
  await expectNoHarm()
})

test('hostile texts are the note of a decision, and the text of a search', async ({
  page,
  open,
}) => {
  const expectNoHarm = watchHarm(page)
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await dialog.getByRole('radio', { name: 'Rejected' }).check()
  await dialog.getByRole('textbox', { name: 'Note' }).fill(MIXED)
  await dialog.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await expectTitleAndNote(page, readyToFinalize.title, MIXED)
  expect((await keptOf(page, readyToFinalize)).note).toBe(MIXED)

  await open('/vendors')
  const search = page.getByRole('searchbox', { name: 'Search vendors' })
  await search.fill(MIXED)
  await expect(page.getByText('No vendor matches the search')).toBeVisible()
  // The browser replaces line breaks that are put into a field of one line by spaces.
  const searched = MIXED.replaceAll('\n', ' ')
  await expect(search).toHaveValue(searched)
  await page.reload()
  await expect(page.getByText('No vendor matches the search')).toBeVisible()
  // An address is UTF-8, which cannot hold half of a surrogate pair.
  await expect(search).toHaveValue(searched.toWellFormed())
  await expectNoHarm()
})
