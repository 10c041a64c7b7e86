import { quantile } from '../stats.ts'
import { FIRST_ROW, type Visit, visit } from '../visit.ts'
import type { ListSize } from '../world.ts'
import type { Run } from './trial.ts'

/** Turns of the wheel, and how far each goes: more than a thousand rows in all. */
const TURNS = { count: 60, pixels: 900 }

const scroll = async ({ page }: Visit) => {
  await page.getByRole('table').hover()
  await page.evaluate(() => window.vitals.countFrames())
  for (let turn = 0; turn < TURNS.count; turn++) await page.mouse.wheel(0, TURNS.pixels)
  const frames = await page.evaluate(() => window.vitals.frames)
  return { scrollFrame: quantile(frames, 0.95), scrollLongest: Math.max(...frames) }
}

/** Opens a list of a given length, waits for all of it, and scrolls through the longest. */
export const longList =
  (size: ListSize): Run =>
  async ({ browser, lists }, _subject, profile) => {
    const site = lists.get(size)
    if (!site) throw new Error(`There is no list of ${size}.`)
    return visit(browser, site.url, profile, FIRST_ROW, async (visited) => {
      const firstRow = await visited.arrive('/')
      const text = `${size.toLocaleString('en-GB')} reviews`
      const allRows = await visited.time(
        { selector: '[role="status"]', text, since: 'navigation' },
        () => Promise.resolve(),
      )
      await visited.rest()
      const { heap } = await visited.memory()
      return {
        [`firstRow${size}`]: firstRow / 1_000,
        [`allRows${size}`]: allRows / 1_000,
        [`listHeap${size}`]: heap,
        ...(size === 10_000 && (await scroll(visited))),
      }
    })
  }
