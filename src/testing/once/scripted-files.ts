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

/** A request with files, whose end the test decides. */
export interface ScriptedRequest {
  names: string[]
  signal: AbortSignal | undefined
  progress: (sent: number, total: number) => void
  /** The service takes it in, and lists it under these names. */
  store: (...names: (string | null)[]) => ListedFile[]
  /** The service takes it in and says so. */
  arrive: () => void
  fail: (error: unknown) => void
}

/** A service for files whose requests are answered by the test, one by one. */
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
        // The answer names the first one alone (contract, point 13).
        arrive: () => resolve(store(...names).slice(0, 1)),
        fail: reject,
      })
    })
  const { promise, resolve: signIn } = Promise.withResolvers<void>()
  return { send, list, requests, whenSignedIn: () => promise, signIn }
}

/** Lets everything that waits for nothing but itself happen. */
export const tick = () => vi.advanceTimersByTimeAsync(0)

/** Lets a lost request arrive, or not. */
export const untilItCanHaveArrived = () => vi.advanceTimersByTimeAsync(ARRIVAL_MS)
