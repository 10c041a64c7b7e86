import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOSTILE_TEXTS } from '../../../mocks/seed/hostile-texts.ts'
import { LANDMARKS } from '../../../mocks/seed/landmarks.ts'
import { openTestPage } from '../../../mocks/testing.ts'
import { LIMITS } from '../../domain/contract/enums.ts'
import { emptySocEdit, type SocEdit, toSocEdit } from '../../domain/soc/edit.ts'
import { toValues } from '../../domain/work/values.ts'
import { serve } from '../../testing/answers.ts'
import { save, startSave, workFrom } from '../../testing/saves.ts'
import { reviewActionMutation } from '../once/reviews/act-on-review.ts'
import { readReview } from '../security-reviews.ts'

const { northwind, empty, readyToFinalize } = LANDMARKS
const SHORT = HOSTILE_TEXTS.filter(({ length }) => length <= LIMITS.shortText)

/** A form with `texts` in every list, and `fields` in its text fields. */
const formOf = (texts: readonly string[], fields: readonly string[]): SocEdit => {
  const form = emptySocEdit()
  const short = texts.filter(({ length }) => length <= LIMITS.shortText)
  const [followUp = '', firm = '', procedure = '', organization = '', inclusive = ''] = fields
  form.reportOpinion.followUpActivity = followUp
  form.findings.findings = texts.map((description) => ({ description }))
  form.endUserControls.userControls = texts.map((description) => ({ description, inPlace: true }))
  form.servicesAndLocations.services = texts.map((name) => ({ name }))
  form.servicesAndLocations.locations = short.map((city) => ({ city, stateOrCountry: city }))
  form.cpaFirm.cpaFirm = firm
  form.cpaFirm.cpaProcedurePerformed = procedure
  form.subserviceOrganizations.subserviceOrganization = organization
  form.subserviceOrganizations.subserviceOrganizationProcedurePerformed = inclusive
  return toSocEdit(form)
}

const read = async (reviewId: number) => {
  const { title, note, socReviewForm } = await readReview(northwind.id, reviewId)
  return { note, values: toValues(title, socReviewForm) }
}

beforeEach(() => {
  const { askAt } = openTestPage()
  serve(({ method, url, body }) => askAt(url.pathname + url.search, method, body ?? undefined))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('three hundred hostile texts', () => {
  it('are saved in lists to the letter, added and replaced', async () => {
    const place = { vendorId: northwind.id, reviewId: empty.id }
    const steps = [HOSTILE_TEXTS, HOSTILE_TEXTS.toReversed(), HOSTILE_TEXTS.slice(100)]
    let base = emptySocEdit()
    for (const texts of steps) {
      const target = formOf(texts, [])
      await expect(save(place, base, target, empty.title)).resolves.toMatchObject({ kind: 'saved' })
      // Blank values are held back, because some services refuse them.
      expect((await read(empty.id)).values).toEqual(toValues(empty.title, target))
      base = target
    }
  })

  it('are saved as titles and in fields to the letter', async () => {
    let base = emptySocEdit()
    let before: string = empty.title
    for (const [index, text] of SHORT.entries()) {
      const others = [1, 2, 3, 4].map((step) => SHORT[(index + step) % SHORT.length] ?? '')
      const target = formOf([], [others[0] ?? '', text, ...others.slice(1)])
      const work = workFrom([before, base], [text, target])
      await startSave({ vendorId: northwind.id, reviewId: empty.id }, work).end
      expect((await read(empty.id)).values).toEqual(toValues(text, target))
      ;[base, before] = [target, text]
    }
  })

  it('are notes of decisions to the letter', async () => {
    const act = reviewActionMutation(new QueryClient(), northwind.id, readyToFinalize.id).mutationFn
    for (const note of SHORT) {
      await act?.({ action: 'finalize', decision: 'REJECTED', note }, {} as never)
      expect((await read(readyToFinalize.id)).note).toBe(note)
      await act?.({ action: 'reopen' }, {} as never)
    }
  })
})
