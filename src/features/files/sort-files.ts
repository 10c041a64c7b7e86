import { asSent, type FileKind, refusalOf } from '../../domain/file-check.ts'
import type { Upload } from './uploads/upload.ts'

/** A file that is not sent, and the reason. */
export interface RefusedFile {
  file: File
  sentence: string
  /** A file with this name exists already. The analyst may know that the two differ. */
  isDuplicate: boolean
}

export interface SortedFiles {
  accepted: File[]
  refused: RefusedFile[]
}

interface SortOptions {
  kind: FileKind
  /** The size limit of a file in bytes. */
  limit: number
  /** The names of the files that the service lists; it does not report their sizes. */
  listed: readonly string[]
  /** The uploads of this page to the same place, finished or not. */
  uploads: readonly Upload[]
}

/**
 * Sorts files into those to send and those to reject, each with its reason. One bad file does not
 * hold back the others.
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
    else sorted.accepted.push(asSent(file))
  }
  return sorted
}
