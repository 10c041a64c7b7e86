import type { Browser, Locator, Page } from '@playwright/test'
import { createAnalyst, GaveUp } from './analyst.ts'
import { finalizeReview, reopenReview } from './decision.ts'
import { drawEntries } from './entries.ts'
import { uploadFiles } from './files.ts'
import type { Job } from './job.ts'
import { withinLimit } from './job-limit.ts'
import { beginning, differences } from './progress.ts'
import { saveRound } from './saving.ts'
import type { Stack } from './stack.ts'
import { createReview, openNewReview } from './start.ts'
import { readTruth, resetService } from './truth.ts'
import { createWeather, randomOf } from './weather.ts'

/** The result of a job. */
export interface JobResult {
  job: number
  /** What is lost, doubled, or different from what the page said; empty where all is well. */
  problems: readonly string[]
  /** The step at which the analyst gave up, since the bad day did not end. */
  gaveUp: string | undefined
  faults: readonly string[]
  diary: readonly string[]
  /** Words of one analyst that the other's save overwrote, where no client can prevent it. */
  writtenOver?: readonly string[]
  /** Words that a save added a second time, where no client can prevent it. */
  addedTwice?: readonly string[]
  /** The requests about the review, in the order in which they reached the service. */
  order?: readonly string[]
}

/** The share of jobs whose bad day does not end. In these, the page must say what is not saved. */
const ENDLESS = 0.15
const CLICK_LIMIT_MS = 6_000

const carryOut = async (job: Job): Promise<void> => {
  await openNewReview(job)
  await createReview(job)
  await uploadFiles(job)
  for (const round of job.entries.rounds.keys()) await saveRound(job, round)
  await finalizeReview(job)
  await reopenReview(job)
}

const savingState = (page: Page): Locator => page.getByRole('status', { name: 'Saving' })

/** Whether a page says that something went wrong, or is not saved. */
const saysSo = async (page: Page): Promise<boolean> => {
  const state = savingState(page)
  return (
    (await page.getByRole('alert').count()) > 0 ||
    (await page.getByRole('dialog', { name: 'This review may already exist' }).count()) > 0 ||
    (await state.filter({ hasText: /Not saved|Unsaved changes/ }).count()) > 0
  )
}

/** The text of a page, for the report of a failed job. */
const snapshotOf = (page: Page): Promise<string> =>
  page
    .locator('body')
    .ariaSnapshot()
    .catch(() => 'The page is blank.')

/** Runs the whole main job once, in a new browser context, on a bad day. */
export const runJob = async (
  browser: Browser,
  stack: Stack,
  seed: number,
  number: number,
): Promise<JobResult> => {
  const random = randomOf(seed, number, 'entries')
  const entries = drawEntries(random, number)
  const isEndless = random.chance(ENDLESS)
  const weather = createWeather(seed, number, isEndless)
  const [way] = stack.ways
  await resetService(stack.serviceUrl)
  way.set({ weather })

  const context = await browser.newContext({ baseURL: way.url, reducedMotion: 'reduce' })
  context.setDefaultTimeout(CLICK_LIMIT_MS)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(`The page threw: ${message}`))
  const analyst = createAnalyst(page, weather, isEndless)
  const progress = beginning()
  const check = async (): Promise<void> => {
    const found = differences(await readTruth(stack.serviceUrl), entries, progress)
    problems.push(...found.filter((problem) => !problems.includes(problem)))
  }

  let gaveUp: string | undefined
  try {
    await withinLimit('The job', carryOut({ analyst, entries, progress, check }))
  } catch (error) {
    if (!(error instanceof GaveUp)) problems.push(String(error), await snapshotOf(page))
    else if (await saysSo(page)) gaveUp = error.message
    // A save that arrived late may have ended well, without a notice.
    else if ((await savingState(page).textContent()) === 'Saved') progress.saved = progress.entered
    else problems.push(`${error.message}: not done, and the page does not say so.`)
  }
  await check()
  await context.close()
  // A request that arrives late must not reach the next job.
  await withinLimit('A request', way.idle()).catch((error: unknown) => {
    problems.push(String(error))
  })
  return { job: number, problems, gaveUp, faults: weather.log, diary: analyst.diary }
}
