import { expect, it } from 'vitest'
import { fieldsWith, found, quoteOf } from '../../testing/reports/made-reading.ts'
import { SOC_FIELDS } from '../soc/form-fields.ts'
import { ANSWERABLE_PATHS, itemFor, suggestionsAt } from './field-suggestions.ts'
import type { FieldReadings } from './suggestion.ts'

const NOTHING = fieldsWith()

it('answers the fields of the form by their paths', () => {
  expect(ANSWERABLE_PATHS).toHaveLength(Object.keys(NOTHING).length)
  const fields = {
    ...NOTHING,
    certification: found<'SOC_1' | 'SOC_2'>(['SOC_2', 'SOC 2', 1], ['SOC_1', 'SOC 1', 2]),
  }
  const [best, other] = suggestionsAt('complianceScope.certification', fields)
  expect(best).toMatchObject({ value: 'SOC_2', text: 'SOC 2', quote: [{ page: 1 }] })
  expect(other).toMatchObject({ text: 'SOC 1', quote: [{ page: 2 }] })
  expect(suggestionsAt('reportOpinion.encompassBusinessNeeds', fields)).toEqual([])
  expect(suggestionsAt('title', fields)).toEqual([])
  for (const { path } of SOC_FIELDS) expect(suggestionsAt(path, NOTHING)).toEqual([])
})

it('writes days, periods, criteria and locations as the screen does', () => {
  const fields: FieldReadings = {
    ...NOTHING,
    auditPeriodRange: found([{ start: '2025-04-01', end: '2026-03-31' }, 'throughout', 1]),
    trustServiceCriteria: found([['SECURITY', 'AVAILABILITY'], 'relevant to', 1]),
    locations: found(
      [{ city: 'Dublin', stateOrCountry: 'Ireland' }, 'Dublin', 1],
      [{ city: 'Oslo', stateOrCountry: '' }, 'Oslo', 1],
    ),
  }
  const textsAt = (path: string) => suggestionsAt(path, fields).map(({ text }) => text)
  expect(textsAt('complianceScope.auditPeriodRange')).toEqual(['1 Apr 2025 – 31 Mar 2026'])
  expect(textsAt('complianceScope.trustServiceCriteria')).toEqual(['Security, Availability'])
  expect(textsAt('servicesAndLocations.locations')).toEqual(['Dublin, Ireland', 'Oslo'])
})

it('makes one text of the subservice organizations, with all their quotes', () => {
  const path = 'subserviceOrganizations.subserviceOrganization'
  const fields = {
    ...NOTHING,
    subserviceOrganization: found([{ name: 'Ada' }, 'Ada', 1], [{ name: 'Bo' }, 'Bo', 2]),
  }
  const [only, ...others] = suggestionsAt(path, fields)
  expect(only).toMatchObject({ value: 'Ada, Bo', quote: [{ page: 1 }, { page: 2 }] })
  expect(others).toEqual([])
})

it('suggests no value where the report says that there is none', () => {
  const none = {
    status: 'none',
    quote: quoteOf('no subservice organizations', 1),
    rule: 'test',
  } as const
  const fields: FieldReadings = { ...NOTHING, subserviceOrganization: none, findings: none }
  expect(suggestionsAt('subserviceOrganizations.subserviceOrganization', fields)).toMatchObject([
    { value: null, text: 'None named' },
  ])
  expect(suggestionsAt('findings.findings', fields)).toEqual([])
})

it('adds items with all that the form holds of an item', () => {
  expect(itemFor('userControls', { description: 'Review access.' })).toEqual({
    description: 'Review access.',
    inPlace: false,
  })
  expect(itemFor('locations', { city: 'Oslo' })).toEqual({ city: 'Oslo', stateOrCountry: '' })
})
