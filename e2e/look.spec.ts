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

/**
 * Half of the pixels, blurred: what is compared are places, sizes and colours. Letters may be drawn by
 * any font of about the same width, which Playwright cannot tell otherwise.
 */
const BLURRED = 'html { filter: blur(6px) } * { caret-color: transparent !important }'
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
      await page.addStyleTag({ content: BLURRED })
      await expect(page).toHaveScreenshot(`${name}-${scheme}.png`, {
        scale: 'device',
        maxDiffPixelRatio: 0.02,
      })
    })
