import { twinKeysOf } from '../../../api/once/files/file-names.ts'
import type { UploadTarget } from '../../../api/once/files/file-requests.ts'
import type { Trace } from '../../../api/once/files/send-files.ts'
import type { Upload } from './upload.ts'

/** A file of the queue, with what is not shown of it. */
export interface Item {
  upload: Upload
  file: File
  /** See {@link twinKeysOf}. */
  twinKeys: ReadonlySet<string>
  /** Files with the same number travel together. */
  batch: number
  /**
   * Set where it may have arrived: how it is looked for, and the listed files that the analyst has
   * been shown as what it may be; null where none were shown yet.
   */
  unclear: { trace: Trace; shown: readonly number[] | null } | null
  /** It was canceled when it may have left already. */
  isTakenBack: boolean
  /** It was asked for again while it was still looked for. */
  isWanted: boolean
}

/** What changes of an item. */
export type Change = Partial<Omit<Item, 'upload' | 'file' | 'twinKeys'>> & {
  upload?: Partial<Upload>
}

/** What an upload is while nothing of it is under way. */
export const IDLE = {
  sent: 0,
  speed: null,
  isCommitted: false,
  isLooking: false,
  isSignedOut: false,
} as const

/** What it is while it waits for its turn. */
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
