import { useCallback, useMemo, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { checkSocEdit, checkTitle, type EditErrors, sectionsOf } from '../domain/soc/edit-check.ts'
import { SOC_SECTIONS } from '../domain/soc/sections.ts'
import { localDay } from '../lib/dates.ts'
import type { EditTracker } from './edit-tracker.ts'
import type { ReviewEditValues } from './edit-values.ts'
import type { ReviewWork, SaveResult } from './work-state.ts'

/** What the page can do about saving. */
export interface Saving {
  /** Checks the form, shows errors in their fields, and saves everything else. */
  save: (options?: { isAuto?: boolean }) => Promise<SaveResult>
  /** A sentence about what the last save left out because it has errors. */
  leftOut: string | undefined
}

/** The sentence that says which parts were not saved, and why. */
const leftOutSentence = (errors: EditErrors, titleError: string | undefined): string => {
  const bad = sectionsOf(errors)
  const titles = SOC_SECTIONS.filter(({ id }) => bad.includes(id)).map(({ title }) => title)
  const names = titleError === undefined ? titles : ['Title', ...titles]
  const [first] = [titleError, ...Object.values(errors)].filter((text) => text !== undefined)
  return `Not saved: ${names.join(', ')}. ${first ?? ''} Everything else is saved.`
}

/** Shows each error in its field. */
const showErrors = (
  form: UseFormReturn<ReviewEditValues>,
  errors: EditErrors,
  titleError: string | undefined,
): void => {
  form.clearErrors()
  for (const [path, message] of Object.entries(errors))
    form.setError(`form.${path}` as 'form', { message })
  if (titleError !== undefined) form.setError('title', { message: titleError })
}

/** Saves what the form holds. Values that the service would refuse are left out and reported. */
export const useSaving = (
  form: UseFormReturn<ReviewEditValues>,
  tracker: EditTracker,
  work: ReviewWork,
  hasForm: boolean,
): Saving => {
  const [leftOut, setLeftOut] = useState<string>()

  const save = useCallback<Saving['save']>(
    async (options) => {
      const { base } = tracker.refresh()
      const values = form.getValues()
      const errors = hasForm ? checkSocEdit(values.form, localDay(new Date()), base.form) : {}
      const titleError = values.title === base.title ? undefined : checkTitle(values.title)
      showErrors(form, errors, titleError)
      const result = await work.save(options)
      const isWhole = Object.keys(errors).length === 0 && titleError === undefined
      setLeftOut(isWhole || result !== 'saved' ? undefined : leftOutSentence(errors, titleError))
      return result
    },
    [form, tracker, work, hasForm],
  )
  return useMemo(() => ({ save, leftOut }), [save, leftOut])
}
