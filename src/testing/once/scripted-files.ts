import { vi } from 'vitest'
import { ARRIVAL_MS } from '../../api/once/arrival.ts'
import type { ListedFile } from '../../api/once/files/file-accounts.ts'
import type { UploadTarget } from '../../api/once/files/file-requests.ts'
import type { FileService } from '../../api/once/files/send-files.ts'
import { ApiError, NO_CONNECTION } from '../../api/transport/api-error.ts'

export const QUESTIONNAIRES: UploadTarget = { kind: 'questionnaires', vendorId: 1, reviewId: 2 }
export const DOCUMENT: UploadTarget = {
  kind: 'document',
  vendorId: 1,
  reviewId: 2,
  documentType: 'COMPLIANCE_REPORT',
}

export const fileOf = (name: string, size = 10): File => new File(['x'.repeat(size)], name)

export const failure = (status: number, retryAfter: number | null = null): ApiError =>
  new ApiError('uploadVendorDocument', { status, retryAfter })
export const LOST = failure(NO_CONNECTION)

/** A request with files. The test decides how it ends. */
export interface ScriptedRequest {
  names: string[]
  signal: AbortSignal | undefined
  progress: (sent: number, total: number) => void
  /** The service stores the files, under these names. */
  store: (...names: (string | null)[]) => ListedFile[]
  /** The service stores the files and answers. */
  arrive: () => void
  fail: (error: unknown) => void
}

/** A file service whose requests the test answers one by one. */
export const scriptedFiles = () => {
  const listed: ListedFile[] = []
  const requests: ScriptedRequest[] = []
  const store = (...names: (string | null)[]): ListedFile[] => {
    const added = names.map((name, index) => ({ id: listed.length + index + 1, name }))
    listed.push(...added)
    return added
  }
  const list = vi.fn<FileService['list']>(async () => ({ files: [...listed], unreadable: 0 }))
  const send: FileService['send'] = (_, files, { onProgress, signal }) =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
      const names = files.map(({ name }) => name)
      requests.push({
        names,
        signal,
        progress: (sent, total) => onProgress({ sent, total }),
        store,
        // The answer names only the first file (contract, point 13).
        arrive: () => resolve(store(...names).slice(0, 1)),
        fail: reject,
      })
    })
  const { promise, resolve: signIn } = Promise.withResolvers<void>()
  return { send, list, requests, whenSignedIn: () => promise, signIn }
}

/** Runs everything that is due without waiting. */
export const tick = () => vi.advanceTimersByTimeAsync(0)

/** Waits until a lost request can no longer arrive. */
export const untilItCanHaveArrived = () => vi.advanceTimersByTimeAsync(ARRIVAL_MS)
