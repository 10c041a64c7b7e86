import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edit } from '../../testing/soc-saves.ts'
import { emptySocEdit, toSocEdit } from './edit.ts'

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
    const normalized = toSocEdit(of)
    expect(normalized.cpaFirm).toEqual({
      ...emptySocEdit().cpaFirm,
      cpaFirm: null,
      cpaProcedurePerformed: 'one\ntwo\nthree',
    })
    expect(normalized.findings.findings).toEqual([{ description: 'a\nb' }])
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

  it('keeps fields of items that the app does not know', () => {
    const of = emptySocEdit()
    of.findings.findings = [{ description: 'a', severity: 'HIGH' } as { description: string }]
    expect(toSocEdit(of).findings.findings).toEqual([{ description: 'a', severity: 'HIGH' }])
  })
})
