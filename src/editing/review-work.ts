import {
  checkWork,
  type ReviewKey,
  type SaveEnd,
  type SaveRun,
  saveWork,
} from '../api/saving/save-work.ts'
import type { WorkRecord } from '../api/saving/work-store.ts'
import { carry, overlay, rebase } from '../domain/work/carry.ts'
import { decide, leave, signatureOf, undo } from '../domain/work/decide.ts'
import { maySend } from '../domain/work/sendable.ts'
import { changesBetween, isSameValues, toValues, type Values } from '../domain/work/values.ts'
import { hasForm, isUnfinished, isUnsaved, newWork, type Work } from '../domain/work/work.ts'
import { newId } from '../lib/ids.ts'
import { createStore } from '../lib/store.ts'
import type { FormPort } from './form-port.ts'
import { createKeeper } from './keeper.ts'
import {
  isWorthKeeping,
  newState,
  type ReviewWork,
  type SaveResult,
  type WorkState,
  type WorkWorld,
} from './work-state.ts'

export const createReviewWork = (
  key: ReviewKey,
  { service, store, lock, cache, announce, today }: WorkWorld,
): ReviewWork => {
  const { getState, setState, subscribe } = createStore(newState({}))
  /** The id of the record that keeps this work: a new one, unless a kept record is continued. */
  let id = newId()
  /** Records whose words this work has taken over. They are deleted once it is kept or done. */
  const superseded: { id: string; tab?: string }[] = []
  let reviewTitle = ''
  let form: FormPort | undefined
  let saving: Promise<SaveResult> | undefined
  let restoring: Promise<void> | undefined
  /** The conflict that the analyst put off. It is not shown again until it changes. */
  let deferred = ''

  const set = (change: Partial<WorkState>): void => setState({ ...getState(), ...change })

  const removeSuperseded = async (): Promise<void> => {
    for (const old of superseded.splice(0)) await store.remove({ ...key, ...old })
  }

  const keeper = createKeeper({
    isWorthKeeping: () => isWorthKeeping(getState()),
    write: async () => {
      const { work, displaced } = getState()
      const isKept = await store.write({ ...key, id, reviewTitle, work, displaced })
      if (isKept) await removeSuperseded()
      return isKept
    },
    remove: async () => {
      await store.remove({ ...key, id })
      await removeSuperseded()
    },
    // Stored work must be read before it is written over.
    before: () => restoring,
    onKept: (isKept) => {
      if (isKept !== getState().isKept) set({ isKept })
    },
  })

  const current = (): Work => getState().work
  /** The form's current values; without a form, the last ones. */
  const held = (): Values => form?.read() ?? current().mine

  const typed = (): void => {
    const mine = held()
    if (isSameValues(mine, current().mine)) return
    // Typing ends the offer to restore what was discarded.
    set({ work: { ...current(), mine }, discarded: null })
    void keeper.keep()
  }

  /** Replaces the work, and writes the differences to the form. */
  const replaceWork = (work: Work, change: Partial<WorkState> = {}): void => {
    const changes = changesBetween(held(), work.mine)
    set({ ...change, work })
    if (Object.keys(changes).length > 0) form?.write(changes)
    void keeper.keep()
  }

  /** A save of the current work. Text that is typed during the save is carried over. */
  const runOf = (begun: Work, decided?: SaveRun['decided']): SaveRun => {
    let from = begun
    return {
      key,
      work: begun,
      decided,
      maySend: (path, value) => maySend(path, value, from.base, today()),
      keep: async (next) => {
        const carried = carry(from, next, { ...current(), mine: held() })
        ;({ from } = carried)
        replaceWork(carried.work)
        await keeper.keep()
      },
      onProgress: (progress) => set({ progress }),
    }
  }

  const conclude = async (end: SaveEnd, isAuto: boolean): Promise<SaveResult> => {
    if (end.kind === 'conflict') {
      const isPutOff = isAuto && signatureOf(end.conflicts) === deferred
      set({ conflicts: end.conflicts, isAsked: !isPutOff })
    }
    await cache(key, end.review)
    return end.kind
  }

  const carryOut = async (isAuto: boolean, decided: SaveRun['decided']): Promise<SaveResult> => {
    set({ isSaving: true, failure: null, conflicts: [], isAsked: false })
    try {
      await restoring
      return await lock(key, async () => {
        typed()
        return conclude(await saveWork(service, runOf(current(), decided)), isAuto)
      })
    } catch (failure) {
      set({ failure })
      return 'failed'
    } finally {
      set({ isSaving: false, progress: null, isRestored: false })
      await keeper.keep()
      announce(key)
    }
  }

  const begin = async (isAuto: boolean, decided?: SaveRun['decided']): Promise<SaveResult> => {
    typed()
    if (saving === undefined && !isUnsaved(current()) && restoring === undefined) return 'saved'
    saving ??= carryOut(isAuto, decided).finally(() => {
      saving = undefined
    })
    return saving
  }

  const save: ReviewWork['save'] = ({ isAuto = false } = {}) => begin(isAuto)

  /** Restores work beneath what was typed since. @param shown what that typing started from */
  const restoreBeneath = (work: Work, shown: Values, change: Partial<WorkState>): void => {
    const { work: next, displaced } = overlay(rebase(work, shown), shown, held())
    replaceWork(next, {
      ...change,
      displaced: [...(change.displaced ?? getState().displaced), ...displaced],
    })
  }

  /**
   * Continues the work of a record, beneath what was typed since.
   * @param from the record as it was found
   */
  const resume = (kept: WorkRecord, from: WorkRecord, shown: Values): void => {
    if (isWorthKeeping(getState())) superseded.push({ id: kept.id })
    else id = kept.id
    // This tab could not adopt the record, so it stays until the work is kept or done.
    if (from.id !== kept.id) superseded.push({ id: from.id, tab: from.tab })
    restoreBeneath(kept.work, shown, { displaced: [...getState().displaced, ...kept.displaced] })
    set({ isRestored: isUnsaved(current()) })
  }

  /** Restores the work of this tab, or the newest work of a closed tab. */
  const restore = async (shown: Values): Promise<void> => {
    const { own, left, elsewhere } = await store.read(key)
    const newest = own ?? left[0]
    set({ elsewhere, left: left.filter((record) => record !== newest && record.id !== id) })
    const record = newest === own ? own : newest && (await lock(key, () => store.adopt(newest)))
    if (newest && record) resume(record, newest, shown)
  }

  /** Checks how far an unfinished save came. If everything has arrived, it ends silently. */
  const checkUnfinished = async (): Promise<void> => {
    if (!isUnfinished(current())) return
    try {
      await lock(key, () => checkWork(service, runOf(current())))
      if (!isUnsaved(current())) set({ isRestored: false, failure: null })
      if (!isUnfinished(current())) announce(key)
    } catch {
      // The notice says that a save is unfinished. Finishing it shows the error.
    }
  }

  const refreshOtherTabs = async (): Promise<void> => {
    const { elsewhere, left } = await store.read(key)
    set({ elsewhere, left: left.filter((record) => record.id !== id) })
  }

  return {
    getState,
    subscribe,
    start: (shown, title) => {
      reviewTitle = title
      const isLive = isWorthKeeping(getState()) || getState().isSaving || restoring !== undefined
      // No subscribers yet: the page is still being built.
      if (isLive) {
        const work = rebase(current(), shown)
        set({ work, isRestored: getState().isRestored || isUnsaved(work) })
      } else setState(newState(shown))
      return current().mine
    },
    attach: (port) => {
      form = port
      if (!isWorthKeeping(getState()) && restoring === undefined && saving === undefined)
        restoring = restore(current().base).finally(() => {
          restoring = undefined
          void keeper.keep()
          void checkUnfinished()
        })
      return () => {
        typed()
        form = undefined
      }
    },
    typed,
    keep: async () => void (isWorthKeeping(getState()) && (await keeper.keep())),
    save,
    discard: (shown) => {
      typed()
      if (saving || isUnfinished(current())) return
      const change = { isRestored: false, failure: null, conflicts: [] }
      replaceWork(newWork(shown), { ...change, discarded: current() })
    },
    undoDiscard: () => {
      typed()
      const { discarded } = getState()
      if (discarded) restoreBeneath(discarded, current().base, { discarded: null })
    },
    keepRestored: () => set({ isRestored: false }),
    dropDisplaced: () => {
      set({ displaced: [] })
      void keeper.keep()
    },
    ask: () => set({ isAsked: getState().conflicts.length > 0 }),
    decideLater: () => {
      deferred = signatureOf(getState().conflicts)
      set({ isAsked: false })
    },
    decide: (choiceOf) => {
      const shown = new Map(
        getState().conflicts.map((conflict) => [conflict.path, signatureOf([conflict])]),
      )
      typed()
      // If nothing is left to save, the decision becomes an edit of what the service held.
      if (saving === undefined && !isUnsaved(current())) {
        const decided = decide(current(), getState().conflicts, ({ path }) => choiceOf(path))
        replaceWork(decided, { conflicts: [], isAsked: false })
      }
      // A decision holds only for what was shown. If they changed it again, ask again.
      return begin(false, (conflict) =>
        shown.get(conflict.path) === signatureOf([conflict]) ? choiceOf(conflict.path) : undefined,
      )
    },
    undoSave: async (userIdOf) => {
      typed()
      replaceWork(undo(current(), userIdOf))
      return save()
    },
    leaveSave: async () => {
      typed()
      const { work: left } = getState()
      const review = await lock(key, () => service.read(key))
      typed()
      const theirs = toValues(review.title, hasForm(left) ? review.socReviewForm : undefined)
      const change = { discarded: left, isRestored: false, failure: null, conflicts: [] }
      replaceWork(carry(left, leave(theirs), current()).work, change)
      await cache(key, review)
    },
    takeOver: async (record) => {
      typed()
      // With two journals for one review, each would take the other's words for somebody else's.
      if (isUnfinished(current())) return
      const mine = await lock(key, () => store.adopt(record))
      set({ left: getState().left.filter((other) => other !== record) })
      if (mine) resume(mine, record, current().base)
      await checkUnfinished()
    },
    finishElsewhere: async ({ id: finished, work }) => {
      const run = { ...runOf(work), keep: async () => undefined }
      const end = await lock(key, () => saveWork(service, run))
      typed()
      const { title, socReviewForm } = end.review
      const theirs = toValues(title, hasForm(work) ? socReviewForm : undefined)
      // That tab finds out with its next check that its save is over.
      const elsewhere = getState().elsewhere.filter((record) => record.id !== finished)
      replaceWork(rebase(current(), theirs), { elsewhere })
      announce(key)
      await cache(key, end.review)
      return end.kind
    },
    refreshOtherTabs,
    checkAgain: async () => {
      await checkUnfinished()
      await refreshOtherTabs()
    },
  }
}
