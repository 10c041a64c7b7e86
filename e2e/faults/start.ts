import { heading, type Job } from './job.ts'
import type { Stage } from './progress.ts'
import { VENDOR } from './truth.ts'

/** Opens the vendor, and from there the form of a new review. */
export const openNewReview = async ({ analyst }: Job): Promise<void> => {
  const { page } = analyst
  await page.goto(`/vendors/${VENDOR.id}/security-reviews`)
  await analyst.until('opening the vendor', () => heading(page, VENDOR.name).isVisible())
  await page.getByRole('link', { name: 'New review' }).first().click()
  await analyst.until('opening the form', () => heading(page, 'New review').isVisible())
}

/** Creates the review, with its report where the job says so, and arrives on its page. */
export const createReview = async (job: Job): Promise<void> => {
  const { analyst, entries, progress, check } = job
  const { page } = analyst
  const title = page.getByLabel('Title', { exact: true })
  const button = page.getByRole('button', { name: 'Create review' })
  const dialog = page.getByRole('dialog', { name: 'This review may already exist' })
  const candidate = dialog.getByRole('link', { name: entries.title })
  const lookAgain = dialog.getByRole('button', { name: 'Look again' })
  const failed = page.getByRole('alert').filter({ hasText: 'No review was created' })

  const setStage = (stage: Stage): void => {
    progress.review = stage
    if (entries.isReportWithReview) progress.files.set(entries.report.name, stage)
  }
  const send = async (): Promise<void> => {
    // After a reload the form is empty.
    if ((await title.inputValue()) !== entries.title) {
      await title.fill(entries.title)
      await page.getByLabel('Type', { exact: true }).selectOption('SOC report')
      await page.getByLabel('Note', { exact: true }).fill(entries.note)
      if (entries.isReportWithReview)
        await page.getByLabel('Report file').setInputFiles(entries.report)
    }
    setStage('open')
    await button.click()
  }

  await send()
  await analyst.until('creating', () => heading(page, entries.title).isVisible(), {
    reactions: [
      {
        name: 'it may exist: open it',
        sign: candidate.first(),
        act: () => candidate.first().click(),
      },
      { name: 'it may exist: look again', sign: lookAgain, act: () => lookAgain.click() },
      {
        name: 'no review was created: again',
        sign: page
          .getByRole('main')
          .filter({ has: failed })
          .getByRole('button', { name: 'Create review' }),
        act: async () => {
          setStage('none')
          await check()
          await send()
        },
      },
    ],
  })
  setStage('done')
}
