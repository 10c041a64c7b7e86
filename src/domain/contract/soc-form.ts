import type * as z from 'zod/mini'
import { bySection, type Entries, type SocField } from '../soc/form-fields.ts'
import type { Open, SocSectionId } from './enums.ts'
import { type Reader, strict, tolerant } from './reader.ts'

/** The progress that the service reports for each section. */
const progressFields = (read: Reader) => ({
  isComplete: read.flag,
  /** Dot paths, such as `reviewerInformation.reviewer`. */
  missingRequiredFields: read.list(read.text),
})
type Progress = z.infer<z.ZodMiniObject<ReturnType<typeof progressFields>>>

/** An item of a list, by the list's entry in the table. */
type ItemOf<E> = (E extends { texts: infer T } ? { -readonly [N in keyof T]: string } : never) &
  (E extends { hasInPlace: true } ? { inPlace: boolean | null } : unknown)

/** The type read for a field, by its entry in the table. */
type ValueOf<E> = E extends { kind: 'list' }
  ? ItemOf<E>[]
  : E extends { kind: 'choice'; options: readonly (infer T extends string)[] }
    ? Open<T> | null
    : E extends { kind: 'set'; options: readonly (infer T extends string)[] }
      ? Open<T>[] | null
      : E extends { kind: 'yes-no' }
        ? boolean | null
        : E extends { kind: 'range' }
          ? { start?: string | null | undefined; end?: string | null | undefined }
          : string | null

/** The form's values, without the progress that the service reports. */
export type SocFormValues = {
  [S in SocSectionId]: { -readonly [N in keyof Entries<S>]: ValueOf<Entries<S>[N]> }
}

/** The SOC form, as a review carries it (`socReviewForm`). */
export type SocForm = { readyToFinalize: boolean | null } & {
  [S in SocSectionId]: Progress & SocFormValues[S]
}

/** The schema that reads a field. Either day of a range may be missing. */
const valueSchema = (read: Reader, field: SocField): z.ZodMiniType => {
  switch (field.kind) {
    case 'list':
      return read.list(
        read.item({
          ...Object.fromEntries(Object.keys(field.texts).map((name) => [name, read.text])),
          ...(field.hasInPlace && { inPlace: read.flag }),
        }),
      )
    case 'range': {
      const day = read.optional(read.nullable(read.day))
      return read.object({ start: day, end: day })
    }
    case 'choice':
      return read.nullable(read.oneOf(field.options))
    case 'set':
      return read.nullable(read.list(read.oneOf(field.options)))
    case 'yes-no':
      return read.nullable(read.flag)
    case 'day':
      return read.nullable(read.day)
    default:
      return read.nullable(read.text)
  }
}

export const socForm = (read: Reader): z.ZodMiniType<SocForm> => {
  const sections = Object.entries(bySection((field) => valueSchema(read, field))).map(
    ([id, fields]) => [id, read.object({ ...progressFields(read), ...fields })] as const,
  )
  // The loop has a schema for each entry of the table, which is what the type says of its values.
  return read.object({
    readyToFinalize: read.flag,
    ...Object.fromEntries(sections),
  }) as z.ZodMiniType<unknown> as z.ZodMiniType<SocForm>
}

export const socFormContract = /* @__PURE__ */ socForm(strict)
export const socFormSchema = socForm(tolerant)
