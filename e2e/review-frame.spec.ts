import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import {
  expectNoSidewaysScrolling,
  giveFiles,
  reviewPath,
  tabTo,
  vendorReviewsPath,
} from './helpers/pages.ts'

const { northwind, nearlyFinished, readyToFinalize, completed, large, empty, overdue } = LANDMARKS
const HEIGHT = 844
const PHONE = { width: 390, height: HEIGHT }

/** The lower edge of what a control of the bar stands in, and of the header above it. */
const edges = (page: Page) =>
  page.evaluate(() => {
    const header = document.querySelector('header')?.getBoundingClientRect()
    const [button] = [...document.querySelectorAll('main button')].filter(
      ({ textContent }) => textContent === 'Save',
    )
    const isSticky = (element: Element | null | undefined): boolean => {
      if (!element) return false
      const { position, display } = getComputedStyle(element)
      return position === 'sticky' && display !== 'contents'
    }
    let bar = button?.parentElement ?? null
    while (bar && !isSticky(bar)) bar = bar.parentElement
    // On a wide window the buttons stand in a bar within the bar.
    if (isSticky(bar?.parentElement)) bar = bar?.parentElement ?? null
    const box = bar?.getBoundingClientRect()
    return {
      header: header?.bottom ?? 0,
      top: box?.top ?? 0,
      bottom: box?.bottom ?? 0,
      background: bar ? getComputedStyle(bar).backgroundColor : '',
    }
  })

for (const [width, height] of [
  [390, 40],
  [720, 40],
  [900, 52],
  [1440, 52],
  [1920, 52],
] as const)
  test(`no text shows between the bars that stay in place, ${width} px wide`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width, height: HEIGHT })
    await open(`${reviewPath(large)}?open=findings,endUserControls`)
    await expect(page.getByRole('region', { name: 'Findings', exact: true })).toBeVisible()
    await page.mouse.move(width / 2, HEIGHT / 2)
    await page.mouse.wheel(0, 1_200)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(600)
    const { header, top, bottom, background } = await edges(page)
    expect(top).toBeLessThanOrEqual(header)
    expect(bottom - top).toBeCloseTo(height, 0)
    expect(background).toMatch(/^rgb\(/)
    const sections = page.getByRole('navigation', { name: 'Sections' })
    if (width > 720) {
      await expect(sections).toBeInViewport()
      const { y = 0 } = (await sections.locator('..').boundingBox()) ?? {}
      expect(Math.abs(y - bottom)).toBeLessThanOrEqual(1)
    } else await expect(sections).toBeHidden()
  })

for (const width of [390, 1440])
  test(`the heading stands at the same height on every page, ${width} px wide`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width, height: HEIGHT })
    const heights = new Set<number>()
    for (const path of [
      '/',
      '/vendors',
      vendorReviewsPath(northwind),
      `${vendorReviewsPath(northwind)}/new`,
      reviewPath(nearlyFinished),
      reviewPath(overdue),
    ]) {
      await open(path)
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toBeVisible()
      heights.add(Math.round((await heading.boundingBox())?.y ?? 0))
    }
    expect([...heights]).toHaveLength(1)
  })

test('everything in the bar has its place at every width', async ({ page, open }) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Edit title' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('SOC 1 2026, with a title that is long')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
  for (const width of [320, 390, 721, 900, 1_023, 1_024, 1_280]) {
    await page.setViewportSize({ width, height: HEIGHT })
    await expectNoSidewaysScrolling(page)
    const box = await page.getByRole('button', { name: 'Finalize' }).boundingBox()
    expect((box?.x ?? width) + (box?.width ?? 0), `${width} px wide`).toBeLessThanOrEqual(width)
    expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.width).toBeGreaterThan(80)
  }
})

