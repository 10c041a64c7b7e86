import * as z from 'zod/mini'
import type { Open } from './enums.ts'

/**
 * How to read answers of the service. The contract's shapes are written once, against this
 * interface, and read in two ways:
 *
 * - {@link strict} follows the contract to the letter; the mock service checks its own answers with
 *   it;
 * - {@link tolerant} is for the app. Unknown enum values and fields, missing nullable or newer
 *   fields, numbers for enums and `"true"` for true must all still show a page. Reading fails only
 *   without the essentials: an entity's id, a page's rows.
 */
export interface Reader {
  /** The number that identifies an entity; never guessed. */
  id: z.ZodMiniType<number>
  text: z.ZodMiniType<string>
  /** null if the value is not a number. */
  number: z.ZodMiniType<number | null>
  /** null if the value is not a boolean: unknown does not mean false. */
  flag: z.ZodMiniType<boolean | null>
  /** A moment, as an ISO 8601 string with an offset. */
  instant: z.ZodMiniType<string>
  /** A calendar date `YYYY-MM-DD`, which belongs to no time zone. */
  day: z.ZodMiniType<string>
  oneOf<T extends string>(values: readonly [T, ...T[]]): z.ZodMiniType<Open<T>>
  /** A field that may be null. A missing field counts as null. */
  nullable<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | null>
  /** A field that may be absent. */
  optional<T>(schema: z.ZodMiniType<T>): z.ZodMiniOptional<z.ZodMiniType<T | undefined>>
  list<T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]>
  /**
   * @param aliases other names under which the service has been seen to send a field
   */
  object<S extends Shape>(
    shape: S,
    aliases?: Partial<Record<keyof S, readonly string[]>>,
  ): z.ZodMiniType<z.infer<z.ZodMiniObject<S>>>
  /** An object that is sent back as a whole, so fields outside the contract are kept. */
  item<S extends Shape>(shape: S): z.ZodMiniType<z.infer<z.ZodMiniObject<S>>>
}

type Shape = Record<string, z.ZodMiniType>

/** The contract to the letter. */
export const strict: Reader = {
  id: z.int().check(z.positive()),
  text: z.string(),
  number: z.number(),
  flag: z.boolean(),
  instant: z.iso.datetime({ offset: true }),
  day: z.iso.date(),
  oneOf: <T extends string>(values: readonly [T, ...T[]]) => z.enum(values),
  nullable: (schema) => z.nullable(schema),
  optional: <T>(schema: z.ZodMiniType<T>) => z.optional(schema),
  list: (item) => z.array(item),
  object: (shape) => z.strictObject(shape),
  item: (shape) => z.strictObject(shape),
}

/** A schema for a value that may be missing, made of a function that never throws. */
const read = <T>(convert: (value: unknown) => T): z.ZodMiniType<T> =>
  z.pipe(z.optional(z.unknown()), z.transform(convert))

const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

const asNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

const asFlag = (value: unknown): boolean | null =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : null

/** Cuts the time off a date. Converting it could shift the date by a day. */
const asDay = (value: unknown): string => asText(value).replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')

/**
 * A missing part becomes an empty object, whose fields then use their own fallbacks. A part that
 * needs an id still fails.
 */
const asObject = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

const withAliases = (
  value: object,
  aliases: Partial<Record<string, readonly string[]>>,
): object => {
  const fields: Record<string, unknown> = { ...value }
  for (const [name, others] of Object.entries(aliases)) {
    const other = others?.find((candidate) => fields[candidate] !== undefined)
    if (fields[name] === undefined && other !== undefined) fields[name] = fields[other]
  }
  return fields
}

/** Reads whatever can still be shown. */
export const tolerant: Reader = {
  id: z.pipe(
    z.union([z.int(), z.string().check(z.regex(/^\d{1,15}$/))]),
    z.pipe(z.transform(Number), z.int().check(z.positive())),
  ),
  text: read(asText),
  number: read(asNumber),
  flag: read(asFlag),
  instant: read(asText),
  day: read(asDay),
  oneOf: <T extends string>() => read((value): Open<T> => asText(value)),
  nullable: <T>(schema: z.ZodMiniType<T>) =>
    read((value): T | null => {
      if (value === undefined || value === null) return null
      const result = schema.safeParse(value)
      return result.success ? result.data : null
    }),
  optional: <T>(schema: z.ZodMiniType<T>) =>
    z.optional(
      read((value): T | undefined => {
        if (value === undefined || value === null) return undefined
        const result = schema.safeParse(value)
        return result.success ? result.data : undefined
      }),
    ),
  list: <T>(item: z.ZodMiniType<T>) =>
    read((value): T[] =>
      Array.isArray(value)
        ? value.flatMap((entry) => {
            const result = item.safeParse(entry)
            return result.success ? [result.data] : []
          })
        : [],
    ),
  object: (shape, aliases = {}) =>
    z.pipe(
      read((value) => withAliases(asObject(value), aliases)),
      z.object(shape),
    ),
  item: (shape) => z.pipe(read(asObject), z.looseObject(shape)),
}
