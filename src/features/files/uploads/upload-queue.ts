import { mayMeet } from '../../../api/once/files/file-accounts.ts'
import { areTwins } from '../../../api/once/files/file-names.ts'
import { placeOf, type UploadTarget } from '../../../api/once/files/file-requests.ts'
import { createFileSender, type FileFate } from '../../../api/once/files/send-files.ts'
import type { Phase } from '../../../api/once/send-once.ts'
import { createThrottle } from '../../../api/once/throttle.ts'
import { createStore } from '../../../lib/store.ts'
import {
  canCancel,
  canRetry,
  isOver,
  sentOf,
  type UploadQueue,
  type UploadService,
  type UploadsSnapshot,
} from './upload.ts'
import { batchesOf } from './upload-batches.ts'
import { type Change, changed, IDLE, type Item, newItem, WAITING } from './upload-items.ts'
import { changeFor, changeForRetry, mayBeOneOfThem } from './upload-outcome.ts'

/** The limit of simultaneous requests. */
const MAX_RUNNING = 3

const PHASES: Record<Phase, Change['upload']> = {
  waiting: WAITING,
  sending: { ...WAITING, state: 'uploading' },
  looking: { ...IDLE, state: 'uploading', isCommitted: true, isLooking: true, sentence: null },
  'signed-out': { ...WAITING, isSignedOut: true },
}

/**
 * Makes the queue, which keeps the order of the files. Three requests run at a time. Of two files
 * that could be mistaken for each other, the second waits until the first is settled. {@link
 * createFileSender} sends each file once and finds out its outcome.
 */
