import { describe, expect, it } from 'vitest'
import { CONTROLS, FINDINGS, FOLLOW_UP, SERVICES, services } from '../../testing/works.ts'
import { itemText, pathLabel, valueText } from './value-text.ts'
import { type Path, REVIEWER, TITLE, type Value } from './values.ts'

describe('the text of a value', () => {
  it.each<[string, Path, Value, string]>([
    ['a title', TITLE, 'A', 'A'],
    ['a text', FOLLOW_UP, 'text', 'text'],
    ['a text that looks like a day', FOLLOW_UP, '2026-01-02', '2026-01-02'],
    ['no text', FOLLOW_UP, null, ''],
    ['nothing', FOLLOW_UP, undefined, ''],
    ['a yes', 'findings.hasMaterialImpact', true, 'Yes'],
    ['a no', 'findings.hasMaterialImpact', false, 'No'],
    ['a reviewer', REVIEWER, { name: 'Ann Lee', userId: 1 }, 'Ann Lee'],
    ['no reviewer', REVIEWER, { name: null }, ''],
    ['a day', 'complianceScope.auditPeriod', '2026-01-02', '2 Jan 2026'],
    ['a day of issue', 'reviewerInformation.reportIssueDate', '2026-01-02', '2 Jan 2026'],
    ['a certification', 'complianceScope.certification', 'SOC_2', 'SOC 2'],
    ['a scope', 'complianceScope.scopeType', 'TYPE_1', 'Type 1'],
    ['an opinion', 'reportOpinion.reportOpinion', 'QUALIFIED', 'Qualified'],
    ['an opinion that the app does not know', 'reportOpinion.reportOpinion', 'NEW', 'NEW'],
    [
      'a set',
      'complianceScope.trustServiceCriteria',
      ['SECURITY', 'PROCESSING_INTEGRITY', 'NEW'],
      'Security, Processing integrity, NEW',
    ],
    ['a set of another field', 'some.other', ['SECURITY'], 'SECURITY'],
    ['a number', 'some.other', 7, '7'],
    ['an empty list', SERVICES, [], ''],
    ['a list', SERVICES, services('a', 'b'), 'a\nb'],
  ])('of %s', (_, path, value, text) => {
    expect(valueText(path, value)).toBe(text)
  })

  it.each([
    ['2026-01-01', '2026-02-01', '1 Jan 2026 – 1 Feb 2026'],
    ['2026-01-01', null, '1 Jan 2026 – …'],
    [null, '2026-02-01', '… – 1 Feb 2026'],
    [null, null, ''],
  ])('of a range from %s to %s', (start, end, text) => {
    expect(valueText('complianceScope.auditPeriodRange', { start, end })).toBe(text)
  })

  it('of an item has its texts, and what is ticked', () => {
    expect(itemText('findings', { description: 'f', more: 'x' })).toBe('f')
    expect(itemText('locations', { city: 'Oslo', stateOrCountry: 'NO' })).toBe('Oslo, NO')
    expect(itemText('locations', { city: ' ', stateOrCountry: 'NO' })).toBe('NO')
    expect(valueText(CONTROLS, [{ description: 'c', inPlace: true }])).toBe('c (in place)')
    expect(valueText(CONTROLS, [{ description: 'c', inPlace: false }])).toBe('c (not in place)')
  })
})

describe('what a path is called', () => {
  it.each([
    [TITLE, 'Title'],
    [FOLLOW_UP, 'Report opinion: Follow-up activity'],
    ['reportOpinion.reportOpinion', 'Report opinion'],
    ['cpaFirm.cpaProcedurePerformed', 'CPA firm: Procedure performed'],
    [FINDINGS, 'Findings'],
    [SERVICES, 'Services'],
    ['some.other', 'some.other'],
  ])('%s', (path, label) => {
    expect(pathLabel(path)).toBe(label)
  })
})
