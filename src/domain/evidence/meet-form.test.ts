import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fieldAt, SOC_FIELDS, SOC_LISTS, type SocPath } from '../soc/form-fields.ts'
import { foldedText, isStillHeld, meetItems, meetValue, newItems } from './meet-form.ts'

describe('a single value', () => {
  it.each<[SocPath, unknown, unknown, string]>([
    ['complianceScope.certification', 'SOC_2', null, 'free'],
    ['complianceScope.certification', 'SOC_2', 'SOC_2', 'same'],
    ['complianceScope.certification', 'SOC_2', 'SOC_1', 'differs'],
    ['cpaFirm.cpaFirm', 'Hale & Orrin LLP', '  hale &\nOrrin  llp. ', 'same'],
    ['cpaFirm.cpaFirm', 'Hale & Orrin LLP', '   ', 'free'],
    ['cpaFirm.cpaFirm', 'Hale & Orrin LLP', 'Hale LLP', 'differs'],
    ['complianceScope.trustServiceCriteria', ['A', 'B'], ['B', 'A'], 'same'],
    ['complianceScope.trustServiceCriteria', ['A', 'B'], ['A'], 'differs'],
    ['complianceScope.trustServiceCriteria', ['A'], [], 'free'],
    ['subserviceOrganizations.subserviceOrganization', null, null, 'same'],
    ['subserviceOrganizations.subserviceOrganization', null, 'Cloud', 'differs'],
    ['subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod', false, null, 'free'],
    ['subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod', false, true, 'differs'],
  ])('%s: %j beside %j is %s', (path, said, present, meeting) => {
    expect(meetValue(fieldAt(path), said, present)).toBe(meeting)
  })

  it('fills a period of which the form has one day', () => {
    const field = fieldAt('complianceScope.auditPeriodRange')
    const said = { start: '2025-04-01', end: '2026-03-31' }
    expect(meetValue(field, said, { start: null, end: null })).toBe('free')
    expect(meetValue(field, said, { start: '2025-04-01', end: null })).toBe('free')
    expect(meetValue(field, said, { start: '2025-04-02', end: null })).toBe('differs')
    expect(meetValue(field, said, { ...said })).toBe('same')
  })
})

describe('the items of a list', () => {
  it('knows those that were retyped', () => {
    const said = ['1 of 25 reviews was late.', 'Backups', 'Alerts'].map((description) => ({
      description,
    }))
    const present = [{ description: '“1 of 25  Reviews was late”' }, { description: 'backups;' }]
    expect(meetItems('findings', said, present)).toEqual([true, true, false])
  })

  it('takes a city without its country for the same city, and not for another one', () => {
    const dublin = { city: 'Dublin', stateOrCountry: 'Ireland' }
    const ohio = { city: 'Dublin', stateOrCountry: 'Ohio' }
    const bare = { city: 'dublin', stateOrCountry: '' }
    expect(meetItems('locations', [dublin, bare], [bare])).toEqual([true, true])
    expect(newItems('locations', [dublin, ohio, dublin], [])).toEqual([dublin, ohio])
  })

  it('keeps a text of marks alone apart from no text', () => {
    expect(foldedText('—')).toBe('—')
    expect(foldedText(' “ ” ')).not.toBe('')
  })
})

const word = fc.constantFrom(
  'Access',
  'access',
  ' access ',
  'Access.',
  'Backup',
  'backup!',
  '',
  '-',
)
const texts = fc.oneof(word, fc.string())

test('using everything a second time adds nothing, and changes no item', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SOC_LISTS).chain((list) => {
        const item = fc.record(
          Object.fromEntries(Object.keys(list.texts).map((name) => [name, texts])),
        )
        return fc.tuple(fc.constant(list.name), fc.array(item), fc.array(item))
      }),
      ([list, said, present]) => {
        const before = structuredClone({ said, present })
        const after = [...present, ...newItems(list, said, present)]
        expect(newItems(list, said, after)).toEqual([])
        expect(meetItems(list, said, after)).toEqual(said.map(() => true))
        expect(after.slice(0, present.length)).toEqual(before.present)
        expect({ said, present }).toEqual(before)
      },
    ),
  )
})

test('a value that was used says the same', () => {
  const value = {
    day: '2026-01-02',
    range: { start: '2026-01-02', end: '2026-02-02' },
    choice: 'SOC_2',
    set: ['SECURITY'],
    'yes-no': false,
    line: 'words',
    text: 'words',
  }
  for (const field of SOC_FIELDS) {
    if (field.kind === 'list' || field.kind === 'person') continue
    expect(meetValue(field, value[field.kind], value[field.kind])).toBe('same')
  }
})

test('a value that was taken is still held until it is edited', () => {
  const path = 'findings.findings'
  expect(isStillHeld(path, { description: 'Late.' }, [{ description: 'late' }])).toBe(true)
  expect(isStillHeld(path, { description: 'Late.' }, [{ description: 'later' }])).toBe(false)
  expect(isStillHeld(path, { description: 'Late.' }, undefined)).toBe(false)
  expect(isStillHeld('cpaFirm.cpaFirm', 'Hale LLP', 'Hale LLP')).toBe(true)
  expect(isStillHeld('cpaFirm.cpaFirm', 'Hale LLP', null)).toBe(false)
  expect(isStillHeld('no.such', 'a', 'a')).toBe(false)
})

test('long runs of marks are folded in linear time', () => {
  const marks = `a${'. '.repeat(100_000)}b`
  const start = performance.now()
  expect(foldedText(marks)).toHaveLength(200_002)
  expect(performance.now() - start).toBeLessThan(2_000)
})
