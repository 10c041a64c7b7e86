import type { Locator } from '@playwright/test'
import { DECISION_LABELS } from '../../src/domain/contract/labels.ts'
import type { Job } from './job.ts'
import type { Stage } from './progress.ts'

interface Action {
  name: 'Finalize' | 'Reopen'
  dialog: Locator
  /** Fills in the dialog. */
  answer: () => Promise<unknown>
  /** Whether the page shows that the decision is made. */
  isDone: () => Promise<boolean>
  setStage: (stage: Stage) => void
}

const perform = async (
  { analyst, check }: Job,
  { name, dialog, answer, isDone, setStage }: Action,
): Promise<void> => {
  const { page } = analyst
  const button = page.getByRole('button', { name, exact: true })
  const alert = dialog.getByRole('alert')
  const submit = dialog.getByRole('button', { name: `${name} review` })
  const submitAgain = dialog
    .filter({ has: page.getByRole('alert') })
    .getByRole('button', { name: `${name} review` })
  const ask = async (): Promise<void> => {
    await answer()
    setStage('open')
    await submit.click()
  }

  // The service may wrongly offer no action. Then the analyst reloads the page.
  const ifSilent = () => page.reload()
  await analyst.until(`${name}: offered`, () => button.isVisible(), { ifSilent })
  await button.click()
  await analyst.until(`${name}: asked`, () => submit.isVisible(), {
    // A missing chunk is loaded by a reload, which closes the dialog. After it, the service may wrongly
    // offer no action.
    ifSilent: async () => ((await button.isVisible()) ? button.click() : page.reload()),
  })
  await ask()
  await analyst.until(name, async () => (await isDone()) && !(await dialog.isVisible()), {
    reactions: [
      {
        name: 'failed: look, and again',
        sign: submitAgain,
        act: async () => {
          const said = (await alert.textContent()) ?? ''
          analyst.diary.push(said)
          if (await isDone()) {
            await dialog.getByRole('button', { name: 'Cancel' }).click()
            return
          }
          if (!said.includes('may still have done it')) {
            setStage('none')
            await check()
          }
          await ask()
        },
      },
    ],
  })
  setStage('done')
}

/** Finalizes the review with the job's decision. */
export const finalizeReview = async (job: Job): Promise<void> => {
  const { analyst, entries, progress } = job
  const { page } = analyst
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  const state = page.getByRole('list', { name: 'State' })
  const decision = DECISION_LABELS[entries.decision]
  await perform(job, {
    name: 'Finalize',
    dialog,
    answer: async () => {
      await dialog.getByRole('radio', { name: decision, exact: true }).check()
      await dialog.getByRole('textbox', { name: 'Note' }).fill(entries.decisionNote)
    },
    isDone: () => state.getByText('Completed', { exact: true }).isVisible(),
    setStage: (stage) => {
      progress.finalized = stage
    },
  })
}

/** Reopens the review, keeping its decision or not. */
export const reopenReview = async (job: Job): Promise<void> => {
  const { analyst, entries, progress } = job
  const { page } = analyst
  const dialog = page.getByRole('dialog', { name: 'Reopen review' })
  const state = page.getByRole('list', { name: 'State' })
  await perform(job, {
    name: 'Reopen',
    dialog,
    answer: () =>
      dialog
        .getByRole('checkbox', { name: 'Reset the decision to pending' })
        .setChecked(entries.isDecisionReset),
    isDone: () => state.getByText('In progress', { exact: true }).isVisible(),
    setStage: (stage) => {
      progress.reopened = stage
    },
  })
}
