import * as z from 'zod/mini'
import { SORT_DIRECTIONS, SORT_FIELDS } from '../../src/domain/contract/enums.ts'
import { malformed } from './errors.ts'
import type { Paging } from './queries.ts'
import type { Stamped } from './records.ts'

/** A page as the service answers it. */
export interface PageAnswer<T> {
  data: T[]
  pagination: { cursor: string | null; totalCount?: number }
}

/** Where a page ended: its order, and the time and id of its last record. */
const position = z.tuple([z.enum(SORT_FIELDS), z.enum(SORT_DIRECTIONS), z.string(), z.int()])

const decode = (cursor: string): z.infer<typeof position> => {
  try {
    return position.parse(JSON.parse(atob(cursor)))
  } catch {
    throw malformed('cursor is not valid')
  }
}

/**
 * Cuts one page out of a list (contract, point 9).
 *
 * The default order is by `createdAt`, newest first. The id decides between equal times, so that
 * the order is total. The cursor holds the position of the last record and not a count: records
 * that are added or removed meanwhile neither repeat nor hide others. The cursor also holds the
 * order, which a request need not repeat but may not contradict.
 *
 * @param present makes the answer of a record
 * @throws ServiceError 400 for an invalid cursor, or one of another order
 */
export const pageOf = <R extends Stamped, T>(
  records: readonly R[],
  paging: Paging,
  present: (record: R) => T,
): PageAnswer<T> => {
  const after = paging.cursor ? decode(paging.cursor) : undefined
  const sort = paging.sort ?? after?.[0] ?? 'createdAt'
  const sortDir = paging.sortDir ?? after?.[1] ?? 'DESC'
  if (after && (after[0] !== sort || after[1] !== sortDir))
    throw malformed('cursor belongs to another sort order')

  const sign = sortDir === 'ASC' ? 1 : -1
  const compare = (record: R, time: string, id: number): number =>
    sign * (record[sort] < time ? -1 : record[sort] > time ? 1 : record.id - id)
  const sorted = records.toSorted((one, other) => compare(one, other[sort], other.id))
  const rest = after ? sorted.filter((record) => compare(record, after[2], after[3]) > 0) : sorted
  const rows = rest.slice(0, paging.size ?? 50)
  const last = rows.at(-1)
  const cursor =
    last && rest.length > rows.length
      ? btoa(JSON.stringify([sort, sortDir, last[sort], last.id]))
      : null
  return {
    data: rows.map(present),
    pagination: {
      cursor,
      ...(paging.includeTotalCount && !after && { totalCount: records.length }),
    },
  }
}
