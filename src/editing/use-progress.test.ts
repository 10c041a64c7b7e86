import { describe, expect, it } from 'vitest'
import { socFormSchema } from '../domain/contract/soc-form.ts'
import { emptySocEdit, type SocEdit } from '../domain/soc/edit.ts'
import { createStore } from '../lib/store.ts'
import type { EditSnapshot } from './edit-tracker.ts'
import { watchProgress } from './use-progress.ts'

const form = socFormSchema.parse({})
const base = { title: 'SOC 2', form: emptySocEdit() }
const typed = (change: Partial<SocEdit>): EditSnapshot => ({
  base,
  values: { title: 'SOC 2', form: { ...base.form, ...change } },
  isDirty: true,
  isUnsaved: true,
})
const withFirm = (cpaFirm: string) => typed({ cpaFirm: { ...base.form.cpaFirm, cpaFirm } })

const watched = (isReadOnly = false) => {
  const tracker = createStore(typed({}))
  const progress = watchProgress(form, tracker, isReadOnly)
  const missing = () => progress.getState().missing.map(({ path }) => path)
  return { tracker, progress, missing }
}

describe('the progress of a form', () => {
  it('is a forecast of what is typed', () => {
    const { tracker, missing } = watched()
    expect(missing()).toContain('cpaFirm.cpaFirm')
    tracker.setState(withFirm('Hollis'))
    expect(missing()).not.toContain('cpaFirm.cpaFirm')
    tracker.setState(typed({}))
    expect(missing()).toContain('cpaFirm.cpaFirm')
  })

  it('stays the same object while nothing is gained or lost', () => {
    const { tracker, progress } = watched()
    tracker.setState(withFirm('H'))
    const before = progress.getState()
    tracker.setState(withFirm('Hollis and Partners'))
    expect(progress.getState()).toBe(before)
  })

  it('forecasts nothing where nothing can be typed', () => {
    const { tracker, progress } = watched(true)
    const before = progress.getState()
    tracker.setState(withFirm('Hollis'))
    expect(progress.getState()).toBe(before)
  })
})
