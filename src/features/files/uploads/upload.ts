import type { UploadTarget } from '../../../api/once/files/file-requests.ts'
import type { FileService } from '../../../api/once/files/send-files.ts'
import type { Readable } from '../../../lib/store.ts'

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
  /** Bytes a second of its request, while it is under way; null before that is known. */
  speed: number | null
  /** Everything left, so that it can no longer be taken back; the answer is still to come. */
  isCommitted: boolean
  /** Its answer was lost, or it was canceled too late, and it is looked for. */
  isLooking: boolean
  /** It waits for the user to sign in again. */
  isSignedOut: boolean
  /** What went wrong, and what to do. */
  sentence: string | null
}

/** What is shown of all uploads. */
export interface UploadsSnapshot {
  uploads: readonly Upload[]
  /** Until when the service wants to be left alone, in `performance.now()`; null if not. */
  pausedUntil: number | null
}

/** What the queue asks of the world. */
export interface UploadService extends FileService {
  /** Called where files arrived, and where the analyst is to look whether they did. */
  refreshList: (target: UploadTarget) => void
  /** Waits until the user has signed in again. @throws the signal's reason when it is aborted */
  whenSignedIn: (signal?: AbortSignal) => Promise<void>
}

/** The uploads of the app; they go on whichever page is open. */
export interface UploadQueue extends Readable<UploadsSnapshot> {
  /** Files of one drop, which travel together where the operation takes many. */
  add: (target: UploadTarget, files: readonly File[]) => void
  /** Takes a file back. One that may have left already is looked for. */
  cancel: (id: number) => void
  /** Sends a file again; one that may have arrived is looked up first. */
  retry: (id: number) => void
  /** Sends what failed again. What may have arrived is looked up, and sent only if it is absent. */
  retryAll: () => void
  /** Takes a file that is over off the list. */
  remove: (id: number) => void
  removeOver: () => void
}

/** Whether nothing more happens to a file unless somebody asks for it. */
export const isOver = ({ state, isLooking }: Pick<Upload, 'state' | 'isLooking'>): boolean =>
  !isLooking && (state === 'uploaded' || state === 'failed' || state === 'canceled')

/** Whether a file can be taken back. */
export const canCancel = ({ state, isCommitted, isLooking }: Upload): boolean =>
  state === 'waiting' || (state === 'uploading' && (isLooking || !isCommitted))

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
