import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { expect } from './fixtures.ts'

/** A file to choose or drop, made in the test. */
export interface MadeFile {
  name: string
  mimeType?: string
  /** Its text, its bytes, or the number of its bytes. */
  content?: string | Buffer | number
}

const toPayload = ({ name, mimeType = 'application/pdf', content = '%PDF-1.4\n' }: MadeFile) => ({
  name,
  mimeType,
  buffer: typeof content === 'number' ? Buffer.alloc(content, 'x') : Buffer.from(content as string),
})

/** The row of a table or list that has this name. */
export const rowOf = (table: Locator, name: string | RegExp): Locator =>
  table.getByRole('row').filter({ hasText: name })

/** Asserts that a table has exactly one row with this name, and that it holds these texts. */
export const expectRow = async (
  table: Locator,
  name: string | RegExp,
  ...texts: (string | RegExp)[]
): Promise<void> => {
  const row = rowOf(table, name)
  await expect(row).toHaveCount(1)
  for (const text of texts) await expect(row).toContainText(text)
}

/** What a deadline so many days ahead reads, also where midnight comes in the midst of a test. */
export const dueIn = (days: number): RegExp => new RegExp(`Due in (?:${days}|${days - 1}) days`)

/** Chooses files through the file dialog that a button opens. */
export const chooseFiles = async (
  page: Page,
  button: Locator,
  ...files: MadeFile[]
): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(files.map(toPayload))
}

/** Asserts that a notice (an alert or a status) says this. */
export const expectNotice = async (page: Page, text: string | RegExp): Promise<void> => {
  await expect(
    page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: text }).first(),
  ).toBeVisible()
}

/** The address of one of Northwind's reviews. */
export const reviewPath = ({ id }: { id: number }): string =>
  `/vendors/${LANDMARKS.northwind.id}/security-reviews/${id}`

/** The address of a vendor's reviews. */
export const vendorReviewsPath = ({ id }: { id: number }): string =>
  `/vendors/${id}/security-reviews`

/** Asserts that the page is not wider than the window. */
export const expectNoSidewaysScrolling = async (page: Page): Promise<void> => {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overhang, 'pixels beyond the window').toBeLessThanOrEqual(0)
}

/** A tab of a vendor's page. */
export const tabOf = (
  page: Page,
  name: 'Reviews' | 'Questionnaires' | 'Documents' | 'About',
): Locator => page.getByRole('tab', { name })

/** The line of facts under a vendor's name. */
export const lineOf = (page: Page): Locator =>
  page.getByRole('main').getByRole('paragraph').filter({ hasText: ' · ' }).first()

/** The header of a column. */
export const columnOf = (table: Locator, name: string): Locator =>
  table.getByRole('columnheader', { name, exact: true })

/** The link of a table's first row. */
export const firstOf = (table: Locator): Locator => table.getByRole('link').first()

/** The numbers (`aria-rowindex`) of the rows in sight, from top to bottom. */
export const rowsInSight = (table: Locator): Promise<number[]> =>
  table
    .getByRole('row')
    .filter({ has: table.page().getByRole('cell') })
    .evaluateAll((rows) =>
      rows
        .map((row) => ({ box: row.getBoundingClientRect(), row }))
        .filter(({ box }) => box.bottom > 0 && box.top < window.innerHeight)
        .toSorted((one, other) => one.box.top - other.box.top)
        .map(({ row }) => Number(row.ariaRowIndex)),
    )

/** Asserts that the rows in sight have no gaps, and that this one is among them. */
export const expectRowInSight = async (table: Locator, index: number): Promise<void> => {
  await expect(async () => {
    const rows = await rowsInSight(table)
    expect(rows).toContain(index)
    expect(rows).toEqual(rows.map((_, at) => (rows[0] ?? 0) + at))
  }).toPass()
}

/** A fact about a record: its name and its value. */
export const factOf = (facts: Locator, name: string): Locator =>
  facts
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('..')

/** Asserts the order of the times that the rows show. */
export const expectTimesInOrder = async (
  table: Locator,
  order: 'ascending' | 'descending',
): Promise<void> => {
  const times = table.getByRole('time')
  await expect(times.nth(5)).toBeAttached()
  const moments = await times.evaluateAll((shown) =>
    shown.map((time) => Date.parse(time.getAttribute('datetime') ?? '')),
  )
  const sign = order === 'ascending' ? 1 : -1
  expect(moments).toEqual(moments.toSorted((one, other) => sign * (one - other)))
}

/** Presses Tab until the control has the focus. If it cannot be reached, the test times out. */
export const tabTo = async (page: Page, control: Locator): Promise<void> => {
  while (!(await control.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab')
}

/** Drops files on an element, or pastes them there. */
export const giveFiles = async (
  target: Locator,
  how: 'drop' | 'paste',
  ...files: MadeFile[]
): Promise<void> => {
  const made = files.map((file) => {
    const { buffer, ...rest } = toPayload(file)
    return { ...rest, text: buffer.toString('latin1') }
  })
  const transfer = await target.page().evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, mimeType, text } of given) {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: mimeType }))
    }
    return data
  }, made)
  if (how === 'drop') {
    await target.dispatchEvent('dragenter', { dataTransfer: transfer })
    await target.dispatchEvent('drop', { dataTransfer: transfer })
  } else
    await target.evaluate(
      (element, clipboardData) =>
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        ),
      transfer,
    )
}

/**
 * Holds back requests to an address, in live mode. So a test can look at what is under way however
 * slow the machine is.
 * @param method the requests that are held back; all without one
 * @returns a function that releases them
 */
export const holdBack = async (
  page: Page,
  address: string | RegExp,
  method?: 'GET' | 'POST',
): Promise<() => void> => {
  const { promise: mayGo, resolve: letGo } = Promise.withResolvers<void>()
  await page.route(address, async (route, request) => {
    if (method === undefined || request.method() === method) await mayGo
    await route.fallback()
  })
  return letGo
}

/** How far the page is scrolled, in pixels, once it has heard of it: that is with the next frame. */
export const scrollPlace = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    return window.scrollY
  })
