import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Path, REVIEWER, TITLE, toValues, type Value } from '../../domain/work/values.ts'
import { edit } from '../../testing/soc-saves.ts'
import {
  CONTROLS,
  FINDINGS,
  FOLLOW_UP,
  formWith,
  requestTo,
  SERVICES,
  services,
} from '../../testing/works.ts'
import { storedWork, WORK_VERSION } from './work-schema.ts'

const { endedAt: _, ...request } = requestTo(SERVICES, {
  from: services('a'),
  to: services('a', 'm'),
  adds: services('m'),
})
const stored = {
  version: WORK_VERSION,
  id: 'id',
  vendorId: 7,
  reviewId: 9,
  reviewTitle: 'SOC 2',
  tab: 'tab',
  savedAt: 1,
  base: formWith(),
  mine: formWith(),
  journal: [request],
  decided: [FOLLOW_UP],
  displaced: [{ path: FOLLOW_UP, value: 'older' }],
}
const reads = (change: object): boolean => storedWork.safeParse({ ...stored, ...change }).success

describe('a stored record', () => {
  it('is read as it was written', () => {
    expect(storedWork.parse(structuredClone(stored))).toEqual(stored)
    const ofTitle = { ...stored, base: { [TITLE]: 'A' }, mine: { [TITLE]: 'B' } }
    expect(storedWork.parse(ofTitle)).toEqual(ofTitle)
  })

  it('is read whatever a form may hold', () => {
    fc.assert(
      fc.property(edit, edit, (base, mine) => {
        const record = { ...stored, base: toValues('A', base), mine: toValues('', mine) }
        expect(storedWork.parse(record)).toEqual(record)
      }),
    )
  })

  it('keeps fields of items that the app does not know (A15)', () => {
    const mine = formWith({ [SERVICES]: [{ name: 'a', score: { of: 1 } }] })
    expect(storedWork.parse({ ...stored, mine }).mine).toEqual(mine)
  })

  it.each<[string, object]>([
    ['another version', { version: WORK_VERSION + 1 }],
    ['no version', { version: undefined }],
    ['no id', { id: undefined }],
    ['an id that is no text', { id: 1 }],
    ['a vendor that is no number', { vendorId: '7' }],
    ['a review that is no number', { reviewId: '9' }],
    ['no title of the review', { reviewTitle: null }],
    ['no tab', { tab: undefined }],
    ['a moment that is a text', { savedAt: '2026-11-26' }],
    ['half a form', { mine: { [TITLE]: 'A', [FOLLOW_UP]: null } }],
    ['no title', { mine: {} }],
    ['a title that is none', { base: { [TITLE]: null } }],
    ['a path that is none', { base: { ...formWith(), 'some.other': 'x' } }],
    ['a path beside the title alone', { base: { [TITLE]: 'A', 'some.other': 'x' } }],
    ['no journal', { journal: undefined }],
    ['a request of an unknown outcome', { journal: [{ ...request, outcome: 'late' }] }],
    ['a request without an id', { journal: [{ ...request, id: undefined }] }],
    ['a request from an unknown path', { journal: [{ ...request, from: { other: 1 } }] }],
    ['a request to an unknown path', { journal: [{ ...request, to: { other: 1 } }] }],
    ['a request of clears that are no paths', { journal: [{ ...request, clears: [1] }] }],
    ['a request of additions to a field', { journal: [{ ...request, adds: { [FOLLOW_UP]: [] } }] }],
    ['a request of nothing open', { journal: [{ ...request, open: undefined }] }],
    ['a request of nothing seen', { journal: [{ ...request, perhaps: undefined }] }],
    ['a decision about no path', { decided: [1] }],
    ['displaced words of no path', { displaced: [{ value: 'older' }] }],
  ])('with %s is not read', (_, change) => {
    expect(reads(change)).toBe(false)
  })

  it.each<[Path, Value[], Value[]]>([
    [TITLE, ['', 'A'], [null, 1]],
    [FOLLOW_UP, [null, 'text'], [1, undefined]],
    ['complianceScope.auditPeriod', [null, '2026-01-01'], [true]],
    ['findings.hasMaterialImpact', [null, true, false], ['true']],
    ['reportOpinion.encompassBusinessNeeds', [null, true], ['true', 1]],
    [
      'subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod',
      [null, false],
      ['false', 1],
    ],
    [REVIEWER, [{ name: null }, { name: 'Ann', userId: 1 }], [null, 'Ann', { name: 1 }, {}]],
    [REVIEWER, [{ name: 'Ann', userId: undefined }], [{ name: 'Ann', userId: '1' }]],
    [
      'complianceScope.auditPeriodRange',
      [
        { start: null, end: null },
        { start: '1', end: '2' },
      ],
      [null, { start: 1, end: null }, { end: null }, { start: null }],
    ],
    ['complianceScope.trustServiceCriteria', [[], ['SECURITY', 'NEW']], [null, [1], 'SECURITY']],
    [SERVICES, [[], services('a')], [null, [{}], [{ name: 1 }], ['a']]],
    [FINDINGS, [[{ description: '' }]], [[{ name: 'a' }]]],
    [
      CONTROLS,
      [[{ description: 'c', inPlace: true }]],
      [[{ description: 'c' }], [{ description: 'c', inPlace: 'yes' }]],
    ],
  ])('has at %s nothing but what stands there', (path, taken, refused) => {
    for (const value of taken) expect(reads({ mine: formWith({ [path]: value }) })).toBe(true)
    for (const value of refused) expect(reads({ mine: formWith({ [path]: value }) })).toBe(false)
  })
})
