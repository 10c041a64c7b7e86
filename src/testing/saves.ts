import { setImmediate } from 'node:timers/promises'
import { vi } from 'vitest'
import { reviewService } from '../api/saving/review-service.ts'
import { type ReviewKey, type SaveEnd, type SaveRun, saveWork } from '../api/saving/save-work.ts'
import { emptySocEdit, type SocEdit } from '../domain/soc/edit.ts'
import { maySend } from '../domain/work/sendable.ts'
import { toValues } from '../domain/work/values.ts'
import { newWork, type Work } from '../domain/work/work.ts'
import { TODAY } from './soc-saves.ts'

/** A form with only findings and a firm. */
export const formOf = (findings: readonly string[], firm: string | null = null): SocEdit => {
  const form = emptySocEdit()
  form.findings.findings = findings.map((description) => ({ description }))
  form.cpaFirm.cpaFirm = firm
  return form
}

/** Work that changes one form into another. */
export const workFrom = (
  [baseTitle, base]: [title: string, form: SocEdit],
  [title, form]: [title: string, form: SocEdit],
): Work => ({ ...newWork(toValues(baseTitle, base)), mine: toValues(title, form) })

/** Everything that was kept during a save, in order. */
export interface SaveRecord {
  kept: Work[]
  end: Promise<SaveEnd>
}

/** Saves a work through the app's own transport, without a page. */
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
  // The caller of `end` handles the failure.
  end.catch(() => undefined)
  return { kept, end }
}

/** A work as a page that opens later reads it: to that page, all requests have just ended. */
export const reopened = (work: Work): Work => ({
  ...work,
  journal: work.journal.map((request) => ({ ...request, endedAt: performance.now() })),
})

/** The last work that was kept. */
export const lastOf = (kept: readonly Work[]): Work => {
  const last = kept.at(-1)
  if (!last) throw new Error('Nothing was kept.')
  return last
}

/** Saves from one form to another. */
export const save = (key: ReviewKey, base: SocEdit, target: SocEdit, title = 'SOC 2') =>
  startSave(key, workFrom([title, base], [title, target])).end

/** Advances a fake clock until something has ended. */
export const untilOver = async <R>(run: Promise<R>): Promise<R> => {
  const end = run.catch(() => undefined).then(() => true)
  const pass = async (): Promise<false> => {
    await vi.advanceTimersByTimeAsync(250)
    await setImmediate()
    return false
  }
  while (!(await Promise.race([end, pass()])));
  return run
}
