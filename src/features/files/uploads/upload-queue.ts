import { ApiError } from '../../../api/api-error.ts'
import { explainError } from '../../../api/explain-error.ts'
import type { Arrival, UploadTarget } from '../../../api/once/uploads.ts'
import {
  isOver,
  sentOf,
  type Upload,
  type UploadQueue,
  type UploadService,
  type UploadsSnapshot,
} from './upload.ts'
import { batchesOf } from './upload-batches.ts'

/** How many requests run at a time. */
const MAX_RUNNING = 3
/** How often a throttled request is sent again before the analyst has to. */
const MAX_THROTTLED = 6
/** How long to leave a service alone that does not say how long, in seconds. */
const DEFAULT_WAIT_S = 5

/** What is kept of a file that is not shown. */
interface Item {
  upload: Upload
  file: File
  /** Files with the same number travel together. */
  batch: number
  throttled: number
  /**
   * Set where its request went out and got no usable answer: what was there before it, and whether
   * the analyst has been told that one cannot tell.
   */
  unclear: { known: ReadonlySet<number> | null; isTold: boolean } | null
}
type Change = Partial<Omit<Item, 'upload'>> & { upload?: Partial<Upload> }

/** Beside what {@link Arrival} says: the service could not be asked. */
type Finding = Arrival | 'unasked'

/** A refusal of a request with several files may be the fault of one of them. */
const mayBeOneOfThem = (error: unknown): boolean =>
  error instanceof ApiError && [400, 413, 415, 422].includes(error.status)

const UNASKED =
  'The connection was lost before Drata said whether this file arrived. Retry when it is back: what is there is looked up first.'
const UNSURE =
  'The connection was lost, and one cannot tell whether this file arrived. Look at the list; if it is not there, retry.'

const IDLE = { sent: 0, speed: null, isCommitted: false } as const
const AGAIN = { ...IDLE, state: 'waiting', sentence: null } as const

/**
 * Makes the queue: three requests at a time; what is throttled waits; what may have arrived is
 * looked up before it is ever sent again, since the service has no idempotency keys (contract,
 * point 14).
 */