export const createUploadQueue = (service: UploadService): UploadQueue => {
  const { whenSignedIn } = service
  const sender = createFileSender(service)
  const throttle = createThrottle(() => {
    publish()
    pump()
  })
  let items: readonly Item[] = []
  const shown = createStore<UploadsSnapshot>({ uploads: [], pausedUntil: null })
  let lastId = 0
  let lastBatch = 0
  const running = new Map<number, AbortController>()

  const publish = (): void =>
    shown.setState({ uploads: items.map(({ upload }) => upload), pausedUntil: throttle.until() })
  const find = (id: number): Item | undefined => items.find(({ upload }) => upload.id === id)
  const change = (meant: readonly Item[], next: (item: Item, index: number) => Change): void => {
    const places = new Map(meant.map(({ upload }, index) => [upload.id, index]))
    items = items.map((item) => {
      const index = places.get(item.upload.id)
      return index === undefined ? item : changed(item, next(item, index))
    })
    publish()
  }

  const showPhase = (batch: readonly Item[], phase: Phase): void =>
    change(batch, ({ isTakenBack, isWanted }) =>
      isTakenBack
        ? { upload: { isLooking: true } }
        : { upload: { ...PHASES[phase], ...(isWanted && { state: 'waiting' }) } },
    )

  const showProgress = (batch: readonly Item[], part: number, speed: number | null): void => {
    const sent = sentOf(
      batch.map(({ file }) => file.size),
      part,
    )
    change(batch, ({ isTakenBack }, index) =>
      isTakenBack ? {} : { upload: { sent: sent[index] ?? 0, speed, isCommitted: part >= 1 } },
    )
  }

  const refreshFor = (target: UploadTarget, fates: readonly FileFate[]): void => {
    const isWorthALook = (fate: FileFate): boolean =>
      fate.outcome === 'done' || (fate.outcome === 'unsure' && fate.candidates !== null)
    if (fates.some(isWorthALook)) service.refreshList(target)
  }

  const send = async (
    target: UploadTarget,
    batch: readonly Item[],
    signal: AbortSignal,
  ): Promise<void> => {
    let began = performance.now()
    const fates = await sender.send(
      target,
      batch.map(({ file }) => file),
      {
        signal,
        throttle,
        whenSignedIn,
        onPhase: (phase) => {
          began = performance.now()
          showPhase(batch, phase)
        },
        onProgress: ({ sent, total }) => {
          const seconds = (performance.now() - began) / 1_000
          showProgress(batch, total > 0 ? sent / total : 1, seconds > 0 ? sent / seconds : null)
        },
      },
    )
    const isSplit = batch.length > 1 && fates.every(mayBeOneOfThem)
    const together = ++lastBatch
    change(batch, (item, index) => {
      const fate = fates[index]
      if (!fate) return {}
      const isCut = signal.aborted || isSplit
      return changeFor(item, fate, { batch: isSplit ? ++lastBatch : together, isCut })
    })
    refreshFor(target, fates)
  }

  /** Looks up a file that may have arrived, and sends it again only if it did not. */
  const clarify = async (item: Item, { trace }: NonNullable<Item['unclear']>): Promise<void> => {
    const { target } = item.upload
    const fate = await sender.lookAgain(target, trace, {
      whenSignedIn,
      onPhase: (phase) => showPhase([item], phase),
    })
    change([item], (now) => changeForRetry(now, fate, ++lastBatch))
    refreshFor(target, [fate])
  }

  const run = (number: number, act: (signal: AbortSignal) => Promise<void>): void => {
    const controller = new AbortController()
    running.set(number, controller)
    void act(controller.signal).finally(() => {
      running.delete(number)
      pump()
    })
  }

  /**
   * Whether a file that could be mistaken for one of these is being sent. After a lost answer
   * nobody could tell which one arrived, so the second has to wait.
   */
  const isTwinRunning = (batch: readonly Item[]): boolean =>
    items.some(
      (other) =>
        running.has(other.batch) &&
        batch.some(
          ({ upload, twinKeys }) =>
            mayMeet(placeOf(upload.target), placeOf(other.upload.target)) &&
            areTwins(twinKeys, other.twinKeys),
        ),
    )

  const pump = (): void => {
    if (throttle.until() !== null) return
    const waiting = Map.groupBy(
      items.filter(({ upload }) => upload.state === 'waiting'),
      ({ batch }) => batch,
    )
    for (const [number, batch] of waiting) {
      if (running.size >= MAX_RUNNING) return
      const target = batch[0]?.upload.target
      if (!target || running.has(number) || isTwinRunning(batch)) continue
      run(number, (signal) => send(target, batch, signal))
    }
  }

  const again = (item: Item): void => {
    const { unclear } = item
    const number = ++lastBatch
    change([item], () => ({ batch: number, unclear, ...(!unclear && { upload: WAITING }) }))
    if (unclear) run(number, () => clarify({ ...item, batch: number }, unclear))
    pump()
  }

  const cancel = (id: number): void => {
    const item = find(id)
    if (!item || !canCancel(item.upload)) return
    const controller = running.get(item.batch)
    const upload = { ...IDLE, state: 'canceled', sentence: null } as const
    if (!controller) {
      change([item], () => ({ batch: ++lastBatch, upload }))
      return
    }
    change([item], () => ({
      isTakenBack: true,
      isWanted: false,
      upload: { ...upload, isLooking: true },
    }))
    // During a lookup nothing is being sent, so there is nothing to abort.
    if (!item.upload.isLooking) controller.abort(new Error('Canceled'))
  }

  const retry = (item: Item): void => {
    if (isOver(item.upload)) again(item)
    else if (item.isTakenBack)
      change([item], () => ({ isTakenBack: false, isWanted: true, upload: { state: 'waiting' } }))
  }

  const removeWhere = (isMeant: (item: Item) => boolean): void => {
    items = items.filter((item) => !isMeant(item) || !isOver(item.upload))
    publish()
  }

  return {
    subscribe: shown.subscribe,
    getState: shown.getState,
    add: (target, files) => {
      const added = batchesOf(target, files).flatMap((batch) => {
        const number = ++lastBatch
        return batch.map((file) => newItem(++lastId, number, target, file))
      })
      items = [...items, ...added]
      publish()
      pump()
    },
    cancel,
    retry: (id) => {
      const item = find(id)
      if (item && canRetry(item.upload)) retry(item)
    },
    retryAll: () => {
      // An unsure file is sent again only if the analyst retries that file.
      for (const item of items)
        if (item.upload.state === 'failed' && canRetry(item.upload))
          again({ ...item, unclear: item.unclear && { ...item.unclear, shown: null } })
    },
    remove: (id) => removeWhere(({ upload }) => upload.id === id),
    removeOver: () => removeWhere(() => true),
  }
}