test('on a phone the sections open in a drawer, by keyboard, and lead to their panel', async ({
  page,
  open,
}) => {
  await page.setViewportSize(PHONE)
  await open(reviewPath(empty))
  const opener = page.getByRole('button', { name: 'Sections: 3 of 8 · 11 missing' })
  const drawer = page.getByRole('dialog', { name: 'Sections' })
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeHidden()
  await tabTo(page, opener)
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await expect(drawer.getByRole('navigation', { name: 'Files' })).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(opener).toBeFocused()

  await page.keyboard.press('Enter')
  await tabTo(page, drawer.getByRole('link', { name: 'CPA firm' }))
  await page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  const panel = page.getByRole('button', { name: /^CPA firm/ })
  await expect(panel).toBeFocused()
  await expect(panel).toBeInViewport()
  await expect(page.getByRole('region', { name: 'CPA firm', exact: true })).toBeVisible()

  await opener.click()
  await drawer.getByRole('link', { name: 'Documents' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Documents' })).toBeInViewport()
})

test('a drawer that a wide window has closed does not come back with a narrow one', async ({
  page,
  open,
}) => {
  await page.setViewportSize(PHONE)
  await open(reviewPath(empty))
  const opener = page.getByRole('button', { name: /^Sections: / })
  const drawer = page.getByRole('dialog', { name: 'Sections' })
  await opener.click()
  await expect(drawer).toBeVisible()
  await page.setViewportSize({ width: 1280, height: HEIGHT })
  await expect(drawer).toBeHidden()
  await page.setViewportSize(PHONE)
  await expect(opener).toBeVisible()
  await expect(drawer).toBeHidden()
})

test('a window of middle width has a rail of icons that still say what they are', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 900, height: HEIGHT })
  await open(reviewPath(nearlyFinished))
  const sections = page.getByRole('navigation', { name: 'Sections' })
  const opinion = sections.getByRole('link', { name: 'Report opinion 2 missing' })
  await expect(opinion).toHaveAttribute('title', 'Report opinion: 2 missing')
  expect((await opinion.boundingBox())?.width).toBeLessThanOrEqual(56)
  await opinion.click()
  await expect(page.getByRole('button', { name: /^Report opinion/ })).toBeFocused()
  await expectNoSidewaysScrolling(page)
})

test('a wide window shows the files beside the form, and keeps them when it becomes narrower', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1_700, height: HEIGHT })
  await open(reviewPath(nearlyFinished))
  const files = page.getByRole('heading', { name: 'Questionnaires' })
  const panel = page.getByRole('button', { name: /^Compliance scope/ })
  const isBeside = async (): Promise<boolean> => {
    const [left, right] = [await panel.boundingBox(), await files.boundingBox()]
    return left !== null && right !== null && right.x > left.x + left.width && right.y < 300
  }
  await expect(files).toBeVisible()
  expect(await isBeside()).toBe(true)
  await expectNoSidewaysScrolling(page)

  // What waits for an answer in a drop zone is state of the page, which a new mount would lose.
  const type = page.getByLabel('Document type')
  await type.selectOption('BRIDGE_LETTER')
  await giveFiles(page.getByLabel('Upload report'), 'drop', { name: 'notes.exe', content: 'MZ' })
  const refused = page.getByText('notes.exe').first()
  await expect(refused).toBeVisible()
  for (const width of [1_300, 600, 1_700]) {
    await page.setViewportSize({ width, height: HEIGHT })
    await expect.poll(isBeside).toBe(width === 1_700)
    await expect(refused).toBeVisible()
    await expect(type).toHaveValue('BRIDGE_LETTER')
  }
  await expect(page.getByRole('list', { name: 'Documents' })).toHaveCount(1)
})

test('what is complete is green, and a finished review says once that it is', async ({
  page,
  open,
}) => {
  const bar = page.getByRole('progressbar', { name: 'Sections complete' })
  await open(reviewPath(nearlyFinished))
  await expect(bar).toHaveAttribute('data-done', 'false')
  await open(reviewPath(readyToFinalize))
  await expect(bar).toHaveAttribute('data-done', 'true')
  await open(reviewPath(completed))
  await expect(bar).toHaveAttribute('aria-valuetext', '8 of 8 sections complete')
  await expect(page.getByText(/completed and read-only/)).toHaveCount(1)
  await expect(page.getByText('Ready to finalize')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Missing fields' })).toBeHidden()
})

test('drawer, rail, right side and what is about a review are accessible', async ({
  page,
  open,
}) => {
  await page.setViewportSize(PHONE)
  await open(reviewPath(empty))
  await page.getByRole('button', { name: /^Sections/ }).click()
  await expect(page.getByRole('dialog', { name: 'Sections' })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Escape')
  for (const width of [900, 1_700]) {
    await page.setViewportSize({ width, height: HEIGHT })
    await page.getByRole('button', { name: 'About this review' }).click()
    await expect(page.getByRole('region', { name: 'About this review' })).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.keyboard.press('Escape')
  }
})
