import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { FORWARDED } from './helpers/gateway-words.ts'
import {
  columnOf,
  expectRow,
  expectRowInSight,
  expectTimesInOrder,
  firstOf,
  rowOf,
} from './helpers/pages.ts'

const { northwind, arabicVendor, japaneseVendor } = LANDMARKS

/**
 * The vendor that was changed last, the one before, and the one that was not changed for the
 * longest time.
 */
const NEWEST = 'Emberlyn Dialer'
const SECOND = 'Foxglove Forms'
const OLDEST = 'Driftwood Chat'

test('every vendor is there, the last changed first', async ({ page, open }) => {
  await open('/vendors')
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  await expect(page).toHaveTitle('Vendors · Countersign')
  await expect(page.getByText('40 vendors', { exact: true })).toBeVisible()
  const table = page.getByRole('table', { name: 'Vendors' })
  for (const name of ['Name', 'Risk', 'Critical', 'Status', 'Next deadline'])
    await expect(columnOf(table, name)).not.toHaveAttribute('aria-sort')
  await expect(columnOf(table, 'Updated')).toHaveAttribute('aria-sort', 'descending')
  await expect(table).toHaveAttribute('aria-rowcount', '41')
  await expect(firstOf(table)).toHaveText(NEWEST)
  await expectRow(table, northwind.name, 'High', 'Yes', 'Active', /Overdue by \d days/)
})

