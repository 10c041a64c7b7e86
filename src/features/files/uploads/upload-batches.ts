import { areTwins, twinKeysOf } from '../../../api/once/files/file-names.ts'
import type { UploadTarget } from '../../../api/once/files/file-requests.ts'

/** What one request may hold: the gateways take no more, and a lost one should not cost too much. */
const MAX_BYTES = 100_000_000
const MAX_FILES = 20

/**
 * Puts the files of one drop into requests. The operation for questionnaires takes many files, the
 * one for documents takes one. Files that may be taken for one another never share a request: after
 * a lost answer nobody could tell which is which.
 */
export const batchesOf = (target: UploadTarget, files: readonly File[]): File[][] => {
  if (target.kind === 'document') return files.map((file) => [file])
  const batches: { files: File[]; bytes: number; keys: ReadonlySet<string>[] }[] = []
  for (const file of files) {
    const keys = twinKeysOf(file.name)
    const batch = batches.find(
      (one) =>
        one.files.length < MAX_FILES &&
        one.bytes + file.size <= MAX_BYTES &&
        one.keys.every((others) => !areTwins(others, keys)),
    )
    if (batch) {
      batch.files.push(file)
      batch.keys.push(keys)
      batch.bytes += file.size
    } else batches.push({ files: [file], bytes: file.size, keys: [keys] })
  }
  return batches.map((batch) => batch.files)
}
