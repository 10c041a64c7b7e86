import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edit } from '../testing/soc-saves.ts'
import { emptySocEdit, pickFields, rebase, toSocEdit } from './soc-edit.ts'

describe('an edit', () => {
  it('has one spelling: written once more it is the same', () => {
    fc.assert(
      fc.property(edit, (of) => {
        expect(toSocEdit(of)).toEqual(of)
      }),
    )
  })

  it('takes an empty text for none, and every end of a line for the same', () => {
    const of = emptySocEdit()
    of.cpaFirm.cpaFirm = ''
    of.cpaFirm.cpaProcedurePerformed = 'one\r\ntwo\rthree'
    of.findings.findings = [{ description: 'a\r\nb' }]
    const spelled = toSocEdit(of)
    expect(spelled.cpaFirm).toEqual({
      cpaFirm: null,
      cpaProcedurePerformed: 'one\ntwo\nthree',
    })
    expect(spelled.findings.findings).toEqual([{ description: 'a\nb' }])
  })

  it('puts the criteria into the order of the contract, each once, unknown ones last', () => {
    const of = emptySocEdit()
    of.complianceScope.trustServiceCriteria = ['RESILIENCE', 'PRIVACY', 'AVAILABILITY', 'PRIVACY']
    expect(toSocEdit(of).complianceScope.trustServiceCriteria).toEqual([
      'AVAILABILITY',
      'PRIVACY',
      'RESILIENCE',
    ])
  })

  it('can be made field by field', () => {
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        expect(pickFields(() => one)).toEqual(one)
        const mixed = pickFields((valueOf) =>
          valueOf(one) === one.findings.findings ? other : one,
        )
        expect(mixed.findings.findings).toEqual(other.findings.findings)
        expect(mixed.cpaFirm).toEqual(one.cpaFirm)
      }),
    )
  })
})

describe('an edit carried over to what the service has now', () => {
  it('follows the service where nothing was edited', () => {
    fc.assert(
      fc.property(edit, edit, (base, now) => {
        expect(rebase(base, structuredClone(base), now)).toEqual({ base: now, edit: now })
      }),
    )
  })

  it('takes for unedited what the service has by now as it was edited', () => {
    fc.assert(
      fc.property(edit, edit, (base, now) => {
        expect(rebase(base, structuredClone(now), now)).toEqual({ base: now, edit: now })
      }),
    )
  })

  it('keeps what was edited, and what it was edited from', () => {
    const base = emptySocEdit()
    const edited = structuredClone(base)
    edited.cpaFirm.cpaFirm = 'mine'
    const now = structuredClone(base)
    now.cpaFirm.cpaFirm = 'theirs'
    now.reportOpinion.followUpActivity = 'theirs'
    const carried = rebase(base, edited, now)
    expect(carried.edit.cpaFirm.cpaFirm).toBe('mine')
    expect(carried.base.cpaFirm.cpaFirm).toBeNull()
    expect(carried.edit.reportOpinion.followUpActivity).toBe('theirs')
    expect(carried.base.reportOpinion.followUpActivity).toBe('theirs')
  })
})
