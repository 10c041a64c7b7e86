import { reviewService } from '../api/saving/review-service.ts'
import { type ReviewKey, type SaveEnd, type SaveRun, saveWork } from '../api/saving/save-work.ts'
import type { SocEdit } from '../domain/soc-edit.ts'
import { maySend } from '../domain/work/sendable.ts'
import { toValues } from '../domain/work/values.ts'
import { newWork, type Work } from '../domain/work/work.ts'
import { TODAY } from './soc-saves.ts'

/** Work that goes from one form to another. */
export const workFrom = (
  [baseTitle, base]: [title: string, form: SocEdit],
  [title, form]: [title: string, form: SocEdit],
): Work => ({ ...newWork(toValues(baseTitle, base)), mine: toValues(title, form) })

/** Everything that was kept during a save, the last of it last. */
export interface SaveRecord {
  kept: Work[]
  end: Promise<SaveEnd>
}

/** Saves a work through the app's own transport, as a page does without the page. */
export const startSave = (
  key: ReviewKey,
  work: Work,
  more: Partial<Pick<SaveRun, 'decided' | 'onProgress'>> = {},
): SaveRecord => {
  const kept: Work[] = [work]
  const end = saveWork(reviewService, {
    key,
    work,
    maySend: (path, value) => maySend(path, value, lastOf(kept).base, TODAY),
    keep: (next) => {
      kept.push(next)
      return Promise.resolve()
    },
    ...more,
  })
  // A failure is looked at where the end is awaited.
  end.catch(() => undefined)
  return { kept, end }
}

/** The work as it was kept last: what a page that opens later goes on with. */
export const lastOf = (kept: readonly Work[]): Work => {
  const last = kept.at(-1)
  if (!last) throw new Error('Nothing was kept.')
  return last
}

/** Saves from one form to another. */
export const save = (key: ReviewKey, base: SocEdit, target: SocEdit, title = 'SOC 2') =>
  startSave(key, workFrom([title, base], [title, target])).end
