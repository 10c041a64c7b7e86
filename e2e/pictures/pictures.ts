import { expect, type Page, test } from '@playwright/test'
import { VIEWS } from './views.ts'

/** Where the pictures of a project go; its name is the width and the colors. */
const FOLDER = 'dist/pictures'

/** Waits until nothing is awaited, and two pictures in a row are alike. */
const settled = async (page: Page): Promise<void> => {
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
  let last: Buffer = Buffer.alloc(0)
  await expect
    .poll(async () => {
      const now = await page.screenshot({ animations: 'disabled' })
      const isSame = now.equals(last)
      last = now
      return isSame
    })
    .toBe(true)
}

for (const { name, path, scenario, act, isLoading = false } of VIEWS)
  test(name, async ({ page }, { project }) => {
    const url = new URL(path, project.use.baseURL)
    if (scenario !== undefined) url.searchParams.set('scenario', scenario)
    await page.goto(url.href)
    if (isLoading) await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible()
    else {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await settled(page)
      await act?.(page)
      await settled(page)
    }
    await page.screenshot({ path: `${FOLDER}/${name}/${project.name}.png`, animations: 'disabled' })
  })
