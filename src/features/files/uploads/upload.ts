import type { UploadTarget } from '../../../api/once/files/file-requests.ts'
import type { FileService } from '../../../api/once/files/send-files.ts'
import type { Readable } from '../../../lib/store.ts'

export type UploadState = 'waiting' | 'uploading' | 'uploaded' | 'failed' | 'canceled'

/** One upload as the page shows it. Immutable. */
export interface Upload {
  id: number
  target: UploadTarget
  name: string
  /** In bytes. */
  size: number
  state: UploadState
  /** Bytes of the file sent so far. */
  sent: number
  /** Bytes per second of its request while that runs; null before it is known. */
  speed: number | null
  /** All bytes are sent and the answer is pending, so it can no longer be canceled. */
  isCommitted: boolean
  /** Its answer was lost, or it was canceled too late, and it is being looked up. */
  isLooking: boolean
  /** It waits for the user to sign in again. */
  isSignedOut: boolean
  /** It has changed on disk since it was chosen, so only choosing it again helps. */
  isChanged: boolean
  /** What went wrong and what to do. */
  sentence: string | null
  /** The gateway's name for the request that failed. */
  requestId: string | null
}

/** All uploads as the page shows them. */
export interface UploadsSnapshot {
  uploads: readonly Upload[]
  /**
   * When the service accepts requests again, in `performance.now()`; null if it does not limit
   * them.
   */
  pausedUntil: number | null
}

/** What the queue needs from the service and the page. */
export interface UploadService extends FileService {
  /** Called when files arrived, and when the analyst has to check whether they did. */
  refreshList: (target: UploadTarget) => void
  /** Waits until the user has signed in again. @throws the signal's reason when it is aborted */
  whenSignedIn: (signal?: AbortSignal) => Promise<void>
}

/** The uploads of the app, which continue on any page. */
export interface UploadQueue extends Readable<UploadsSnapshot> {
  /** Adds the files of one drop. They share requests if the operation takes several files. */
  add: (target: UploadTarget, files: readonly File[]) => void
  /** Cancels a file. If it may already have been sent, it is looked up. */
  cancel: (id: number) => void
  /** Sends a file again. If it may have arrived, it is looked up first. */
  retry: (id: number) => void
  /**
   * Sends all failed files again. Files that may have arrived are looked up and sent only if
   * absent.
   */
  retryAll: () => void
  /** Removes a finished file from the list. */
  remove: (id: number) => void
  removeOver: () => void
}

/** Whether nothing more happens to a file without a user's action. */
export const isOver = ({ state, isLooking }: Pick<Upload, 'state' | 'isLooking'>): boolean =>
  !isLooking && (state === 'uploaded' || state === 'failed' || state === 'canceled')

/** Whether a file can be sent again as it was chosen. */
export const canRetry = ({ state, isChanged }: Upload): boolean =>
  !isChanged && (state === 'failed' || state === 'canceled')

/** Whether a file can be canceled. */
export const canCancel = ({ state, isCommitted, isLooking }: Upload): boolean =>
  state === 'waiting' || (state === 'uploading' && (isLooking || !isCommitted))

/**
 * Derives the progress of each file from that of their request. The files are sent in order.
 * @param sizes of the files, in bytes
 * @param part of the request that is sent, from 0 to 1
 * @returns the bytes sent of each file
 */
export const sentOf = (sizes: readonly number[], part: number): number[] => {
  let left = part * sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size) => {
    const sent = Math.round(Math.min(size, Math.max(0, left)))
    left -= size
    return sent
  })
}
