import { SOC_SECTION_IDS } from '../../src/domain/contract/enums.ts'
import type { SocForm, SocFormValues } from '../../src/domain/contract/soc-form.ts'
import { type SocFormSaveRequest, sentName } from '../../src/domain/contract/soc-form-request.ts'
import { missingFields } from '../../src/domain/soc/completeness.ts'
import type { Answers } from '../../src/domain/soc/field-kinds.ts'
import { bySection, type SocField, type SocItem } from '../../src/domain/soc/form-fields.ts'

/** Adds what each section lacks, and whether the review can be finalized. */
export const judgeSocForm = (values: SocFormValues): SocForm => {
  const sections = SOC_SECTION_IDS.map((id) => {
    const missingRequiredFields = missingFields(id, values[id])
    const isComplete = missingRequiredFields.length === 0
    return [id, { ...values[id], isComplete, missingRequiredFields }] as const
  })
  return {
    readyToFinalize: sections.every(([, { isComplete }]) => isComplete),
    // The cast is safe: the loop goes through every section.
    ...(Object.fromEntries(sections) as unknown as Omit<SocForm, 'readyToFinalize'>),
  }
}

/** The stored value of a field that nobody has answered, or that was cleared. */
const blank = ({ kind }: SocField): unknown =>
  kind === 'list' ? [] : kind === 'range' ? { start: null, end: null } : null

/** Makes each value of a form from its field. The cast is safe: the type comes from the same table. */
const valuesOf = (valueOf: (field: SocField) => unknown): SocFormValues =>
  bySection(valueOf) as unknown as SocFormValues

/** The form of a SOC report that nobody has worked on. */
export const emptySocForm = (): SocForm => judgeSocForm(valuesOf(blank))

/** An item as it is stored: texts that were not sent are empty. */
const itemOf = ({ texts, hasInPlace }: SocField<'list'>, sent: SocItem): SocItem => ({
  ...Object.fromEntries(Object.keys(texts).map((name) => [name, sent[name] ?? ''])),
  ...(hasInPlace && { inPlace: sent.inPlace ?? false }),
})

/**
 * Applies a request to a form (contract, points 1 to 3). Scalars are set, cleared by null or kept.
 * The four lists are appended to, never replaced.
 *
 * @param nameOfUser returns the display name of a `reviewerUserId`; throws for an unknown user
 * @returns a new form, judged again
 */
export const applySocForm = (
  form: SocForm,
  request: SocFormSaveRequest,
  nameOfUser: (userId: number) => string,
): SocForm => {
  const valueOf = (field: SocField): unknown => {
    const held: Answers = form[field.section]
    const asked: Answers = request[field.section] ?? {}
    const [before, sent] = [held[field.name], asked[sentName(field)]]
    if (sent === undefined) return before
    switch (field.kind) {
      case 'list': {
        const [there, added] = [before as readonly SocItem[], sent as readonly SocItem[]]
        return added.length === 0 ? [] : [...there, ...added.map((item) => itemOf(field, item))]
      }
      case 'person':
        return typeof sent === 'number' ? nameOfUser(sent) : blank(field)
      default:
        return sent ?? blank(field)
    }
  }
  return judgeSocForm(valuesOf(valueOf))
}
