import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { SocEdit } from '../../src/domain/soc/edit.ts'
import type { Reaction } from './analyst.ts'
import type { Job } from './job.ts'
import { fillForm, pickReviewer } from './soc-form.ts'

/** How often the page is reloaded before a reviewer must be there to pick. */
const MAX_RELOADS = 6
const MAX_TIMES_TYPED = 3

const controlsOf = (page: Page) => {
  const alertWith = (text: string) =>
    page.getByRole('alert').getByRole('button', { name: text, exact: true })
  const conflict = page.getByRole('dialog', { name: 'Someone else changed this review' })
  return {
    state: page.getByRole('status', { name: 'Saving' }),
    save: page.getByRole('button', { name: 'Save', exact: true }).first(),
    retry: alertWith('Retry'),
    // The oldest unfinished save, where there are several.
    finish: alertWith('Finish saving').first(),
    conflict,
    keepMine: conflict.getByRole('radio', { name: 'Keep mine' }),
  }
}

const openPanels = async (page: Page): Promise<void> => {
  const expand = page.getByRole('button', { name: 'Expand all' })
  if (await expand.isVisible()) await expand.click()
}

/** Types what is missing. Drafts are restored after a reload, so nothing is typed twice. */
const enter = async ({ analyst }: Job, edit: SocEdit, step: string): Promise<void> => {
  const { page, diary } = analyst
  const { save } = controlsOf(page)
  await openPanels(page)
  for (let reloads = 0; ; reloads++) {
    if (await pickReviewer(page, edit.reviewerInformation.reviewer ?? '')) break
    if (reloads === MAX_RELOADS) throw new Error('There is no reviewer to pick.')
    diary.push(`${step}: no reviewer to pick, reload`)
    await page.reload()
    await analyst.until(`${step}: opening it again`, () => save.isVisible())
    await openPanels(page)
  }
  for (let times = 1; ; times++) {
    try {
      await fillForm(page, edit)
      return
    } catch (error) {
      if (times === MAX_TIMES_TYPED) throw error
      // The page may have moved under the pointer, so that a click missed.
      diary.push(`${step}: entering it again after ${String(error).split('\n', 1)[0]}`)
    }
  }
}

/** Enters a form and saves it. The page is killed during the save where the job says so. */
export const saveRound = async (job: Job, round: number): Promise<void> => {
  const { analyst, entries, progress } = job
  const { page, diary } = analyst
  const { state, save, retry, finish, conflict, keepMine } = controlsOf(page)
  const wanted = entries.rounds[round]
  if (!wanted) throw new Error(`There is no round ${round}.`)
  const step = `saving ${round + 1}`
  const says = async (word: string): Promise<boolean> => (await state.textContent()) === word
  const finishIt: Reaction = { name: 'finish saving', sign: finish, act: () => finish.click() }
  const saveIt: Reaction = {
    name: 'not saved yet: save',
    sign: page
      .getByRole('main')
      .filter({ has: state.filter({ hasText: 'Unsaved changes' }) })
      .getByRole('button', { name: 'Save', exact: true })
      .first(),
    act: () => save.click(),
  }

  progress.entered = wanted
  await enter(job, wanted, step)
  await analyst.until(`${step}: entered`, () => says('Unsaved changes'))
  await save.click()
  const isKilled = entries.killedRound === round
  if (isKilled) {
    await pause(entries.killedAfterMs)
    diary.push(`${step}: the page is killed`)
    await page.reload()
    const reactions = [finishIt]
    await analyst.until(`${step}: opening it again`, () => save.isVisible(), { reactions })
    await enter(job, wanted, step)
    await save.click()
  }
  await analyst.until(step, () => says('Saved'), {
    reactions: [
      finishIt,
      {
        name: 'someone else changed it: keep mine',
        sign: keepMine.first(),
        act: async () => {
          for (const mine of await keepMine.all()) await mine.check()
          await conflict.getByRole('button', { name: 'Save' }).click()
        },
      },
      { name: 'not saved: retry', sign: retry, act: () => retry.click() },
      // Only now may the page restore what was typed before it was killed.
      ...(isKilled ? [saveIt] : []),
    ],
  })
  progress.saved = wanted
}
