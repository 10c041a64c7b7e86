import * as z from 'zod/mini'

/** A report in the address: a document of the vendor by its id, or the first, second … file from disk. */
export type ReportKey = `${number}` | `disk-${number}`

/** In place of a report: the choice of one. */
export const CHOOSE = 'choose'

const KEY = /^(?:[1-9]\d{0,14}|disk-[1-9]\d{0,2}|choose)$/

const text = z.pipe(z.optional(z.custom<string | number>()), z.transform(String))

/** The search parameters of a review's address that say what is open beside the form. */
export const reportSearch = z.object({
  /** The report in front. */
  report: z.pipe(
    text,
    z.transform((value) => (KEY.test(value) ? (value as ReportKey | typeof CHOOSE) : undefined)),
  ),
  /** The page in front, from 1. */
  page: z.pipe(
    text,
    z.transform((value) => (/^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined)),
  ),
  /** In a window that is too narrow for both: what is in front. The report, unless the form is. */
  front: z.catch(z.optional(z.literal('form')), undefined),
})
