import * as z from 'zod/mini'
import { isLikelyDay } from '../../lib/dates.ts'
import { type Entries, fieldsIn, type SocField } from '../soc/form-fields.ts'
import { SOC_SECTION_IDS, type SocSectionId } from './enums.ts'

/** The form's part of PUT a review, derived from the table of the form's fields. */

/** A text with a limit. @param name begins the sentence that refuses a longer one */
export const atMost = (limit: number, name: string) =>
  z
    .string()
    .check(z.maxLength(limit, `${name} can have at most ${limit.toLocaleString('en')} characters.`))

/** A calendar date. A year such as 0026 is one that was typed with two digits. */
const day = (name: string) => {
  const message = `${name} is not a date.`
  return z.iso.date(message).check(z.refine(isLikelyDay, message))
}

/** A range whose end is after its start (contract, point 3). */
const range = (name: string) =>
  z.strictObject({ start: day(`${name} start`), end: day(`${name} end`) }).check(
    z.refine(({ start, end }) => end > start, {
      path: ['end'],
      error: `${name} end must be after its start.`,
    }),
  )

/** Items that are added to a list; an empty list clears it (contract, point 1). */
const items = ({ texts, hasInPlace }: SocField<'list'>) =>
  z.array(
    z.strictObject({
      ...Object.fromEntries(
        Object.entries(texts).map(([name, { label, limit }]) => [
          name,
          z.optional(atMost(limit, `A ${label.toLowerCase()}`)),
        ]),
      ),
      ...(hasInPlace && { inPlace: z.optional(z.boolean()) }),
    }),
  )

const valueSchema = (field: SocField, today: string): z.ZodMiniType => {
  switch (field.kind) {
    case 'person':
      return z.int().check(z.minimum(1))
    case 'day':
      return field.isPast
        ? day(field.label).check(
            z.refine((value) => value <= today, `${field.label} cannot be in the future.`),
          )
        : day(field.label)
    case 'range':
      return range(field.label)
    case 'choice':
      return z.enum(field.options)
    case 'set':
      return z.array(z.enum(field.options))
    case 'yes-no':
      return z.boolean()
    case 'list':
      return items(field)
    default:
      return atMost(field.limit, field.label)
  }
}

/**
 * The values that may be sent for a field. null clears it, except for a list, which an empty list
 * clears (contract, point 1). Each message is a sentence that fits beside the field.
 * @param today the calendar day after which a report cannot have been issued
 */
export const fieldRequest = (field: SocField, today: string): z.ZodMiniType =>
  field.kind === 'list' ? valueSchema(field, today) : z.nullable(valueSchema(field, today))

/** The name under which a field is written. */
export const sentName = (field: SocField): string =>
  field.kind === 'person' ? field.sentAs : field.name

type ItemOf<E> = (E extends { texts: infer T }
  ? { -readonly [N in keyof T]?: string | undefined }
  : never) &
  (E extends { hasInPlace: true } ? { inPlace?: boolean | undefined } : unknown)

/** The type sent for a field, by its entry in the table. */
type ValueOf<E> = E extends { kind: 'list' }
  ? ItemOf<E>[]
  :
      | null
      | (E extends { kind: 'person' }
          ? number
          : E extends { kind: 'choice'; options: readonly (infer T)[] }
            ? T
            : E extends { kind: 'set'; options: readonly (infer T)[] }
              ? T[]
              : E extends { kind: 'yes-no' }
                ? boolean
                : E extends { kind: 'range' }
                  ? { start: string; end: string }
                  : string)

type NameOf<E, N> = E extends { sentAs: infer Sent extends string } ? Sent : N

export type SocFormSaveRequest = {
  [S in SocSectionId]?:
    | {
        -readonly [N in keyof Entries<S> as NameOf<Entries<S>[N], N>]?:
          | ValueOf<Entries<S>[N]>
          | undefined
      }
    | undefined
}

/**
 * The form's part of PUT a review.
 * @param today the calendar day beyond which a report cannot have been issued
 */
export const socFormSaveRequest = (today: string): z.ZodMiniType<SocFormSaveRequest> => {
  const sectionRequest = (id: SocSectionId) =>
    z.strictObject(
      Object.fromEntries(
        fieldsIn(id).map((field) => [sentName(field), z.optional(fieldRequest(field, today))]),
      ),
    )
  // The loop has a schema for each entry of the table, which is what the type says of its values.
  return z.strictObject(
    Object.fromEntries(SOC_SECTION_IDS.map((id) => [id, z.optional(sectionRequest(id))] as const)),
  ) as z.ZodMiniType as z.ZodMiniType<SocFormSaveRequest>
}
