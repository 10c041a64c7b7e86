import type { ListedFile } from '../../../api/once/files/file-accounts.ts'
import { twinKeysOf } from '../../../api/once/files/file-names.ts'
import type { UploadTarget } from '../../../api/once/files/file-requests.ts'
import type { Trace } from '../../../api/once/files/send-files.ts'
import type { Upload } from './upload.ts'

/** A file of the queue, with its internal state. */
export interface Item {
  upload: Upload
  file: File
  /** See {@link twinKeysOf}. */
  twinKeys: ReadonlySet<string>
  /** Files with the same number share a request. */
  batch: number
  /**
   * Set if the file may have arrived: the trace to look it up with, and the listed files that the
   * analyst was shown as possible matches; null if none were shown yet.
   */
  unclear: { trace: Trace; shown: readonly ListedFile[] | null } | null
  /** It was canceled when it may already have been sent. */
  isTakenBack: boolean
  /** The analyst retried it during the lookup. */
  isWanted: boolean
}

/** A change to an item. */
export type Change = Partial<Omit<Item, 'upload' | 'file' | 'twinKeys'>> & {
  upload?: Partial<Upload>
}

/** The fields of an upload without a request. */
export const IDLE = {
  sent: 0,
  speed: null,
  isCommitted: false,
  isLooking: false,
  isSignedOut: false,
  isChanged: false,
  requestId: null,
} as const

/** The fields of an upload that waits for its turn. */
export const WAITING = { ...IDLE, state: 'waiting', sentence: null } as const

/** A file that has just been added. */
export const newItem = (id: number, batch: number, target: UploadTarget, file: File): Item => {
  const { name, size } = file
  const upload = { id, target, name, size, ...WAITING }
  return {
    upload,
    file,
    twinKeys: twinKeysOf(name),
    batch,
    unclear: null,
    isTakenBack: false,
    isWanted: false,
  }
}

export const changed = (item: Item, { upload, ...rest }: Change): Item => ({
  ...item,
  ...rest,
  upload: { ...item.upload, ...upload },
})
