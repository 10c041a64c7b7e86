import type { UploadTarget } from '../../../api/once/uploads.ts'

/** What one request may hold: the gateways take no more, and a lost one should not cost too much. */
const MAX_BYTES = 100_000_000
const MAX_FILES = 20

/**
 * Puts the files of one drop into requests. The operation for questionnaires takes many files, the
 * one for documents takes one. Files of one name never share a request: after a lost answer they
 * could not be told apart.
 */
export const batchesOf = (target: UploadTarget, files: readonly File[]): File[][] => {
  if (target.kind === 'document') return files.map((file) => [file])
  const batches: File[][] = []
  for (const file of files) {
    const fits = (batch: readonly File[]): boolean =>
      batch.length < MAX_FILES &&
      batch.every(({ name }) => name !== file.name) &&
      batch.reduce((sum, { size }) => sum + size, file.size) <= MAX_BYTES
    const batch = batches.find(fits)
    if (batch) batch.push(file)
    else batches.push([file])
  }
  return batches
}
