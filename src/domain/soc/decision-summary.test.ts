import { describe, expect, it } from 'vitest'
import { socFormSchema } from '../contract/soc-form.ts'
import { decisionSummary } from './decision-summary.ts'

const summaryOf = (form: Record<string, unknown>) =>
  Object.fromEntries(decisionSummary(socFormSchema.parse(form)))

const controls = (...inPlace: (boolean | null)[]) => ({
  endUserControls: {
    userControls: inPlace.map((is, index) => ({ description: `Control ${index}`, inPlace: is })),
  },
})

describe('what a decision rests on', () => {
  it('is the opinion, the findings, their impact, and the controls that are not in place', () => {
    expect(
      summaryOf({
        reportOpinion: { reportOpinion: 'QUALIFIED' },
        findings: {
          findings: [{ description: 'a' }, { description: 'b' }],
          hasMaterialImpact: true,
        },
        ...controls(true, false, true, false, true),
      }),
    ).toEqual({
      'Report opinion': 'Qualified',
      Findings: '2',
      'Material impact': 'Yes',
      'User controls not in place': '2 of 5',
    })
  })

  it('says what an empty form does not state, and nothing about an impact', () => {
    expect(summaryOf({})).toEqual({
      'Report opinion': 'Not stated',
      Findings: '0',
      'User controls not in place': '0 of 0',
    })
  })

  it('counts controls that nobody has judged apart, since they may be in place', () => {
    expect(summaryOf(controls(null, false, true, null))['User controls not in place']).toBe(
      '1 of 4, 2 not stated',
    )
  })

  it('shows an opinion that is newer than the app as it came', () => {
    expect(summaryOf({ reportOpinion: { reportOpinion: 'DEFERRED' } })['Report opinion']).toBe(
      'DEFERRED',
    )
  })
})
