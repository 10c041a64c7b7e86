import { areTwins, twinKeysOf } from '../../../api/once/files/file-names.ts'
import type { UploadTarget } from '../../../api/once/files/file-requests.ts'

/**
 * The size limit of one request in bytes. The gateways accept no more, and a lost request should
 * not cost too much.
 */
const MAX_BYTES = 100_000_000
const MAX_FILES = 20

/**
 * Splits the files of one drop into requests. The operation for questionnaires takes many files,
 * the one for documents takes one. Files that could be mistaken for each other never share a
 * request: after a lost answer nobody could tell which one arrived.
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
