import { expect, test } from './helpers/fixtures.ts'
import { FORWARDED } from './helpers/gateway-words.ts'
import { rowsInSight } from './helpers/pages.ts'

test('a list whose place the service has lost begins again, and the selection stays', async ({
  page,
  open,
}) => {
  await open('/vendors', { scenario: 'many,error-400@listVendors~1*1' })
  const table = page.getByRole('table', { name: 'Vendors' })
  const first = table.getByRole('checkbox').nth(1)
  await first.check()
  const selected = page.getByText('1 selected')
  await expect(selected).toBeVisible()
  await table.hover()
  await page.mouse.wheel(0, 20_000)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('no longer knows where this list goes on')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toBeHidden()
  await page.mouse.wheel(0, 20_000)
  await expect.poll(async () => Math.max(...(await rowsInSight(table)))).toBeGreaterThan(51)
  await expect(selected).toBeVisible()
  await page.mouse.wheel(0, -40_000)
  await expect(first).toBeChecked()
})

test('a list that the service does not end is cut off, and its rows show once @live', async ({
  page,
  open,
}) => {
  let asked = 0
  await page.route(/\/api\/v2\/vendors\?/, async (route, request) => {
    asked += 1
    const response = await route.fetch({ url: request.url().replace(/&cursor=[^&]*/, '') })
    const { data } = (await response.json()) as { data: { id: number }[] }
    await route.fulfill({
      headers: FORWARDED,
      json: { data, pagination: { cursor: 'always-the-same', totalCount: 40 } },
    })
  })
  await open('/vendors?sort=name')
  const table = page.getByRole('table', { name: 'Vendors' })
  await expect(page.getByRole('alert')).toContainText('no longer knows where this list goes on')
  const ids = await table
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(new Set(ids).size).toBe(ids.length)
  expect(asked).toBeLessThan(5)
})