test('a name leads to the reviews of its vendor', async ({ page, open }) => {
  await open('/vendors')
  await page.getByRole('link', { name: northwind.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeFocused()
  await expect(page).toHaveURL(/\/vendors\/1001\/security-reviews$/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
})

test('typing narrows the list, and the address keeps what was typed', async ({ page, open }) => {
  await open('/vendors')
  const search = page.getByRole('searchbox', { name: 'Search vendors' })
  await search.pressSequentially('northw')
  await expect(page.getByText('1 of 40 vendors')).toBeVisible()
  const table = page.getByRole('table', { name: 'Vendors' })
  await expect(table.getByRole('link')).toHaveText([northwind.name])
  await expect(page).toHaveURL(/[?&]q=northw(&|$)/)
  await page.reload()
  await expect(search).toHaveValue('northw')
  await expect(table.getByRole('link')).toHaveText([northwind.name])
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(search).toHaveValue('')
  await expect(page.getByText('40 vendors', { exact: true })).toBeVisible()
  await expect(page).not.toHaveURL(/[?&]q=/)
})

test('a vendor is found in any script, without its accents, and by what it does', async ({
  page,
  open,
}) => {
  await open('/vendors')
  const search = page.getByRole('searchbox', { name: 'Search vendors' })
  const links = page.getByRole('table', { name: 'Vendors' }).getByRole('link')
  for (const [typed, name] of [
    ['ALESUND', 'Ålesund Værdata'],
    ['álesünd', 'Ålesund Værdata'],
    ['واحة', arabicVendor.name],
    ['みなと', japaneseVendor.name],
    ['payments north', northwind.name],
    ['bank payments', northwind.name],
  ] as const) {
    await search.fill(typed)
    await expect(links, `what “${typed}” finds`).toHaveText([name])
  }
})

test('a search that finds nothing says so and can be cleared', async ({ page, open }) => {
  await open('/vendors?q=zzz')
  await expect(page.getByRole('heading', { name: 'No vendor matches the search' })).toBeVisible()
  await expect(page.getByText('0 of 40 vendors')).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByRole('table', { name: 'Vendors' })).toBeVisible()
  await expect(page.getByText('40 vendors', { exact: true })).toBeVisible()
})

for (const { column, dir, first, reversed, last } of [
  {
    column: 'Name',
    dir: ['ascending', 'descending'],
    first: 'Ålesund Værdata',
    reversed: japaneseVendor.name,
    last: 'Ålesund Værdata',
  },
  {
    column: 'Risk',
    dir: ['descending', 'ascending'],
    first: 'Cinder & Sable Fraud',
    reversed: 'Inkwell & Thistle',
    // A value that is not stated is neither high nor low.
    last: 'Hearthside Devices',
  },
] as const) {
  test(`vendors are ordered by ${column.toLowerCase()}, both ways`, async ({ page, open }) => {
    await open('/vendors')
    const table = page.getByRole('table', { name: 'Vendors' })
    const header = columnOf(table, column)
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', dir[0])
    await expect(firstOf(table)).toHaveText(first)
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', dir[1])
    await expect(firstOf(table)).toHaveText(reversed)
    await expect(columnOf(table, 'Updated')).not.toHaveAttribute('aria-sort')
    await page.reload()
    await expect(firstOf(table)).toHaveText(reversed)
    await firstOf(table).press('End')
    await expect(table.getByRole('link', { name: last })).toBeFocused()
  })
}

test('vendors are ordered by their next deadline, those without one last', async ({
  page,
  open,
}) => {
  await open('/vendors')
  const table = page.getByRole('table', { name: 'Vendors' })
  const lastRow = table.getByRole('row').last()
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Next deadline')
  await expect(page).toHaveURL(/sort=deadline&dir=ASC/)
  await expect(columnOf(table, 'Next deadline')).toHaveAttribute('aria-sort', 'ascending')
  await expectTimesInOrder(table, 'ascending')
  await firstOf(table).press('End')
  await expect(lastRow).toContainText('No open review')

  await columnOf(table, 'Next deadline').getByRole('button').click()
  await expect(page).toHaveURL(/sort=deadline(&|$)/)
  await expect(columnOf(table, 'Next deadline')).toHaveAttribute('aria-sort', 'descending')
  await expectTimesInOrder(table, 'descending')
  await firstOf(table).press('End')
  await expect(lastRow).toContainText('No open review')
})

test('an order can be chosen, bookmarked and left again', async ({ page, open }) => {
  await open('/vendors?sort=added')
  const table = page.getByRole('table', { name: 'Vendors' })
  const sort = page.getByRole('combobox', { name: 'Sort' })
  await expect(sort.getByRole('option', { selected: true })).toHaveText('Recently added')
  await expect(firstOf(table)).toHaveText(northwind.name)
  await sort.selectOption('Critical')
  await expect(rowOf(table, 'Cinder & Sable Fraud')).toContainText('Yes')
  await expect(firstOf(table)).toHaveText('Cinder & Sable Fraud')
  await sort.selectOption('Recently updated')
  await expect(firstOf(table)).toHaveText(NEWEST)
  await expect(page).not.toHaveURL(/sort=/)
})

test('an address that was mangled still opens the list', async ({ page, open }) => {
  await open('/vendors?sort=shoe&dir=sideways&q=&page=7')
  await expect(firstOf(page.getByRole('table', { name: 'Vendors' }))).toHaveText(NEWEST)
})

test('the keyboard moves along the rows and opens one', async ({ page, open }) => {
  await open('/vendors')
  const table = page.getByRole('table', { name: 'Vendors' })
  await columnOf(table, 'Updated').getByRole('button').focus()
  await page.keyboard.press('Tab')
  await expect(table.getByRole('checkbox', { name: `Select ${NEWEST}` })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(table.getByRole('link', { name: NEWEST })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(table.getByRole('link', { name: SECOND })).toBeFocused()
  await page.keyboard.press('End')
  await expect(table.getByRole('link', { name: OLDEST })).toBeFocused()
  await expect(table.getByRole('link', { name: OLDEST })).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(table.getByRole('link', { name: NEWEST })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(table.getByRole('link', { name: NEWEST })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: NEWEST })).toBeFocused()
})

test('a page that fails leaves the others and can be asked for again @live', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/status of 500/)
  const failure = { status: 500, headers: FORWARDED, json: { statusCode: 500 } }
  await page.route(/\/v2\/vendors\?.*cursor=/, (route) => route.fulfill(failure), { times: 1 })
  await open('/vendors', { scenario: 'many' })
  const table = page.getByRole('table', { name: 'Vendors' })
  await table.hover()
  await page.mouse.wheel(0, 20_000)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('could not list the vendors')
  await expectRowInSight(table, 51)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toBeHidden()
  await expectRowInSight(table, 52)
})
