import type { LookupResult } from '../send-once.ts'
import { areTwins, isNameOf, twinKeysOf } from './file-names.ts'

/**
 * Matches the files that this page sent with the files that the service lists. A name identifies
 * nothing, so a listed file is matched with at most one sent file: once an answer named it or a
 * lookup found it, it is taken.
 */

/** A file in a list of the service, with what can identify it. */
export interface ListedFile {
  id: number
  /** null if the service gives no name; it may then be any file. */
  name: string | null
}

/** The newest files of a list. */
export interface FileListing {
  files: readonly ListedFile[]
  /** The number of unreadable rows, each of which may be any file. */
  unreadable: number
}

/** Where a file is listed. */
export interface FilePlace {
  /** The set of files in which ids are unique. */
  pool: string
  /** The list to look at; null if it shows the whole pool. */
  list: number | null
}

/** Whether files of two places may appear in one list. */
export const mayMeet = (one: FilePlace, other: FilePlace): boolean =>
  one.pool === other.pool && (one.list === other.list || one.list === null || other.list === null)

const isSameList = (one: FilePlace, other: FilePlace): boolean =>
  one.pool === other.pool && one.list === other.list

interface SentRequest {
  place: FilePlace
  /** What the list held before the request; null if unknown. */
  before: { ids: ReadonlySet<number>; unreadable: number } | null
  /** When reading that list began, and when the request could no longer arrive. */
  begun: number
  ended: number
}

/** A file that may have arrived. */
export interface SentFile {
  readonly name: string
  readonly request: SentRequest
  /** The listed file that it was matched with, if any. */
  listedId: number | null
}

/** The result of a lookup of a file. */
export type FileLookup = LookupResult<ListedFile>

export interface FileAccounts {
  /** @returns the current moment on the accounts' own counter; take it before reading a list */
  now: () => number
  /** Registers the files of a request that is about to be sent. */
  open: (
    place: FilePlace,
    names: readonly string[],
    before: FileListing | null,
    begun: number,
  ) => SentFile[]
  /** Marks the request as ended: from now on its files can no longer arrive. */
  close: (files: readonly SentFile[]) => void
  /** Removes files that certainly did not arrive. */
  drop: (files: readonly SentFile[]) => void
  /** Matches the files that the answer names, which may be fewer than were sent. */
  take: (files: readonly SentFile[], answered: readonly ListedFile[]) => void
  /** Looks up some files of one request in a list, and takes the listed files that match. */
  find: (files: readonly SentFile[], listing: FileListing) => FileLookup[]
}

/**
 * Whether the later request read the list after the earlier one had ended: then their files can be
 * told apart.
 */
const isSetApart = (later: SentRequest, earlier: SentRequest): boolean =>
  later.begun > earlier.ended && later.before !== null && isSameList(later.place, earlier.place)

/** Makes the accounts of a page. */
export const createFileAccounts = (): FileAccounts => {
  let moment = 0
  let sent: readonly SentFile[] = []
  const taken = new Map<string, Set<number>>()
  const takenIn = ({ pool }: FilePlace): Set<number> => {
    const ids = taken.get(pool) ?? new Set()
    taken.set(pool, ids)
    return ids
  }

  /**
   * The listed files that are new since the request, not taken, and were there before any later
   * request.
   */
  const rowsFor = (request: SentRequest, { files }: FileListing): ListedFile[] => {
    const later = sent.map((file) => file.request).filter((other) => isSetApart(other, request))
    return files.filter(
      ({ id }) =>
        !request.before?.ids.has(id) &&
        !takenIn(request.place).has(id) &&
        later.every((other) => other.before?.ids.has(id)),
    )
  }

  /** Files of other requests that a new row may belong to instead. */
  const othersThan = (files: readonly SentFile[], request: SentRequest): SentFile[] =>
    sent.filter(
      (other) =>
        !files.includes(other) &&
        other.listedId === null &&
        mayMeet(other.request.place, request.place) &&
        other.request.ended > request.begun &&
        !isSetApart(other.request, request),
    )

  const find: FileAccounts['find'] = (files, listing) => {
    const request = files[0]?.request
    if (!request) return []
    const { place, before } = request
    const rows = rowsFor(request, listing)
    const mayBe = (row: ListedFile, file: SentFile): boolean =>
      row.name !== null &&
      isNameOf(row.name, file.name) &&
      !(isSameList(file.request.place, place) && file.request.before?.ids.has(row.id))
    const takeRow = (file: SentFile): ListedFile | undefined => {
      const index = rows.findIndex((row) => mayBe(row, file))
      return index < 0 ? undefined : rows.splice(index, 1)[0]
    }
    const matches = files.map((file) => (file.listedId === null ? takeRow(file) : undefined))
    const others = othersThan(files, request)
    const ownKeys = files.map(({ name }) => twinKeysOf(name))
    const mayBeOwn = ({ name }: ListedFile): boolean =>
      name !== null && ownKeys.some((keys) => areTwins(keys, twinKeysOf(name)))
    // Rows that match a file of another request are not unknown, unless the service may have given
    // that name to one of these files.
    for (const row of others.map(takeRow)) if (row && mayBeOwn(row)) rows.push(row)
    const mayBeAny = listing.unreadable > (before?.unreadable ?? 0)
    // A request arrives as a whole: a file that seems missing may be listed under another name.
    const isPartThere =
      matches.some((row) => row !== undefined) ||
      sent.some((other) => other.request === request && other.listedId !== null)
    return files.map((file, index) => {
      if (file.listedId !== null) return { outcome: 'done' }
      const row = matches[index]
      if (!row)
        return rows.length > 0 || mayBeAny || isPartThere
          ? { outcome: 'unsure', candidates: rows }
          : { outcome: 'absent' }
      if (before === null || others.some((other) => mayBe(row, other)))
        return { outcome: 'unsure', candidates: [row] }
      file.listedId = row.id
      takenIn(place).add(row.id)
      return { outcome: 'done' }
    })
  }

  return {
    now: () => ++moment,
    open: (place, names, before, begun) => {
      const request: SentRequest = {
        place,
        before: before && {
          ids: new Set(before.files.map(({ id }) => id)),
          unreadable: before.unreadable,
        },
        begun,
        ended: Number.POSITIVE_INFINITY,
      }
      const files = names.map((name): SentFile => ({ name, request, listedId: null }))
      sent = [...sent, ...files]
      return files
    },
    close: (files) => {
      for (const { request } of files) request.ended = ++moment
    },
    drop: (files) => {
      sent = sent.filter((file) => !files.includes(file))
    },
    take: (files, answered) => {
      const [first, ...others] = files
      for (const { id, name } of answered) {
        const file =
          others.length === 0
            ? first
            : files.find((one) => name !== null && isNameOf(name, one.name))
        if (file) file.listedId = id
        if (first) takenIn(first.request.place).add(id)
      }
    },
    find,
  }
}
