import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'

const { empty } = LANDMARKS

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
