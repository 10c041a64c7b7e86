import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { explainError } from '../api/explain-error.ts'
import { type SaveOutcome, saveReviewMutation, takeOver } from '../api/saving/save-review.ts'
import {
  checkSocEdit,
  checkTitle,
  type EditErrors,
  keepSections,
  sectionsOf,
} from '../domain/edit-check.ts'
import { mergeAfterSave } from '../domain/merge-edit.ts'
import type { Review } from '../domain/review.ts'
import { isSame, type SocEdit, type SocListId } from '../domain/soc-edit.ts'
import { SOC_SECTIONS } from '../domain/soc-sections.ts'
import { localDay } from '../lib/dates.ts'
import type { EditTracker } from './edit-tracker.ts'
import { type ReviewEditValues, toEditValues } from './edit-values.ts'

/** A list that someone else changed: theirs beside mine. */
export interface SaveConflict {
  lists: readonly SocListId[]
  theirs: ReviewEditValues
}

/** Saving, as the page sees it. */
export interface Saving {
  isSaving: boolean
  /** Why nothing or not everything was saved, in a sentence. */
  failure: string | undefined
  conflict: SaveConflict | null
  save: () => Promise<void>
  settleConflict: () => void
  /** Ends a save that an earlier page left unfinished. @throws ApiError where it does not get through */
  settleUnfinished: (end: () => Promise<SaveOutcome>, saved: ReviewEditValues) => Promise<void>
}

/** Puts values into the form that the service or a decision changed; the others keep their cursor. */
export const applyToForm = (
  form: UseFormReturn<ReviewEditValues>,
  current: SocEdit,
  next: SocEdit,
): void => {
  for (const { id } of SOC_SECTIONS)
    for (const name of Object.keys({ ...current[id], ...next[id] })) {
      const [before, after] = [current[id], next[id]].map(
        (section) => (section as Record<string, unknown>)[name],
      )
      if (!isSame(before, after)) form.setValue(`form.${id}.${name}` as 'form', after as SocEdit)
    }
}

const leftOutSentence = (errors: EditErrors, titleError: string | undefined): string => {
  const bad = sectionsOf(errors)
  const titles = SOC_SECTIONS.filter(({ id }) => bad.includes(id)).map(({ title }) => title)
  const names = titleError === undefined ? titles : ['Title', ...titles]
  const [first] = [titleError, ...Object.values(errors)].filter((text) => text !== undefined)
  return `Not saved: ${names.join(', ')}. ${first ?? ''} Everything else is saved.`
}

/** Shows what is wrong in the fields that it is wrong in. */
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

/**
 * Saves what the form holds: only what changed, the valid sections without the invalid ones, and
 * nothing of a list that someone else has changed since.
 */
export const useSaving = (
  vendorId: number,
  review: Review,
  form: UseFormReturn<ReviewEditValues>,
  tracker: EditTracker,
): Saving => {
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation(
    saveReviewMutation(queryClient, vendorId, review.id),
  )
  const [failure, setFailure] = useState<string>()
  const [conflict, setConflict] = useState<SaveConflict | null>(null)
  const isBusy = useRef(false)
  const hasForm = review.socReviewForm !== undefined

  /** Takes over what the service has, but for what was typed meanwhile. */
  const adopt = useCallback(
    (fresh: ReviewEditValues, saved: ReviewEditValues): void => {
      const { values } = tracker.refresh()
      const merged = mergeAfterSave(values.form, saved.form, fresh.form)
      applyToForm(form, values.form, merged)
      if (values.title === saved.title) form.setValue('title', fresh.title)
      tracker.rebase(fresh)
    },
    [form, tracker],
  )

  const hear = useCallback(
    (outcome: SaveOutcome, saved: ReviewEditValues, left: string | undefined): void => {
      if (outcome.kind === 'conflict') {
        setConflict({ lists: outcome.lists, theirs: toEditValues(outcome.review) })
        setFailure('Someone else changed this review meanwhile. Choose what is to stay.')
        return
      }
      if (outcome.kind === 'saved') adopt(toEditValues(outcome.review), saved)
      setFailure(left)
    },
    [adopt],
  )

  const save = useCallback(async (): Promise<void> => {
    if (isBusy.current) return
    const { base, values } = tracker.refresh()
    const errors = hasForm ? checkSocEdit(values.form, localDay(new Date()), base.form) : {}
    const titleError = values.title === base.title ? undefined : checkTitle(values.title)
    showErrors(form, errors, titleError)
    const isWhole = Object.keys(errors).length === 0 && titleError === undefined
    const left = isWhole ? undefined : leftOutSentence(errors, titleError)
    const target = keepSections(base.form, values.form, sectionsOf(errors))
    const title = titleError === undefined ? values.title : base.title
    isBusy.current = true
    // Looked for anew by this save, which decides nothing: one whose dialog was still on its way.
    setConflict(null)
    try {
      const outcome = await mutateAsync({
        ...(hasForm && { intent: { base: base.form, target } }),
        ...(title !== base.title && { title: { base: base.title, target: title } }),
      })
      hear(outcome, { title, form: target }, left)
    } catch (error) {
      setFailure(explainError(error).sentence)
    } finally {
      isBusy.current = false
    }
  }, [form, tracker, hasForm, mutateAsync, hear])

  const settleUnfinished = useCallback(
    async (end: () => Promise<SaveOutcome>, saved: ReviewEditValues): Promise<void> => {
      const outcome = await end()
      await takeOver(queryClient, { vendorId, reviewId: review.id }, outcome)
      hear(outcome, saved, undefined)
    },
    [queryClient, vendorId, review.id, hear],
  )

  const settleConflict = useCallback(() => {
    setConflict(null)
    setFailure(undefined)
  }, [])

  return useMemo(
    () => ({ isSaving: isPending, failure, conflict, save, settleConflict, settleUnfinished }),
    [isPending, failure, conflict, save, settleConflict, settleUnfinished],
  )
}
