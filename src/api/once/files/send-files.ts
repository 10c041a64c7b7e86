import { ApiError } from '../../transport/api-error.ts'
import type { FormProgress } from '../../transport/form-carrier.ts'
import {
  type LookOptions,
  type Lookup,
  lookFor,
  type SendOptions,
  sendOnce,
  type Unseen,
} from '../send-once.ts'
import {
  createFileAccounts,
  type FileListing,
  type FileLookup,
  type ListedFile,
  type SentFile,
} from './file-accounts.ts'
import { operationOf, placeOf, type UploadTarget } from './file-requests.ts'

/** A file that may have arrived, and the error that left its outcome open. */
export interface Trace {
  sent: SentFile
  error: ApiError
}

/** The outcome of a file. */
export type FileFate =
  | { outcome: 'done' }
  /**
   * With a trace if it was looked up, so that it can be looked up again before the next attempt.
   */
  | { outcome: 'absent'; error: unknown; trace: Trace | null }
  /**
   * It may be one of the listed files in `candidates`. These are null if the lookup failed so far,
   * and empty if only the analyst can find out.
   */
  | { outcome: 'unsure'; trace: Trace; candidates: readonly ListedFile[] | null }

/** What sending files needs from the service. */
export interface FileService {
  /** See `sendFiles` and `listFiles`. */
  send: (
    target: UploadTarget,
    files: readonly File[],
    options: { onProgress: (progress: FormProgress) => void; signal?: AbortSignal | undefined },
  ) => Promise<readonly ListedFile[]>
  list: (target: UploadTarget, signal?: AbortSignal) => Promise<FileListing>
}

export interface SendFilesOptions extends Omit<SendOptions<FileListing>, 'onSending'> {
  onProgress: (progress: FormProgress) => void
}

/** Sends the files of a page, each once. */
export interface FileSender {
  /** Sends the files of one request. @returns the outcome of each, in the same order */
  send: (
    target: UploadTarget,
    files: readonly File[],
    options: SendFilesOptions,
  ) => Promise<FileFate[]>
  /** Looks up a file again that is unsure or absent. */
  lookAgain: (target: UploadTarget, trace: Trace, options?: LookOptions) => Promise<FileFate>
}

/**
 * Whether a failed lookup would fail again. A service that refuses to list will keep refusing, so
 * only the analyst can find out.
 */
const isRefusedForGood = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.speaker === 'service' || error.speaker === 'gateway') &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 429

const fateOf = (trace: Trace, found: FileLookup): FileFate => {
  if (found.outcome === 'done') return found
  if (found.outcome === 'absent') return { ...found, error: trace.error, trace }
  return { ...found, trace }
}

/** Makes the sender of a page. */
export const createFileSender = (service: FileService): FileSender => {
  const accounts = createFileAccounts()

  const lookupOf = (
    target: UploadTarget,
    sentFiles: () => readonly SentFile[],
    count: number,
  ): Lookup<FileListing, FileFate[]> => ({
    look: async (_, error) => {
      const sent = sentFiles()
      const listing = await service.list(target)
      const found = accounts.find(sent, listing)
      return sent.map((one, index) =>
        fateOf({ sent: one, error }, found[index] ?? { outcome: 'unsure', candidates: [] }),
      )
    },
    isDone: (fates) => fates.every(({ outcome }) => outcome === 'done'),
    unseen: (unseen: Unseen) => {
      if (unseen.outcome === 'absent')
        return Array.from({ length: count }, () => ({ ...unseen, trace: null }))
      const candidates = isRefusedForGood(unseen.lookError) ? [] : null
      const { error } = unseen
      return sentFiles().map((sent) => ({ outcome: 'unsure', trace: { sent, error }, candidates }))
    },
  })

  return {
    send: async (target, files, { onProgress, ...options }) => {
      let sent: readonly SentFile[] = []
      let begun = 0
      const strikeOut = (): void => {
        accounts.drop(sent)
        sent = []
      }
      const fates = await sendOnce<FileListing, FileFate[]>(
        {
          ...lookupOf(target, () => sent, files.length),
          operation: operationOf(target).operation,
          before: (signal) => {
            strikeOut()
            begun = accounts.now()
            return service.list(target, signal)
          },
          send: async (signal) => {
            accounts.take(sent, await service.send(target, files, { onProgress, signal }))
            return files.map(() => ({ outcome: 'done' }))
          },
        },
        {
          ...options,
          onSending: async (before) => {
            const names = files.map(({ name }) => name)
            sent = accounts.open(placeOf(target), names, before, begun)
          },
        },
      )
      if (fates.every((fate) => fate.outcome === 'absent' && fate.trace === null)) strikeOut()
      accounts.close(sent)
      return fates
    },
    lookAgain: async (target, { sent, error }, options) => {
      const lookup = lookupOf(target, () => [sent], 1)
      const [fate] = await lookFor(lookup, null, error, options)
      if (fate?.outcome === 'absent') accounts.drop([sent])
      return fate ?? { outcome: 'unsure', trace: { sent, error }, candidates: null }
    },
  }
}
