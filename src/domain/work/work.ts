import { type SocItem } from '../soc/form-fields.ts'
import { isSameValues, type Path, REVIEWER, type Value, type Values } from './values.ts'

/**
 * The work on a review: everything that one tab knows of what was typed and of what was sent. It is
 * the one record that restoring, saving, retrying, finishing, undoing, discarding and finalizing read.
 */
export interface Work {
  /** What the service held when this work began to differ. */
  base: Values
  /** What the service is to hold. */
  mine: Values
  /** The requests of a save that is not known to have ended, the oldest first. */
  journal: readonly SentRequest[]
  /**
   * Paths that were decided and are not saved yet. A decision holds for what was shown: where others
   * change the same path again, they are asked about again, even where both could be merged.
   */
  decided: readonly Path[]
}

/**
 * What became of a request: the service took it; or it may have, since no answer came. One that it
 * certainly did not take leaves the journal.
 */
export type SentOutcome = 'taken' | 'unclear'

/** One request, written down before it is sent and after its outcome is known. */
export interface SentRequest {
  id: string
  outcome: SentOutcome
  /** When its connection ended, in milliseconds since 1970; null while it is under way. */
  endedAt: number | null
  /** The values of the paths that it writes, before the save and after it. */
  from: Values
  to: Values
  /** The lists that it clears. */
  clears: readonly Path[]
  /** What it adds to lists. */
  adds: Readonly<Record<Path, readonly SocItem[]>>
  /** The paths whose end was not seen yet in a read after it. */
  open: readonly Path[]
  /** Of an unclear request, the paths at which a read has shown something that may be ours. */
  perhaps: readonly Path[]
}

/** Work that has not begun: everything is as the service has it. */
export const newWork = (values: Values): Work => ({
  base: values,
  mine: values,
  journal: [],
  decided: [],
})

/** Whether the work is about a form as well; else it is about the title alone. */
export const hasForm = ({ mine }: Work): boolean => REVIEWER in mine

/** Whether anything was typed that the service does not have. */
export const isEdited = ({ base, mine }: Work): boolean => !isSameValues(base, mine)

/** Whether a save was begun and is not known to have ended. */
export const isUnfinished = ({ journal }: Work): boolean =>
  journal.some(({ open }) => open.length > 0)

/** Whether leaving the work would lose anything. */
export const isUnsaved = (work: Work): boolean => isEdited(work) || isUnfinished(work)

/** What a request did, or may have done, to one path. */
export interface SentAt {
  outcome: SentOutcome
  endedAt: number | null
  clears: boolean
  /** What it adds to the list; undefined where it adds nothing, or the path is no list. */
  adds: readonly SocItem[] | undefined
  /** The value at the path before the save, as the service was seen to hold it. */
  from: Value
  /** What it sets the field to. */
  to: Value
}

/** The requests that concern a path and whose end was not seen yet, the oldest first. */
export const openAt = ({ journal }: Pick<Work, 'journal'>, path: Path): SentAt[] =>
  journal
    .filter(({ open }) => open.includes(path))
    .map(({ outcome, endedAt, clears, adds, from, to, perhaps }) => ({
      // What was seen once is not taken for lost when somebody has removed it since.
      outcome: perhaps.includes(path) ? 'taken' : outcome,
      endedAt,
      clears: clears.includes(path),
      adds: adds[path],
      from: from[path],
      to: to[path],
    }))

/** A journal in which the end of some paths was seen; empty once nothing in it is open. */
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

/** A journal that remembers where something was seen that may be ours. */
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
 * The work once the outcome of a request is known.
 * @param outcome `unsent` where the service certainly did not take it
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
