import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, nearlyFinished, large } = LANDMARKS

const PAGES: readonly [name: string, path: string][] = [
  ['the reviews', '/'],
  ['the vendors', '/vendors'],
  ['a vendor', vendorReviewsPath(northwind)],
  ['a review', `${reviewPath(nearlyFinished)}?open=reportOpinion,complianceScope`],
  ['long lists', `${reviewPath(large)}?open=findings`],
  ['a new review', `${vendorReviewsPath(northwind)}/new`],
]

/** What has the focus, if it cannot be seen: nothing of it is in sight, or all of it is covered. */
const coveredFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body) return null
    const seen = focused.closest('label') ?? focused
    // A visually hidden input is shown by what stands beside it.
    const target = seen.getBoundingClientRect().width < 4 ? (seen.parentElement ?? seen) : seen
    const box = target.getBoundingClientRect()
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
    const parts = [0.05, 0.25, 0.5, 0.75, 0.95]
    const isSeen =
      right > left &&
      bottom > top &&
      parts.some((across) =>
        parts.some((down) => {
          const hit = document.elementFromPoint(
            left + (right - left) * across,
            top + (bottom - top) * down,
          )
          return hit !== null && (target.contains(hit) || hit.contains(target))
        }),
      )
    return isSeen ? null : focused.outerHTML.slice(0, 200)
  })

for (const [name, path] of PAGES)
  test(`at 400 % zoom nothing covers what has the focus: ${name}`, async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 256 })
    await open(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScrolling(page)
    for (const key of ['Tab', 'Shift+Tab'])
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press(key)
        // The browser scrolls in its next frame.
        await expect.poll(() => coveredFocus(page), `${key} ${stop}`).toBeNull()
      }
  })

/**
 * Elements whose shape is drawn by their background alone, without a border, text of their own, or
 * a system colour: forced colours take it away.
 */
const shapesWithoutEdge = async (page: Page): Promise<string[]> => {
  const shapes = await page.evaluateHandle(() => {
    const isClear = (colour: string) => /^rgba\(.*, 0\)$|^transparent$/.test(colour)
    const behind = (element: Element): string => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (!isClear(backgroundColor)) return backgroundColor
      }
      return ''
    }
    return [...document.body.querySelectorAll('*')].filter((element) => {
      const { backgroundColor } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      return (
        width > 0 && height > 0 && !isClear(backgroundColor) && backgroundColor !== behind(element)
      )
    })
  })
  await page.emulateMedia({ forcedColors: 'active' })
  const found = await shapes.evaluate((elements) => {
    const hasEdge = (element: Element): boolean => {
      const { borderTopWidth, borderTopStyle, borderBottomWidth, borderBottomStyle, outlineStyle } =
        getComputedStyle(element)
      return (
        (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0) ||
        (borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) > 0) ||
        outlineStyle !== 'none' ||
        getComputedStyle(element).forcedColorAdjust === 'none'
      )
    }
    return elements
      .filter((element) => !hasEdge(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 160))
  })
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}

for (const [name, path] of PAGES)
  test(`forced colours leave the shape of everything: ${name}`, async ({ page, open }) => {
    await open(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(() => shapesWithoutEdge(page)).toEqual([])
  })
