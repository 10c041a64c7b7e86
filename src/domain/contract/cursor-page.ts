import * as z from 'zod/mini'
import { type Reader, tolerant } from './reader.ts'

/** One page of a cursor-paginated list, as the app uses it. */
export interface Page<T> {
  data: T[]
  /** The cursor of the next page; null on the last one. */
  cursor: string | null
  /** The total count, if it was requested and returned. */
  totalCount: number | null
  /**
   * Rows of this page without an id, which cannot be read. Counted, so that the page can say so.
   */
  unreadable: number
}

/** The strict schema of a page, for the service that answers it. */
export const pageContract = <T>(read: Reader, item: z.ZodMiniType<T>) =>
  read.object({
    data: read.list(item),
    pagination: read.object({
      cursor: read.nullable(read.text),
      totalCount: read.optional(read.nullable(read.number)),
    }),
  })

const paginationSchema = tolerant.object({
  cursor: tolerant.nullable(tolerant.text),
  totalCount: tolerant.nullable(tolerant.number),
})

/**
 * Reads a page row by row, so that one unreadable row does not hide the others.
 * Fails only where there is no list of rows at all.
 */
export const pageOf = <T>(item: z.ZodMiniType<T>): z.ZodMiniType<Page<T>> =>
  z.pipe(
    z.object({ data: z.array(z.unknown()), pagination: paginationSchema }),
    z.transform(({ data, pagination }) => {
      const rows = data.flatMap((row) => {
        const result = item.safeParse(row)
        return result.success ? [result.data] : []
      })
      return {
        data: rows,
        cursor: pagination.cursor === '' ? null : pagination.cursor,
        totalCount: pagination.totalCount,
        unreadable: data.length - rows.length,
      }
    }),
  )
