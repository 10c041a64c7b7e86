import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySocForm, emptySocForm } from '../../../mocks/service/soc-form.ts'
import { nameOf, TODAY } from '../../testing/soc-saves.ts'
import { socFormContract, socFormSchema } from '../contract/soc-form.ts'
import { sentName, socFormSaveRequest } from '../contract/soc-form-request.ts'
import { asSent } from '../work/request.ts'
import { maySend } from '../work/sendable.ts'
import { pathLabel, textOf } from '../work/value-text.ts'
import { FORM_PATHS, toForm, toValues } from '../work/values.ts'
import { editOf, emptySocEdit, toSocEdit, valueIn } from './edit.ts'
import { checkSocEdit } from './edit-check.ts'
import { SOC_FIELDS, type SocField } from './form-fields.ts'
import { fieldRefOf, SOC_SECTIONS } from './sections.ts'

/** For each kind of field, a valid value and a value that the service would refuse, if any. */
const examples = (field: SocField): { good: unknown; bad: unknown } => {
  switch (field.kind) {
    case 'person':
      return { good: 'User 1', bad: undefined }
    case 'day':
      return { good: '2026-01-01', bad: '2026-02-30' }
    case 'range':
      return {
        good: { start: '2025-01-01', end: '2025-12-31' },
        bad: { start: '2025-01-01', end: '2025-01-01' },
      }
    case 'choice':
      return { good: field.options[0], bad: 'NEW' }
    case 'set':
      return { good: [field.options[0]], bad: ['NEW'] }
    case 'yes-no':
      return { good: false, bad: undefined }
    case 'list': {
      const itemOf = (textOf: (limit: number) => string) => ({
        ...Object.fromEntries(
          Object.entries(field.texts).map(([name, { limit }]) => [name, textOf(limit)]),
        ),
        ...(field.hasInPlace && { inPlace: true }),
      })
      return { good: [itemOf(() => 'words')], bad: [itemOf((limit) => 'x'.repeat(limit + 1))] }
    }
    default:
      return { good: 'words', bad: 'x'.repeat(field.limit + 1) }
  }
}

/** The blank form with one field changed. */
const having = (field: SocField, value: unknown) =>
  editOf((other) => (other.path === field.path ? value : valueIn(emptySocEdit(), other)))

describe.each(SOC_FIELDS)('$path, which is an entry of the table and nothing else', (field) => {
  const { path, section, name, label } = field
  const { good, bad } = examples(field)
  const sent = asSent(field, field.kind === 'person' ? { name: 'User 1', userId: 1 } : good)
  const request = { [section]: { [sentName(field)]: sent } }

  it('is read, tolerantly and to the letter', () => {
    const form = { ...emptySocForm(), [section]: { ...emptySocForm()[section], [name]: good } }
    expect(socFormContract.parse(form)).toEqual(form)
    expect(valueIn(toSocEdit(socFormSchema.parse(form)), field)).toEqual(good)
    const lacking: Record<string, unknown> = { ...emptySocForm()[section] }
    delete lacking[name]
    expect(socFormContract.safeParse({ ...form, [section]: lacking }).success).toBe(false)
    expect(toSocEdit(socFormSchema.parse({ [section]: lacking }))).toEqual(emptySocEdit())
  })

  it('is in the blank form, and comes back from flat values', () => {
    expect(name in emptySocEdit()[section]).toBe(true)
    expect(FORM_PATHS).toContain(path)
    const form = having(field, good)
    expect(toForm(toValues('A', form))).toEqual(form)
  })

  it('is sent, and stored by the demo’s service', () => {
    expect(socFormSaveRequest(TODAY).parse(request)).toEqual(request)
    const stored = applySocForm(emptySocForm(), socFormSaveRequest(TODAY).parse(request), nameOf)
    expect(toSocEdit(stored)).toEqual(having(field, good))
  })

  it('is checked before it is sent', () => {
    expect(checkSocEdit(having(field, good), TODAY)).toEqual({})
    if (bad === undefined) return
    const errors = checkSocEdit(having(field, bad), TODAY, emptySocEdit())
    expect(Object.keys(errors).every((at) => at === path || at.startsWith(`${path}.`))).toBe(true)
    expect(Object.keys(errors)).not.toEqual([])
    expect(maySend(path, bad, {}, TODAY)).toBe(false)
    expect(maySend(path, good, {}, TODAY)).toBe(true)
  })

  it('has a place, a name and words on the screen', () => {
    for (const reportedBy of SOC_SECTIONS)
      expect(fieldRefOf(path, reportedBy)).toMatchObject({ path, label })
    expect(pathLabel(path)).toContain(label)
    expect(textOf(field, good)).not.toBe('')
    expect(textOf(field, valueIn(emptySocEdit(), field))).toBe('')
  })
})

it('fields never get into each other’s way', () => {
  const some = fc.uniqueArray(fc.constantFrom(...SOC_FIELDS), { selector: ({ path }) => path })
  fc.assert(
    fc.property(some, (fields) => {
      const form = editOf((field) =>
        fields.includes(field) ? examples(field).good : valueIn(emptySocEdit(), field),
      )
      expect(checkSocEdit(form, TODAY)).toEqual({})
      expect(toForm(toValues('A', form))).toEqual(form)
      const blank = toValues('A', emptySocEdit())
      const changed = Object.entries(toValues('A', form)).filter(
        ([path, value]) => JSON.stringify(value) !== JSON.stringify(blank[path]),
      )
      expect(changed.map(([path]) => path).toSorted()).toEqual(
        fields.map(({ path }) => path).toSorted(),
      )
    }),
  )
})
