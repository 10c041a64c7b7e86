import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'

const { completed, empty, large } = LANDMARKS

/** The four lists: the panel, the word for an item, and the name of an item's first text. */
const LISTS = [
  { section: 'findings', noun: 'finding', text: 'Finding' },
  { section: 'endUserControls', noun: 'user control', text: 'User control' },
  { section: 'servicesAndLocations', noun: 'service', text: 'Service' },
  { section: 'servicesAndLocations', noun: 'location', text: 'City' },
] as const

for (const { section, noun, text } of LISTS) {
  test(`each ${noun} can be added, changed, removed, brought back and moved`, async ({
    page,
    open,
  }) => {
    await open(`${reviewPath(empty)}?open=${section}`)
    const item = (number: number) =>
      page.getByRole('textbox', { name: `${text} ${number}`, exact: true })
    const values = () =>
      page
        .getByRole('textbox', { name: new RegExp(`^${text} \\d+$`) })
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLTextAreaElement).value))
    const saveAndReload = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
      await page.reload()
      await expect(item(1)).toBeVisible()
    }

    for (const [index, word] of ['one', 'two', 'three'].entries()) {
      await page.getByRole('button', { name: `Add ${noun}`, exact: true }).click()
      await item(index + 1).fill(word)
    }
    await saveAndReload()
    expect(await values()).toEqual(['one', 'two', 'three'])

    await item(2).fill('two, changed')
    await page.getByRole('button', { name: `Remove ${noun} 1`, exact: true }).click()
    await expect(item(3)).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(item(1)).toHaveValue('one')
    await page.getByRole('button', { name: `Remove ${noun} 3`, exact: true }).click()
    await saveAndReload()
    expect(await values()).toEqual(['one', 'two, changed'])

    await page.getByRole('button', { name: `Move ${noun} 1`, exact: true }).press('ArrowDown')
    await expect(item(2)).toHaveValue('one')
    await saveAndReload()
    expect(await values()).toEqual(['two, changed', 'one'])
  })
}

test('the controls that are not in place can be looked at alone', async ({ page, open }) => {
  await open(`${reviewPath(large)}?open=endUserControls`)
  const boxes = page.getByRole('checkbox', { name: /^In place \d+$/ })
  await expect(boxes).toHaveCount(60)
  const open60 = await page.getByText(/^\d+ of 60 in place$/).textContent()
  const inPlace = Number.parseInt(open60 ?? '', 10)
  const filter = page.getByRole('radiogroup', { name: 'Show controls' })
  await filter.getByRole('radio', { name: `Not in place (${60 - inPlace})` }).check()
  await expect(boxes).toHaveCount(60 - inPlace)
  const first = boxes.first()
  const name = await first.getAttribute('aria-label')
  // One that is answered stays until the filter is chosen again, and one that is added is there.
  await first.check()
  await expect(page.getByText(`${inPlace + 1} of 60 in place`)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: name ?? '', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Add user control' }).click()
  await expect(page.getByRole('textbox', { name: 'User control 61' })).toBeFocused()
  await filter.getByRole('radio', { name: 'All' }).check()
  await expect(boxes).toHaveCount(61)
  await filter.getByRole('radio', { name: /^Not in place/ }).check()
  await expect(boxes).toHaveCount(60 - inPlace)
  await expect(page.getByRole('checkbox', { name: name ?? '', exact: true })).toBeHidden()
})

test('a completed review says how many controls are in place', async ({ page, open }) => {
  await open(`${reviewPath(completed)}?open=endUserControls`)
  const panel = page.getByRole('region', { name: 'End-user controls' })
  await expect(panel.getByText(/^\d+ of \d+ in place$/)).toBeVisible()
})
