import { type FileKind, refusalOf, withMimeType } from '../../domain/file-check.ts'
import type { Upload } from './uploads/upload.ts'

/** A file that is not sent, and why. */
export interface RefusedFile {
  file: File
  sentence: string
  /** Something of its name is there already: the analyst may know that it is another. */
  isDuplicate: boolean
}

export interface SortedFiles {
  accepted: File[]
  refused: RefusedFile[]
}

interface SortOptions {
  kind: FileKind
  /** The most bytes that a file may have. */
  limit: number
  /** The names of what the service has; it does not tell their sizes. */
  listed: readonly string[]
  /** What this page sent or is sending to the same place. */
  uploads: readonly Upload[]
}

/**
 * Sorts files into those that are sent and those that are not, each with its reason: one bad file
 * holds no other back.
 */
export const sortFiles = async (
  files: readonly File[],
  { kind, limit, listed, uploads }: SortOptions,
): Promise<SortedFiles> => {
  const sorted: SortedFiles = { accepted: [], refused: [] }
  const isSame = (one: { name: string; size: number }, other: { name: string; size: number }) =>
    one.name === other.name && one.size === other.size
  for (const file of files) {
    const refusal = await refusalOf(file, kind, limit)
    const sent = uploads.find(
      (upload) => isSame(upload, file) && upload.state !== 'failed' && upload.state !== 'canceled',
    )
    if (refusal !== null) sorted.refused.push({ file, sentence: refusal, isDuplicate: false })
    else if (sorted.accepted.some((other) => isSame(other, file)))
      sorted.refused.push({
        file,
        sentence: `“${file.name}” was chosen twice with the same size. It is uploaded once.`,
        isDuplicate: true,
      })
    else if (sent)
      sorted.refused.push({
        file,
        sentence: `“${file.name}” ${sent.state === 'uploaded' ? 'has just been uploaded' : 'is already on its way'}, with the same size.`,
        isDuplicate: true,
      })
    else if (listed.includes(file.name))
      sorted.refused.push({
        file,
        sentence: `“${file.name}” is already there. Upload it again only if it is a newer version.`,
        isDuplicate: true,
      })
    else sorted.accepted.push(withMimeType(file))
  }
  return sorted
}