export const createUploadQueue = (service: UploadService): UploadQueue => {
  let items: readonly Item[] = []
  let pausedUntil: number | null = null
  let snapshot: UploadsSnapshot = { uploads: [], pausedUntil }
  let lastId = 0
  let lastBatch = 0
  const running = new Map<number, AbortController>()
  const listeners = new Set<() => void>()

  const publish = (): void => {
    snapshot = { uploads: items.map(({ upload }) => upload), pausedUntil }
    for (const listener of listeners) listener()
  }
  const find = (id: number): Item | undefined => items.find(({ upload }) => upload.id === id)
  const change = (changed: readonly Item[], next: (item: Item, index: number) => Change): void => {
    const places = new Map(changed.map(({ upload }, index) => [upload.id, index]))
    items = items.map((item) => {
      const index = places.get(item.upload.id)
      if (index === undefined) return item
      const { upload, ...rest } = next(item, index)
      return { ...item, ...rest, upload: { ...item.upload, ...upload } }
    })
    publish()
  }

  const settleArrived = (target: UploadTarget, done: readonly Item[]): void => {
    if (done.length === 0) return
    change(done, ({ file }) => ({
      unclear: null,
      upload: { ...IDLE, state: 'uploaded', sent: file.size, sentence: null },
    }))
    service.refreshList(target)
  }

  const lookUp = async (
    target: UploadTarget,
    files: readonly Item[],
    known: ReadonlySet<number> | null,
  ): Promise<Finding[]> => {
    try {
      return await service.lookUp(
        target,
        files.map(({ file }) => file.name),
        known,
      )
    } catch (error) {
      // A service that refuses to list will go on refusing: then only the analyst can look.
      const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500
      return files.map(() => (isRefused && error.status !== 429 ? 'unsure' : 'unasked'))
    }
  }

  const settleUnclear = async (
    target: UploadTarget,
    batch: readonly Item[],
    known: ReadonlySet<number> | null,
    error: ApiError,
  ): Promise<void> => {
    const findings = await lookUp(target, batch, known)
    const absent = `This file did not arrive. ${explainError(error).sentence}`
    change(batch, (_, index) => ({
      unclear: { known, isTold: findings[index] === 'unsure' },
      upload: {
        ...IDLE,
        state: 'failed',
        sentence: { absent, unsure: UNSURE, unasked: UNASKED, arrived: null }[
          findings[index] ?? 'unasked'
        ],
      },
    }))
    if (findings.includes('unsure')) service.refreshList(target)
    settleArrived(
      target,
      batch.filter((_, index) => findings[index] === 'arrived'),
    )
  }

  const settleThrottled = (batch: readonly Item[], error: ApiError): void => {
    const seconds = error.retryAfter ?? DEFAULT_WAIT_S
    pausedUntil = Math.max(pausedUntil ?? 0, Date.now() + seconds * 1_000)
    setTimeout(() => {
      if (pausedUntil === null || Date.now() < pausedUntil) return
      pausedUntil = null
      publish()
      pump()
    }, seconds * 1_000)
    change(batch, ({ throttled }) =>
      throttled + 1 < MAX_THROTTLED
        ? { throttled: throttled + 1, upload: AGAIN }
        : { upload: { ...IDLE, state: 'failed', sentence: explainError(error).sentence } },
    )
  }

  const settleRefused = (batch: readonly Item[], error: unknown): void => {
    const { sentence } = explainError(error)
    change(batch, () =>
      batch.length > 1 && mayBeOneOfThem(error)
        ? { batch: ++lastBatch, upload: AGAIN }
        : { unclear: null, upload: { ...IDLE, state: 'failed', sentence } },
    )
  }

  const send = async (batch: readonly Item[], signal: AbortSignal): Promise<void> => {
    const target = batch[0]?.upload.target
    if (!target) return
    change(batch, () => ({ upload: { ...AGAIN, state: 'uploading' } }))
    const known = await service.known(target, signal)
    if (signal.aborted) return
    const files = batch.map(({ file }) => file)
    const sizes = files.map(({ size }) => size)
    const began = performance.now()
    const onProgress = ({ sent, total }: { sent: number; total: number }): void => {
      const sentBytes = sentOf(sizes, total > 0 ? sent / total : 1)
      const seconds = (performance.now() - began) / 1_000
      change(batch, (_, index) => ({
        upload: {
          sent: sentBytes[index] ?? 0,
          speed: seconds > 0 ? sent / seconds : null,
          isCommitted: sent >= total,
        },
      }))
    }
    try {
      await service.send(target, files, { signal, onProgress })
      settleArrived(target, batch)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError)) settleRefused(batch, error)
      else if (error.status === 429) settleThrottled(batch, error)
      else if (error.isOutcomeUnclear) await settleUnclear(target, batch, known, error)
      else settleRefused(batch, error)
    }
  }

  /** One of two files of a name waits for the other, or it could be taken for it. */
  const isTwinRunning = (batch: readonly Item[]): boolean =>
    items.some(
      (other) =>
        running.has(other.batch) && batch.some(({ file }) => file.name === other.file.name),
    )

  const pump = (): void => {
    if (pausedUntil !== null) return
    const waiting = Map.groupBy(
      items.filter(({ upload }) => upload.state === 'waiting'),
      ({ batch }) => batch,
    )
    for (const [number, batch] of waiting) {
      if (running.size >= MAX_RUNNING) return
      if (running.has(number) || isTwinRunning(batch)) continue
      const controller = new AbortController()
      running.set(number, controller)
      void send(batch, controller.signal).finally(() => {
        running.delete(number)
        pump()
      })
    }
  }

  /** Looks up a file that may have arrived, and sends it again only if it did not. */
  const clarify = async (
    item: Item,
    { known, isTold }: NonNullable<Item['unclear']>,
  ): Promise<void> => {
    const { target } = item.upload
    change([item], () => ({ upload: { ...IDLE, state: 'uploading', isCommitted: true } }))
    const [finding = 'unasked'] = await lookUp(target, [item], known)
    if (finding === 'arrived') settleArrived(target, [item])
    else if (finding === 'absent' || (finding === 'unsure' && isTold))
      change([item], () => ({ unclear: null, batch: ++lastBatch, upload: AGAIN }))
    else {
      const isTold = finding === 'unsure'
      if (isTold) service.refreshList(target)
      change([item], () => ({
        unclear: { known, isTold },
        upload: { ...IDLE, state: 'failed', sentence: isTold ? UNSURE : UNASKED },
      }))
    }
    pump()
  }

  const again = (item: Item): void => {
    if (item.unclear) void clarify(item, item.unclear)
    else {
      change([item], () => ({ batch: ++lastBatch, throttled: 0, upload: AGAIN }))
      pump()
    }
  }

  const cancel = (id: number): void => {
    const item = find(id)
    if (!item || isOver(item.upload) || item.upload.isCommitted) return
    const controller = running.get(item.batch)
    const companions = items.filter((other) => other.batch === item.batch && other !== item)
    change([item], () => ({ batch: ++lastBatch, upload: { ...IDLE, state: 'canceled' } }))
    if (!controller) return
    controller.abort(new Error('Canceled'))
    // What travelled with it goes again: the service does not act on a request that was cut off.
    const batch = ++lastBatch
    change(companions, () => ({ batch, upload: AGAIN }))
  }

  return {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    getSnapshot: () => snapshot,
    add: (target, files) => {
      const added = batchesOf(target, files).flatMap((batch) => {
        const number = ++lastBatch
        return batch.map((file): Item => {
          const { name, size } = file
          const upload: Upload = { id: ++lastId, target, name, size, ...AGAIN }
          return { upload, file, batch: number, throttled: 0, unclear: null }
        })
      })
      items = [...items, ...added]
      publish()
      pump()
    },
    cancel,
    retry: (id) => {
      const item = find(id)
      if (item?.upload.state === 'failed' || item?.upload.state === 'canceled') again(item)
    },
    retryAll: () => {
      // Whether one is sent again that may have arrived is decided for it alone.
      for (const item of items)
        if (item.upload.state === 'failed')
          again({ ...item, unclear: item.unclear && { ...item.unclear, isTold: false } })
    },
    remove: (id) => {
      items = items.filter(({ upload }) => upload.id !== id || !isOver(upload))
      publish()
    },
    removeOver: () => {
      items = items.filter(({ upload }) => !isOver(upload))
      publish()
    },
  }
}
