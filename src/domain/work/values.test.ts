import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edit, shown } from '../../testing/soc-saves.ts'
import { CONTROLS, FINDINGS, FOLLOW_UP, formWith, SERVICES, services } from '../../testing/works.ts'
import { emptySocEdit, toSocEdit } from '../soc/edit.ts'
import { fieldAt } from '../soc/form-fields.ts'
import {
  FORM_PATHS,
  isAlikeAt,
  isSameAt,
  isSameValues,
  itemsAt,
  listAt,
  personOf,
  REVIEWER,
  TITLE,
  toForm,
  toValues,
} from './values.ts'

describe('the values of a review', () => {
  it('are the title alone where there is no form', () => {
    expect(toValues('A', undefined)).toEqual({ [TITLE]: 'A' })
    expect(toForm({ [TITLE]: 'A' })).toBeUndefined()
  })

  it('are one for each path of the form, and the title', () => {
    const values = toValues('A', emptySocEdit())
    expect(Object.keys(values).toSorted()).toEqual([TITLE, ...FORM_PATHS].toSorted())
    expect(values).toMatchObject({
      [TITLE]: 'A',
      [REVIEWER]: { name: null },
      [FOLLOW_UP]: null,
      [SERVICES]: [],
      'complianceScope.auditPeriodRange': { start: null, end: null },
      'complianceScope.trustServiceCriteria': [],
    })
    expect(Object.keys(values[REVIEWER] as object)).toEqual(['name'])
  })

  it('have blank texts for none, and leave out blank items (A9)', () => {
    const form = emptySocEdit()
    form.reportOpinion.followUpActivity = ' \n '
    form.findings.findings = [{ description: 'f ' }, { description: ' ' }, { description: '' }]
    form.endUserControls.userControls = [{ description: ' ', inPlace: true }]
    form.servicesAndLocations.locations = [
      { city: ' ', stateOrCountry: 'x' },
      { city: '', stateOrCountry: ' ' },
    ]
    const values = toValues('  ', form)
    expect(values[TITLE]).toBe('')
    expect(values[FOLLOW_UP]).toBeNull()
    expect(values[FINDINGS]).toEqual([{ description: 'f ' }])
    expect(values[CONTROLS]).toEqual([])
    expect(values['servicesAndLocations.locations']).toEqual([{ city: ' ', stateOrCountry: 'x' }])
    expect(toValues(null, undefined)[TITLE]).toBe('')
    expect(toValues(' A ', undefined)[TITLE]).toBe(' A ')
  })

  it('keep who was chosen, and fields of items that the app does not know (A11, A15)', () => {
    const form = emptySocEdit()
    form.reviewerInformation = { reviewer: 'Ann Lee', reportIssueDate: null, reviewerUserId: 1 }
    form.servicesAndLocations.services = [{ name: 'a', score: 1 } as { name: string }]
    const values = toValues('A', form)
    expect(values[REVIEWER]).toEqual({ name: 'Ann Lee', userId: 1 })
    expect(values[SERVICES]).toEqual([{ name: 'a', score: 1 }])
    expect(toForm(values)).toEqual(toSocEdit(form))
  })

  it('are the form again, to the letter', () => {
    fc.assert(
      fc.property(edit, (form) => {
        expect(toForm(toValues('A', form))).toEqual(form)
        const read = toForm(toValues('A', shown(form)))
        expect(read).toEqual(shown(form))
        expect(Object.keys(read?.reviewerInformation ?? {})).not.toContain('reviewerUserId')
      }),
    )
  })
})

describe('a path', () => {
  it('stands for a section and a field, every time', () => {
    const followUp = { section: 'reportOpinion', name: 'followUpActivity' }
    expect([fieldAt(FOLLOW_UP), fieldAt(FOLLOW_UP)]).toMatchObject([followUp, followUp])
    expect(fieldAt(TITLE)).toBeUndefined()
  })

  it('is a list or none', () => {
    expect(FORM_PATHS.filter((path) => listAt(path) !== undefined).map(listAt)).toEqual([
      'findings',
      'userControls',
      'services',
      'locations',
    ])
    expect(listAt(FOLLOW_UP)).toBeUndefined()
  })

  it('may have nothing', () => {
    expect(itemsAt({}, SERVICES)).toEqual([])
    expect(itemsAt({ [SERVICES]: services('a') }, SERVICES)).toEqual(services('a'))
    expect(personOf(undefined)).toEqual({ name: null })
    expect(personOf({ name: 'Ann Lee' })).toEqual({ name: 'Ann Lee' })
  })
})

describe('two values of a path', () => {
  it('are the same to the letter', () => {
    expect(isSameAt(FOLLOW_UP, 'a', 'a')).toBe(true)
    expect(isSameAt(FOLLOW_UP, 'a', 'a ')).toBe(false)
    expect(isSameAt(FOLLOW_UP, null, 'null')).toBe(false)
    expect(isSameAt(FOLLOW_UP, null, null)).toBe(true)
    const range = 'complianceScope.auditPeriodRange'
    expect(isSameAt(range, { start: '1' }, { start: '1' })).toBe(true)
    expect(isSameAt(range, { start: '1' }, { start: '2' })).toBe(false)
  })

  it('are the same list, item by item', () => {
    const list = services('a', 'b')
    const isSame = (...names: string[]): boolean => isSameAt(SERVICES, list, services(...names))
    expect(isSameAt(SERVICES, list, list)).toBe(true)
    expect(isSame('a', 'b')).toBe(true)
    expect([isSame('a'), isSame('a', 'b', 'c'), isSame('b', 'a'), isSame('a', 'b ')]).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(isSameAt(SERVICES, services('a'), [{ name: 'a', score: 1 }])).toBe(true)
  })

  it('are the same person by id, where one was chosen (A11)', () => {
    const isSame = (one: object, other: object): boolean => isSameAt(REVIEWER, one, other)
    expect(isSame({ name: 'Ann' }, { name: 'Ann' })).toBe(true)
    expect(isSame({ name: 'Ann' }, { name: 'Bo' })).toBe(false)
    expect(isSame({ name: 'Ann', userId: 1 }, { name: 'Ann' })).toBe(false)
    expect(isSame({ name: 'Ann', userId: 1 }, { name: 'Ann', userId: 2 })).toBe(false)
    expect(isSame({ name: 'Ann', userId: 1 }, { name: 'Ann Lee', userId: 1 })).toBe(true)
  })

  it('are alike by their words, a person by name', () => {
    expect(isAlikeAt(FOLLOW_UP, 'a b', ' a  b')).toBe(true)
    expect(isAlikeAt(FOLLOW_UP, 'a', 'b')).toBe(false)
    expect(isAlikeAt(REVIEWER, { name: 'Ann', userId: 1 }, { name: 'Ann ' })).toBe(true)
    expect(isAlikeAt(REVIEWER, { name: 'Ann', userId: 1 }, { name: 'Bo', userId: 1 })).toBe(false)
  })

  it('are looked at on every path of either side', () => {
    const values = formWith()
    expect(isSameValues(values, formWith())).toBe(true)
    expect(isSameValues(values, formWith({ [FOLLOW_UP]: 'a' }))).toBe(false)
    expect(isSameValues({}, { [TITLE]: 'A' })).toBe(false)
    expect(isSameValues({ [TITLE]: 'A' }, {})).toBe(false)
  })
})
