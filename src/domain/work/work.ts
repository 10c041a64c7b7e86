import { type SocItem } from '../soc/form-fields.ts'
import { isSameValues, type Path, REVIEWER, type Value, type Values } from './values.ts'

/**
 * The work on a review: everything that one tab knows about what was typed and what was sent.
 * Restoring, saving, retrying, finishing, undoing, discarding and finalizing all read this one
 * record.
 */
export interface Work {
  /** What the service held before the changes of this work. */
  base: Values
  /** What the service should hold. */
  mine: Values
  /** The requests of a save that may not have ended, oldest first. */
  journal: readonly SentRequest[]
  /**
   * Paths that the analyst has decided and that are not saved yet. A decision holds only for what
   * was shown: if others change the path again, it is asked about again, even if it could be
   * merged.
   */
  decided: readonly Path[]
}

/**
 * The outcome of a request: the service took it, or no answer came and it may have. A request that
 * it certainly did not take is removed from the journal.
 */
export type SentOutcome = 'taken' | 'unclear'

/** One request. It is recorded before it is sent, and again when its outcome is known. */
export interface SentRequest {
  id: string
  outcome: SentOutcome
  /** When its connection ended, in milliseconds of this page's clock; null while under way. */
  endedAt: number | null
  /** For each path that it writes: the value before the save, and after it. */
  from: Values
  to: Values
  /** The lists that it clears. */
  clears: readonly Path[]
  /** What it adds to lists. */
  adds: Readonly<Record<Path, readonly SocItem[]>>
  /** The paths that no read has accounted for yet. */
  open: readonly Path[]
  /** For an unclear request: the paths where a read showed something that may be ours. */
  perhaps: readonly Path[]
}

/** Work without changes: everything is as the service has it. */
export const newWork = (values: Values): Work => ({
  base: values,
  mine: values,
  journal: [],
  decided: [],
})

/** Whether the work includes a form; otherwise it is only about the title. */
export const hasForm = ({ mine }: Work): boolean => REVIEWER in mine

/** Whether anything was typed that the service does not have. */
export const isEdited = ({ base, mine }: Work): boolean => !isSameValues(base, mine)

/** Whether a save was begun that may not have ended. */
export const isUnfinished = ({ journal }: Work): boolean =>
  journal.some(({ open }) => open.length > 0)

/** Whether leaving the work would lose anything. */
export const isUnsaved = (work: Work): boolean => isEdited(work) || isUnfinished(work)

/** What a request did, or may have done, to one path. */
export interface SentAt {
  outcome: SentOutcome
  endedAt: number | null
  clears: boolean
  /** What it adds to the list; undefined if it adds nothing, or the path is no list. */
  adds: readonly SocItem[] | undefined
  /** The value at the path before the save, by the last read. */
  from: Value
  /** What it sets the field to. */
  to: Value
}

/** The requests to a path that no read has accounted for yet, oldest first. */
export const openAt = ({ journal }: Pick<Work, 'journal'>, path: Path): SentAt[] =>
  journal
    .filter(({ open }) => open.includes(path))
    .map(({ outcome, endedAt, clears, adds, from, to, perhaps }) => ({
      // A read has shown it once, so it was not lost, even if somebody has removed it since.
      outcome: perhaps.includes(path) ? 'taken' : outcome,
      endedAt,
      clears: clears.includes(path),
      adds: adds[path],
      from: from[path],
      to: to[path],
    }))

/** The journal after some paths are accounted for; empty if nothing in it is open. */
export const closePaths = (
  journal: readonly SentRequest[],
  paths: ReadonlySet<Path>,
): readonly SentRequest[] => {
  if (paths.size === 0) return journal
  const closed = journal.map((request) => ({
    ...request,
    open: request.open.filter((path) => !paths.has(path)),
  }))
  return closed.some(({ open }) => open.length > 0) ? closed : []
}

/** The journal with a note of the paths that show something that may be ours. */
export const notePerhaps = (
  journal: readonly SentRequest[],
  paths: ReadonlySet<Path>,
): readonly SentRequest[] =>
  paths.size === 0
    ? journal
    : journal.map((request) => ({
        ...request,
        perhaps: request.open.filter((path) => paths.has(path) || request.perhaps.includes(path)),
      }))

/** The work with a request that is about to be sent. */
export const withRequest = (work: Work, request: SentRequest): Work => ({
  ...work,
  journal: [...work.journal, request],
})

/**
 * The work after the outcome of a request is known.
 * @param outcome `unsent` if the service certainly did not take it
 */
export const withOutcome = (
  work: Work,
  id: string,
  outcome: SentOutcome | 'unsent',
  endedAt: number,
): Work => ({
  ...work,
  journal:
    outcome === 'unsent'
      ? work.journal.filter((request) => request.id !== id)
      : work.journal.map((request) =>
          request.id === id ? { ...request, outcome, endedAt } : request,
        ),
})
