import * as z from 'zod/mini'

/**
 * Parts of the schemas that read an address. Addresses are typed, shared and mangled, so every part
 * falls back to a value that still opens the page.
 */

/** One of a set, with a default. */
export const choice = <T extends string>(values: readonly [T, ...T[]], fallback: NoInfer<T>) =>
  z.catch(z._default(z.enum(values), fallback), fallback)

/** Any number of values of a set, separated by commas. Unknown values are dropped. */
export const choices = <T extends string>(values: readonly [T, ...T[]]) =>
  z.pipe(
    z.optional(z.custom<readonly T[] | string>()),
    z.transform((value): T[] => {
      const entries: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',')
      return values.filter((known) => entries.includes(known))
    }),
  )

/** A calendar day, or nothing. */
export const day = () => z.catch(z.optional(z.iso.date()), undefined)

/** Free text, short enough for an address. */
export const freeText = () => z.catch(z._default(z.string().check(z.maxLength(200)), ''), '')

/** Replaces a path parameter that is not an id, so that the route can answer "not found". */
export const NO_ID = 0

/** An id in a path: a positive whole number, else {@link NO_ID}. */
export const pathId = z.catch(
  z.pipe(z.string().check(z.regex(/^[1-9]\d{0,14}$/)), z.pipe(z.transform(Number), z.int())),
  NO_ID,
)
