import { setTimeout as pause } from 'node:timers/promises'
import { listedAs, uploadOf, uploadsOf } from '../helpers/files.ts'
import type { Reaction } from './analyst.ts'
import type { EnteredFile } from './entries.ts'
import type { Job } from './job.ts'

/** How long a list may take to load again when it is unclear whether a file arrived. */
const LIST_MS = 1_500

const upload = async (
  { analyst, progress, check }: Job,
  list: 'Documents' | 'Questionnaires',
  label: string,
  files: readonly EnteredFile[],
): Promise<void> => {
  const { page } = analyst
  const isListed = async (name: string): Promise<boolean> =>
    (await listedAs(page, list, name).count()) === 1
  /**
   * Looks for a file in a list that is up to date. @returns null where there is no such list yet
   */
  const lookAtList = async (name: string): Promise<boolean | null> => {
    const lookAgain = page
      .getByRole('region', { name: list })
      .getByRole('button', { name: 'Try again' })
    await pause(LIST_MS)
    if (await isListed(name)) return true
    if (await lookAgain.isVisible()) await lookAgain.click()
    else if (!(await page.getByText('No connection to Drata').isVisible())) return false
    return null
  }
  const retry = ({ name }: EnteredFile): Reaction => {
    const item = uploadOf(page, name)
    const button = item.getByRole('button', { name: `Retry ${name}` })
    return {
      name: `${name} failed: retry`,
      sign: button,
      act: async () => {
        const said = (await item.getByRole('alert').textContent()) ?? ''
        analyst.diary.push(said)
        const isThere = said.includes('Look for it in the list') ? await lookAtList(name) : false
        if (isThere) await item.getByRole('button', { name: `Remove ${name}` }).click()
        if (isThere !== false) return
        // Where the page says that it cannot tell whether the file arrived, the file stays open.
        progress.files.set(name, /whether|may have arrived/.test(said) ? 'open' : 'none')
        await check()
        progress.files.set(name, 'open')
        await button.click()
      },
    }
  }
  const isUploaded = async (name: string): Promise<boolean> => {
    const item = uploadOf(page, name)
    // After a reload the page knows no uploads, only files.
    if ((await item.count()) === 0) return isListed(name)
    return (await item.getByText('Uploaded', { exact: true }).count()) > 0
  }
  const isMissing = async (name: string): Promise<boolean> =>
    (await uploadOf(page, name).count()) === 0 && !(await isListed(name))
  const areAll = async (isSo: (name: string) => Promise<boolean>): Promise<boolean> => {
    for (const { name } of files) if (!(await isSo(name))) return false
    return true
  }
  const choose = async (): Promise<void> => {
    const missing: EnteredFile[] = []
    for (const file of files) if (await isMissing(file.name)) missing.push(file)
    for (const { name } of missing) progress.files.set(name, 'open')
    if (missing.length > 0) await page.getByLabel(label).setInputFiles(missing)
  }

  await analyst.until(`a place for ${list}`, () => page.getByLabel(label).isVisible())
  await choose()
  await analyst.until(`uploading ${list}`, () => areAll(isUploaded), {
    reactions: files.map(retry),
    ifSilent: choose,
  })
  for (const { name } of files) progress.files.set(name, 'done')
  const clear = uploadsOf(page).getByRole('button', { name: 'Clear' })
  if (await clear.isVisible()) await clear.click()
  await analyst.until(`seeing ${list}`, () => areAll(isListed))
}

/** Uploads the questionnaires, and the report unless it was sent with the review. */
export const uploadFiles = async (job: Job): Promise<void> => {
  const { report, isReportWithReview, questionnaires } = job.entries
  if (!isReportWithReview) await upload(job, 'Documents', 'Upload report', [report])
  await upload(job, 'Questionnaires', 'Upload questionnaires', questionnaires)
}
