import type { Arrival, UploadTarget } from '../../../api/once/uploads.ts'
import type { FormProgress } from '../../../api/send-form.ts'

export type UploadState = 'waiting' | 'uploading' | 'uploaded' | 'failed' | 'canceled'

/** One file on its way, as it is shown. Never changed in place. */
export interface Upload {
  id: number
  target: UploadTarget
  name: string
  /** In bytes. */
  size: number
  state: UploadState
  /** Bytes of the file that left. */
  sent: number
  /** Bytes a second of its request, while it is under way; null before that can be told. */
  speed: number | null
  /** Everything left, so that it can no longer be taken back; the answer is still to come. */
  isCommitted: boolean
  /** What went wrong, and what to do. */
  sentence: string | null
}

/** What is shown of all uploads. */
export interface UploadsSnapshot {
  uploads: readonly Upload[]
  /** Until when the service wants to be left alone, in milliseconds of the clock; null if not. */
  pausedUntil: number | null
}

/** What the queue asks of the world. */
export interface UploadService {
  /** @throws ApiError; the signal's reason when it was aborted */
  send(
    target: UploadTarget,
    files: readonly File[],
    options: { onProgress: (progress: FormProgress) => void; signal: AbortSignal },
  ): Promise<void>
  /** @returns null where it cannot be known */
  known(target: UploadTarget, signal: AbortSignal): Promise<ReadonlySet<number> | null>
  /** @throws ApiError */
  lookUp(
    target: UploadTarget,
    names: readonly string[],
    known: ReadonlySet<number> | null,
  ): Promise<Arrival[]>
  /** Called where files arrived, and where the analyst is to look whether they did. */
  refreshList(target: UploadTarget): void
}

/** The uploads of the app; they go on whatever page one is on. */
export interface UploadQueue {
  subscribe: (onChange: () => void) => () => void
  getSnapshot: () => UploadsSnapshot
  /** Files of one drop, which travel together where the operation takes many. */
  add: (target: UploadTarget, files: readonly File[]) => void
  /** Takes a file back that did not wholly leave yet. */
  cancel: (id: number) => void
  /** Sends a file again; one that may have arrived is looked up first. */
  retry: (id: number) => void
  /** Sends what failed again, but for files of which one cannot tell whether they arrived. */
  retryAll: () => void
  /** Takes a file that is over off the list. */
  remove: (id: number) => void
  removeOver: () => void
}

/** Whether nothing more happens to a file by itself. */
export const isOver = ({ state }: Pick<Upload, 'state'>): boolean =>
  state === 'uploaded' || state === 'failed' || state === 'canceled'

/**
 * How far each file is when its request is: the files leave in order.
 * @param sizes of the files, in bytes
 * @param part of the request that left, from 0 to 1
 * @returns the bytes that left of each
 */
export const sentOf = (sizes: readonly number[], part: number): number[] => {
  let left = part * sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size) => {
    const sent = Math.round(Math.min(size, Math.max(0, left)))
    left -= size
    return sent
  })
}
