import * as z from 'zod/mini'
import type { SocEdit } from '../../domain/soc/edit.ts'
import { SOC_FIELDS, SOC_LISTS, type SocField } from '../../domain/soc/form-fields.ts'
import { type Path, TITLE, type Values } from '../../domain/work/values.ts'

/** The stored form of the work on a review. */

/** Increase this when the shape below changes: a version of the app only reads its own records. */
export const WORK_VERSION = 1

const text = z.nullable(z.string())

/** The schema of a stored field. Items keep fields that the app does not know. */
const stored = (field: SocField): z.ZodMiniType => {
  switch (field.kind) {
    case 'person':
      return z.object({ name: text, userId: z.optional(z.number()) })
    case 'range':
      return z.object({ start: text, end: text })
    case 'set':
      return z.array(z.string())
    case 'yes-no':
      return z.nullable(z.boolean())
    case 'list':
      return z.array(
        z.looseObject({
          ...Object.fromEntries(Object.keys(field.texts).map((name) => [name, z.string()])),
          ...(field.hasInPlace && { inPlace: z.boolean() }),
        }),
      )
    default:
      return text
  }
}

const FORM = Object.fromEntries(SOC_FIELDS.map((field) => [field.path, stored(field)]))

/** A schema for the values of some paths. (zod's own `partial` would enlarge the first page.) */
const someOf = (schemas: Readonly<Record<Path, z.ZodMiniType>>): z.ZodMiniType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schemas).map(([path, schema]) => [path, z.optional(schema)] as const),
    ),
  )

/** All values of a review: the title alone, or with its form. */
const values = z.union([
  z.strictObject({ [TITLE]: z.string(), ...FORM }),
  z.strictObject({ [TITLE]: z.string() }),
]) as unknown as z.ZodMiniType<Values>

const someValues = someOf({ [TITLE]: z.string(), ...FORM }) as z.ZodMiniType<Values>

const adds = someOf(
  Object.fromEntries(SOC_LISTS.map((list) => [list.path, stored(list)])),
) as z.ZodMiniType<Record<Path, SocEdit['findings']['findings']>>

const sentRequest = z.object({
  id: z.string(),
  outcome: z.enum(['taken', 'unclear']),
  from: someValues,
  to: someValues,
  clears: z.array(z.string()),
  adds,
  open: z.array(z.string()),
  perhaps: z.array(z.string()),
})

/** One record. Its key says which review and owner it belongs to. */
export const storedWork = z.object({
  version: z.literal(WORK_VERSION),
  id: z.string(),
  vendorId: z.number(),
  reviewId: z.number(),
  /** The review's title, for the list of unsaved work. */
  reviewTitle: z.string(),
  /** The tab that has it open, or had it last. */
  tab: z.string(),
  /** Milliseconds since 1970, by this computer's clock. For display only. */
  savedAt: z.number(),
  base: values,
  mine: values,
  journal: z.array(sentRequest),
  decided: z.array(z.string()),
  /** Older words of the analyst, displaced by newer ones. */
  displaced: z.array(z.object({ path: z.string(), value: z.unknown() })),
})
export type StoredWork = z.infer<typeof storedWork>
