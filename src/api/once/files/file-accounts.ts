import type { LookupResult } from '../send-once.ts'
import { isNameOf } from './file-names.ts'

/**
 * Accounts of the files that this page sent. A name is no identity, so a listed file counts for one
 * sent file alone: what an answer named, or a look found, is taken and counts for no other.
 */

/** One of the files that the service lists, as far as it can be recognised. */
export interface ListedFile {
  id: number
  /** null where the service gives none, so that it may be any. */
  name: string | null
}

/** The newest files of a list. */
export interface FileListing {
  files: readonly ListedFile[]
  /** How many rows could not be read: each may be any file. */
  unreadable: number
}

/** Where a file appears. */
export interface FilePlace {
  /** The files among which ids differ. */
  pool: string
  /** The list that is looked at; null where it shows the whole pool. */
  list: number | null
}

/** Whether files of two places may appear in one list. */
export const mayMeet = (one: FilePlace, other: FilePlace): boolean =>
  one.pool === other.pool && (one.list === other.list || one.list === null || other.list === null)

const isSameList = (one: FilePlace, other: FilePlace): boolean =>
  one.pool === other.pool && one.list === other.list

interface SentRequest {
  place: FilePlace
  /** What was there before it was sent; null where that is not known. */
  before: { ids: ReadonlySet<number>; unreadable: number } | null
  /** When reading what was there before began, and when nothing of it can arrive any more. */
  begun: number
  ended: number
}

/** A file that may have arrived. */
export interface SentFile {
  readonly name: string
  readonly request: SentRequest
  /** The listed file that counts for it, once that is known. */
  listedId: number | null
}

/** What a look shows of a file; candidates by their id in the list. */
export type FileLookup = LookupResult<number>

export interface FileAccounts {
  /** @returns the moment, as the accounts count them; to be taken before a list is read */
  now: () => number
  /** Opens the account of a request that is about to be sent. */
  open: (
    place: FilePlace,
    names: readonly string[],
    before: FileListing | null,
    begun: number,
  ) => SentFile[]
  /** Closes it: from now on nothing of it can arrive. */
  close: (files: readonly SentFile[]) => void
  /** Strikes out files that certainly did not arrive. */
  drop: (files: readonly SentFile[]) => void
  /** Takes what the service's answer names; it may name fewer than were sent. */
  take: (files: readonly SentFile[], answered: readonly ListedFile[]) => void
  /** Finds what became of some files of one request, and takes what is theirs. */
  find: (files: readonly SentFile[], listing: FileListing) => FileLookup[]
}

/** Whether a later request saw what had come before it, which keeps the two apart. */
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

  /** What is there and was not before, is not taken, and came before a later request was begun. */
  const rowsFor = (request: SentRequest, { files }: FileListing): ListedFile[] => {
    const later = sent.map((file) => file.request).filter((other) => isSetApart(other, request))
    return files.filter(
      ({ id }) =>
        !request.before?.ids.has(id) &&
        !takenIn(request.place).has(id) &&
        later.every((other) => other.before?.ids.has(id)),
    )
  }

  /** Files of other requests that a new row may belong to as well. */
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
    // What another file accounts for is not a stranger.
    others.forEach(takeRow)
    const mayBeAny = listing.unreadable > (before?.unreadable ?? 0)
    // A request arrives whole: what is missing of it may be there under a sibling's name.
    const isPartThere =
      matches.some((row) => row !== undefined) ||
      sent.some((other) => other.request === request && other.listedId !== null)
    return files.map((file, index) => {
      if (file.listedId !== null) return { outcome: 'done' }
      const row = matches[index]
      if (!row)
        return rows.length > 0 || mayBeAny || isPartThere
          ? { outcome: 'unsure', candidates: rows.map(({ id }) => id) }
          : { outcome: 'absent' }
      if (before === null || others.some((other) => mayBe(row, other)))
        return { outcome: 'unsure', candidates: [row.id] }
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
