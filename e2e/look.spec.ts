import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from './helpers/fixtures.ts'
import { VIEWS } from './pictures/views.ts'

/** The pages and states by which an analyst would know Countersign. */
const TEN = [
  'reviews',
  'reviews-filtered',
  'vendors-selected',
  'vendor',
  'vendor-documents',
  'review',
  'review-large',
  'review-completed',
  'new-review',
  'finalize',
]
/** A morning on which the fictional company has work to do. */
const NOW = new Date('2026-06-15T09:00:00Z')

/** One font for all machines, since the width of letters decides where lines break. */
const FONT = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  ),
).toString('base64')

/**
 * Half of the pixels, blurred: places, sizes and colours are compared, and not how a machine draws
 * the edge of a letter.
 */
const STYLE = `
  @font-face {
    font-family: Fixed;
    font-weight: 100 900;
    src: url(data:font/woff2;base64,${FONT});
  }
  * { font-family: Fixed, sans-serif !important; caret-color: transparent !important }
  html, [popover] { filter: blur(6px) }`
test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.5 })

for (const scheme of ['light', 'dark'] as const)
  for (const { name, path, act } of VIEWS.filter((view) => TEN.includes(view.name)))
    test(`${name} looks in the ${scheme} as it did`, async ({ page, open }) => {
      await page.clock.setFixedTime(NOW)
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await open(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
      await act?.(page)
      await page.addStyleTag({ content: STYLE })
      await page.evaluate(() => document.fonts.ready)
      // A bar that moves by its own height is 0.03 of the picture and more.
      await expect(page).toHaveScreenshot(`${name}-${scheme}.png`, {
        scale: 'device',
        threshold: 0.06,
        maxDiffPixelRatio: 0.01,
      })
    })
