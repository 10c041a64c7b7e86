import fc from 'fast-check'
import { applySocForm, emptySocForm } from '../../mocks/service/soc-form.ts'
import type { SocForm } from '../domain/contract/soc-form.ts'
import { socFormSaveRequest } from '../domain/contract/soc-form-request.ts'
import { editOf, type SocEdit, toSocEdit } from '../domain/soc/edit.ts'
import { SOC_FIELDS, type SocField } from '../domain/soc/form-fields.ts'

/** The date of the tests. None of their reports was issued later. */
export const TODAY = '2026-11-22'

export const nameOf = (userId: number): string => `User ${userId}`
export const idOf = (name: string): number => Number(name.slice(5))
const request = socFormSaveRequest(TODAY)

/** A service as the contract describes it. It refuses what the contract forbids. */
export class Service {
  requests = 0
  form: SocForm

  constructor(holds: SocEdit) {
    this.form = applySocForm(emptySocForm(), wholeOf(holds), nameOf)
  }

  put(sent: unknown): void {
    this.requests += 1
    this.form = applySocForm(this.form, request.parse(sent), nameOf)
  }

  get(): SocEdit {
    return toSocEdit(this.form)
  }
}

/** The whole form as one request to an empty one. */
const wholeOf = (edit: SocEdit) => {
  const { reviewer, reportIssueDate } = edit.reviewerInformation
  const { start, end } = edit.complianceScope.auditPeriodRange
  return request.parse({
    ...edit,
    reviewerInformation: {
      reviewerUserId: reviewer === null ? null : idOf(reviewer),
      reportIssueDate,
    },
    complianceScope: {
      ...edit.complianceScope,
      auditPeriodRange: start && end ? { start, end } : null,
    },
  })
}

// Few different words, so that equal items, repeats and nested runs are common.
const word = fc.constantFrom('a', 'b', 'c')
const text = fc.constantFrom(null, 'one', 'two')
const day = fc.constantFrom(null, '2026-01-01', '2026-06-30')
const flag = fc.constantFrom(null, true, false)
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 })

/** A text of an item. The second of two may be empty. */
const itemText = (index: number) => (index === 0 ? word : fc.constantFrom('', 'x'))

/** Any value of a field. */
const valueOf = (field: SocField): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'person':
      return fc.constantFrom(null, 'User 1', 'User 2')
    case 'day':
      return day
    case 'range':
      return fc.constantFrom(
        { start: null, end: null },
        { start: '2025-01-01', end: '2025-12-31' },
        { start: '2025-07-01', end: '2026-06-30' },
      )
    case 'choice':
      return fc.constantFrom(null, ...field.options)
    case 'set':
      return fc.subarray([...field.options])
    case 'yes-no':
      return flag
    case 'list': {
      const texts = Object.keys(field.texts).map((name, index) => [name, itemText(index)] as const)
      const inPlace = field.hasInPlace && { inPlace: fc.boolean() }
      return list(fc.record({ ...Object.fromEntries(texts), ...inPlace }))
    }
    default:
      return text
  }
}

/** Any form. */
export const edit: fc.Arbitrary<SocEdit> = fc
  .record(Object.fromEntries(SOC_FIELDS.map((field) => [field.path, valueOf(field)])))
  .map((values) => toSocEdit(editOf(({ path }) => values[path])))

/** A form as the service shows it: with the reviewer's name, without the chosen id. */
export const shown = (of: SocEdit): SocEdit => {
  const { reviewer, reportIssueDate } = of.reviewerInformation
  return { ...of, reviewerInformation: { reviewer, reportIssueDate } }
}
