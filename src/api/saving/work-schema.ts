import * as z from 'zod/mini'
import type { SocEdit } from '../../domain/soc/edit.ts'
import {
  FORM_PATHS,
  listAt,
  type Path,
  REVIEWER,
  TITLE,
  type Values,
} from '../../domain/work/values.ts'
import { ITEM_FIELDS } from '../../domain/work/words.ts'

/** The work on a review as this browser keeps it. */

/** Raised when the shape below changes, so that each version of the app reads its own records alone. */
export const WORK_VERSION = 1

const text = z.nullable(z.string())
const flag = z.nullable(z.boolean())

/** Fields that are neither a text, a choice nor a day. */
const OTHERS: Readonly<Record<Path, z.ZodMiniType>> = {
  [REVIEWER]: z.object({ name: text, userId: z.optional(z.number()) }),
  'complianceScope.auditPeriodRange': z.object({ start: text, end: text }),
  'complianceScope.trustServiceCriteria': z.array(z.string()),
  'reportOpinion.encompassBusinessNeeds': flag,
  'findings.hasMaterialImpact': flag,
  'subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod': flag,
}

/** An item keeps fields that the app does not know. */
const itemOf = (path: Path): z.ZodMiniType => {
  const list = listAt(path)
  const fields = list === undefined ? [] : ITEM_FIELDS[list]
  return z.looseObject(
    Object.fromEntries(
      fields.map((name) => [name, name === 'inPlace' ? z.boolean() : z.string()] as const),
    ),
  )
}

const valueAt = (path: Path): z.ZodMiniType =>
  listAt(path) === undefined ? (OTHERS[path] ?? text) : z.array(itemOf(path))

const FORM = Object.fromEntries(FORM_PATHS.map((path) => [path, valueAt(path)]))

/** Values of some paths. (zod's own `partial` would weigh on the first page.) */
const someOf = (schemas: Readonly<Record<Path, z.ZodMiniType>>): z.ZodMiniType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schemas).map(([path, schema]) => [path, z.optional(schema)] as const),
    ),
  )

/** All values of a review: with its form, or the title alone. */
const values = z.union([
  z.strictObject({ [TITLE]: z.string(), ...FORM }),
  z.strictObject({ [TITLE]: z.string() }),
]) as unknown as z.ZodMiniType<Values>

const someValues = someOf({ [TITLE]: z.string(), ...FORM }) as z.ZodMiniType<Values>

const adds = someOf(
  Object.fromEntries(Object.entries(FORM).filter(([path]) => listAt(path) !== undefined)),
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

/** One record: whose review it is stands in its key. */
export const storedWork = z.object({
  version: z.literal(WORK_VERSION),
  id: z.string(),
  vendorId: z.number(),
  reviewId: z.number(),
  /** What the review is called in a list of unsaved work. */
  reviewTitle: z.string(),
  /** The tab that has it, or had it last. */
  tab: z.string(),
  /** Milliseconds since 1970, by this computer's clock; nothing is decided by it. */
  savedAt: z.number(),
  base: values,
  mine: values,
  journal: z.array(sentRequest),
  decided: z.array(z.string()),
  /** Older words of the same analyst that the form has no room for. */
  displaced: z.array(z.object({ path: z.string(), value: z.unknown() })),
})
export type StoredWork = z.infer<typeof storedWork>
