import { describe, expect, it } from 'vitest'
import { TODAY } from '../../testing/soc-saves.ts'
import { FINDINGS, FOLLOW_UP, formWith, SERVICES, services } from '../../testing/works.ts'
import { LIMITS } from '../contract/enums.ts'
import { maySend } from './sendable.ts'
import { type Path, REVIEWER, TITLE, type Value } from './values.ts'

const CRITERIA = 'complianceScope.trustServiceCriteria'
const RANGE = 'complianceScope.auditPeriodRange'
const may = (path: Path, value: Value, given?: Value): boolean =>
  maySend(path, value, formWith({ [path]: given }), TODAY)

describe('what the service takes', () => {
  it.each<[string, Path, Value]>([
    ['a title', TITLE, 'A'],
    ['a title of the greatest length', TITLE, 'a'.repeat(LIMITS.title)],
    ['a text', FOLLOW_UP, 'text'],
    ['no text', FOLLOW_UP, null],
    ['a day', 'complianceScope.auditPeriod', '2026-02-28'],
    ['a report of today', 'reviewerInformation.reportIssueDate', TODAY],
    ['a range', RANGE, { start: '2026-01-01', end: '2026-02-01' }],
    ['no range', RANGE, { start: null, end: null }],
    ['a set', CRITERIA, ['SECURITY']],
    ['an empty set', CRITERIA, []],
    ['a reviewer', REVIEWER, { name: 'Ann Lee', userId: 1 }],
    ['no reviewer', REVIEWER, { name: null }],
    ['a list', SERVICES, services('a', 'b')],
    ['a list with fields that the app does not know (A15)', SERVICES, [{ name: 'a', score: 1 }]],
  ])('is %s', (_, path, value) => {
    expect(may(path, value)).toBe(true)
  })
})

describe('what the service would refuse is held back (A9)', () => {
  it.each<[string, Path, Value]>([
    ['a title that is too long', TITLE, 'a'.repeat(LIMITS.title + 1)],
    ['a text that is too long', FOLLOW_UP, 'a'.repeat(LIMITS.longText + 1)],
    ['a day that does not exist', 'complianceScope.auditPeriod', '2026-02-30'],
    ['a day that was typed by halves', 'reviewerInformation.reportIssueDate', '02 31'],
    ['a day of the year 26', 'reviewerInformation.reportIssueDate', '0026-03-15'],
    ['a range with a text that is no day', RANGE, { start: '2026-01-01', end: '31/02/2026' }],
    ['a report of tomorrow', 'reviewerInformation.reportIssueDate', '2026-11-23'],
    ['half a range', RANGE, { start: '2026-01-01', end: null }],
    ['a range that ends first', RANGE, { start: '2026-02-01', end: '2026-01-01' }],
    ['a choice that is none', 'complianceScope.certification', 'SOC_9'],
    ['a set with a value that the app does not know', CRITERIA, ['SECURITY', 'NEW']],
    ['an item that is too long', FINDINGS, [{ description: 'a'.repeat(LIMITS.longText + 1) }]],
  ])('%s', (_, path, value) => {
    expect(may(path, value)).toBe(false)
  })

  it('but not what the service itself has sent of a set', () => {
    expect(may(CRITERIA, ['SECURITY', 'NEW'], ['NEW'])).toBe(true)
    expect(may(CRITERIA, ['SECURITY', 'NEW'], ['OTHER'])).toBe(false)
    expect(may(CRITERIA, ['NEW'], null)).toBe(false)
    expect(may('complianceScope.certification', 'SOC_9', 'SOC_9')).toBe(false)
  })

  it('and an item that the service itself has sent: after a clear it would be refused', () => {
    const items = [{ description: 'a'.repeat(LIMITS.longText + 1) }]
    expect(may(FINDINGS, items, items)).toBe(false)
  })
})
