import { expect, test } from '@playwright/test'
import { VIEWS } from './views.ts'

/** Where the pictures of a project go; its name is the width and the colors. */
const FOLDER = 'dist/pictures'

for (const { name, path, scenario, act, isLoading = false } of VIEWS)
  test(name, async ({ page }, { project }) => {
    const url = new URL(path, project.use.baseURL)
    if (scenario !== undefined) url.searchParams.set('scenario', scenario)
    await page.goto(url.href)
    if (isLoading) await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible()
    else {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
      await act?.(page)
    }
    await page.screenshot({ path: `${FOLDER}/${name}/${project.name}.png`, animations: 'disabled' })
  })
