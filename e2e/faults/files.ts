import { listedAs, uploadOf, uploadsOf } from '../files-helpers.ts'
import type { Reaction } from './analyst.ts'
import type { EnteredFile } from './entries.ts'
import type { Job } from './job.ts'

const upload = async (
  { analyst, progress, check }: Job,
  list: 'Documents' | 'Questionnaires',
  label: string,
  files: readonly EnteredFile[],
): Promise<void> => {
  const { page } = analyst
  const retry = ({ name }: EnteredFile): Reaction => {
    const item = uploadOf(page, name)
    const button = item.getByRole('button', { name: `Retry ${name}` })
    return {
      name: `${name} failed: retry`,
      sign: button,
      act: async () => {
        const said = (await item.getByRole('alert').textContent()) ?? ''
        analyst.diary.push(said)
        // Where one cannot tell whether it arrived, the page says so.
        progress.files.set(name, said.includes('whether') ? 'open' : 'none')
        await check()
        progress.files.set(name, 'open')
        await button.click()
      },
    }
  }
  const areUploaded = async (): Promise<boolean> => {
    for (const { name } of files) {
      if (!(await uploadOf(page, name).getByText('Uploaded', { exact: true }).isVisible()))
        return false
      progress.files.set(name, 'done')
    }
    return true
  }
  const areListed = async (): Promise<boolean> => {
    for (const { name } of files) if ((await listedAs(page, list, name).count()) !== 1) return false
    return true
  }

  for (const { name } of files) progress.files.set(name, 'open')
  await page.getByLabel(label).setInputFiles([...files])
  await analyst.until(`uploading ${list}`, areUploaded, { reactions: files.map(retry) })
  await uploadsOf(page).getByRole('button', { name: 'Clear' }).click()
  await analyst.until(`seeing ${list}`, areListed)
}

/** Uploads the questionnaires, and the report unless it came with the review. */
export const uploadFiles = async (job: Job): Promise<void> => {
  const { report, isReportWithReview, questionnaires } = job.entries
  if (!isReportWithReview) await upload(job, 'Documents', 'Upload report', [report])
  await upload(job, 'Questionnaires', 'Upload questionnaires', questionnaires)
}
