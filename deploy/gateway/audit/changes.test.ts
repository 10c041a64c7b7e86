import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesIn } from './changes.ts'

test('a save names what it sets, clears and adds to', () => {
  const body = {
    title: 'Hollis & Partners',
    socForm: {
      cpaFirm: { cpaFirm: 'Hollis', cpaFirmCountry: null },
      findings: { findings: [{ description: 'secret' }, {}], hasMaterialImpact: false },
      servicesAndLocations: { services: [], locations: null },
      reportOverview: { trustServiceCriteria: ['SECURITY'] },
    },
  }
  expect(changesIn(body)).toEqual({
    set: [
      'title',
      'socForm.cpaFirm.cpaFirm',
      'socForm.findings.hasMaterialImpact',
      'socForm.reportOverview.trustServiceCriteria',
    ],
    cleared: [
      'socForm.cpaFirm.cpaFirmCountry',
      'socForm.servicesAndLocations.services',
      'socForm.servicesAndLocations.locations',
    ],
    added: { 'socForm.findings.findings': 2 },
    others: 0,
  })
})

test('no body makes the entry long, or brings a text into it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 65 }), (value, long) => {
      const body = { [long]: value, note: long, socForm: { [long]: { a: 1 }, b: { c: long } } }
      const text = JSON.stringify(changesIn(body))
      expect(text).not.toContain(JSON.stringify(long).slice(1, -1))
      expect(text.length).toBeLessThan(40_000)
    }),
  )
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`n${index}`, 1]))
  expect(changesIn(many)).toMatchObject({ others: 4_800 })
})
