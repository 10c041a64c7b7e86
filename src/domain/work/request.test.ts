import { describe, expect, it } from 'vitest'
import { CONTROLS, FINDINGS, FOLLOW_UP, SERVICES, services } from '../../testing/works.ts'
import type { Plan } from './reconcile.ts'
import { requestOf, withoutUnknownFields } from './request.ts'
import { REVIEWER, TITLE, type Values } from './values.ts'

const bodyOf = (to: Values, more: Partial<Plan> = {}) =>
  requestOf({ from: {}, to, clears: [], adds: {}, ...more })

describe('the body of a request', () => {
  it('has the title alone where nothing else is written', () => {
    expect(bodyOf({ [TITLE]: 'A' })).toEqual({ title: 'A' })
  })

  it('has the form alone where the title is not written', () => {
    expect(bodyOf({ [FOLLOW_UP]: 'text' })).toEqual({
      socForm: { reportOpinion: { followUpActivity: 'text' } },
    })
  })

  it('gathers the fields of a section', () => {
    const to = { [TITLE]: 'A', 'cpaFirm.cpaFirm': 'firm', 'cpaFirm.cpaProcedurePerformed': null }
    expect(bodyOf(to)).toEqual({
      title: 'A',
      socForm: { cpaFirm: { cpaFirm: 'firm', cpaProcedurePerformed: null } },
    })
  })

  it('clears a list by an empty one, and adds to another', () => {
    const to = { [SERVICES]: services('a', 'm'), [FINDINGS]: [{ description: 'f' }] }
    expect(bodyOf(to, { clears: [SERVICES] }).socForm).toMatchObject({
      servicesAndLocations: { services: [] },
    })
    expect(
      bodyOf({ [SERVICES]: services('a', 'm') }, { adds: { [SERVICES]: services('m') } }),
    ).toEqual({ socForm: { servicesAndLocations: { services: services('m') } } })
  })

  it.each([
    ['the reviewer by id', REVIEWER, { name: 'Ann', userId: 1 }, { reviewerUserId: 1 }],
    ['no reviewer by null', REVIEWER, { name: null }, { reviewerUserId: null }],
  ])('says %s', (_, path, value, sent) => {
    expect(bodyOf({ [path]: value })).toEqual({ socForm: { reviewerInformation: sent } })
  })

  it.each([
    ['both days', { start: '2026-01-01', end: '2026-02-01' }],
    ['the first day alone', { start: '2026-01-01', end: null }],
    ['the last day alone', { start: null, end: '2026-01-01' }],
  ])('says a range with %s as it is', (_, range) => {
    expect(bodyOf({ 'complianceScope.auditPeriodRange': range })).toEqual({
      socForm: { complianceScope: { auditPeriodRange: range } },
    })
  })

  it('says what is empty by null, since an empty set would be one', () => {
    expect(
      bodyOf({
        'complianceScope.auditPeriodRange': { start: null, end: null },
        'complianceScope.trustServiceCriteria': [],
        'complianceScope.auditPeriod': null,
        'findings.hasMaterialImpact': false,
      }).socForm,
    ).toEqual({
      complianceScope: { auditPeriodRange: null, trustServiceCriteria: null, auditPeriod: null },
      findings: { hasMaterialImpact: false },
    })
    expect(bodyOf({ 'complianceScope.trustServiceCriteria': ['SECURITY'] }).socForm).toEqual({
      complianceScope: { trustServiceCriteria: ['SECURITY'] },
    })
  })
})

describe('fields of items that the app does not know (A15)', () => {
  it('are sent back as they came', () => {
    const items = [{ name: 'a', score: 1 }]
    expect(bodyOf({ [SERVICES]: items }, { adds: { [SERVICES]: items } })).toEqual({
      socForm: { servicesAndLocations: { services: items } },
    })
  })

  it('can be left out, where a service refuses them', () => {
    const body = bodyOf(
      { [TITLE]: 'A', [SERVICES]: [], [CONTROLS]: [], 'cpaFirm.cpaFirm': 'firm' },
      {
        adds: {
          [SERVICES]: [{ name: 'a', score: 1 }, { name: 'b' }],
          [CONTROLS]: [{ description: 'c', inPlace: true }],
        },
      },
    )
    const before = structuredClone(body)
    expect(withoutUnknownFields(body)).toEqual({
      title: 'A',
      socForm: {
        servicesAndLocations: { services: services('a', 'b') },
        endUserControls: { userControls: [{ description: 'c', inPlace: true }] },
        cpaFirm: { cpaFirm: 'firm' },
      },
    })
    expect(body).toEqual(before)
  })

  it('are found in whichever list and item they are', () => {
    const adds = { [SERVICES]: services('a'), [CONTROLS]: [{ description: 'c' }, { more: 1 }] }
    expect(withoutUnknownFields(bodyOf({ [SERVICES]: [], [CONTROLS]: [] }, { adds }))).toBeDefined()
    const first = { [FINDINGS]: [{ description: 'f', more: 1 }], [SERVICES]: services('a') }
    expect(
      withoutUnknownFields(bodyOf({ [FINDINGS]: [], [SERVICES]: [] }, { adds: first })),
    ).toBeDefined()
  })

  it('are not there: there is no other body', () => {
    expect(withoutUnknownFields({ title: 'A' })).toBeUndefined()
    expect(
      withoutUnknownFields(bodyOf({ [SERVICES]: [] }, { adds: { [SERVICES]: services('a') } })),
    ).toBeUndefined()
  })
})
