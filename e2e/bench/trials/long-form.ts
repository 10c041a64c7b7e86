import { quantile } from '../stats.ts'
import { type Visit, visit } from '../visit.ts'
import { type FormSize, longFormPath } from '../world.ts'
import type { Run } from './trial.ts'

const KEYS = 50

const openPanels = ({ page, time }: Visit, items: FormSize): Promise<number> =>
  time({ selector: '[role="listitem"] textarea', atLeast: items }, () =>
    page.getByRole('button', { name: 'Expand all' }).click(),
  )

/** Types in the middle of the form. @returns the 98th percentile from a key to its paint */
const type = async ({ page, rest }: Visit, items: FormSize): Promise<number> => {
  await page.getByRole('textbox', { name: `User control ${items / 2}`, exact: true }).click()
  await rest()
  await page.evaluate(() => {
    window.vitals.keys = []
  })
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x', { delay: 30 })
    // The next key comes once this one is painted, as with a person who types.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }),
    )
  }
  await rest()
  return quantile(await page.evaluate(() => window.vitals.keys), 0.98)
}

/** Opens a review whose form has this many items, opens all panels, and types. */
export const longForm =
  (items: FormSize): Run =>
  async ({ browser, sites }, subject, profile) =>
    visit(browser, sites[subject].url, profile, { selector: 'h1' }, async (visited) => {
      const { page, arrive, rest, memory } = visited
      const shift = (): Promise<number> => page.evaluate(() => window.vitals.shift)
      await arrive(longFormPath(items))
      await rest()
      const shiftBefore = await shift()
      const panels = subject === 'live' ? await openPanels(visited, items) : Number.NaN
      await rest()
      const shiftOpened = await shift()
      const key = await type(visited, items)
      return {
        [`panels${items}`]: panels,
        [`key${items}`]: key,
        [`formHeap${items}`]: (await memory()).heap,
        // Opening panels moves what is below on purpose, which is no layout shift of the page.
        [`formShift${items}`]: shiftBefore + (await shift()) - shiftOpened,
      }
    })
