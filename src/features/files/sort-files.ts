import { areLikeNames, isNameOf } from '../../api/once/files/file-names.ts'
import { asSent, type FileKind, refusalOf, remarkOn } from '../../domain/file-check.ts'
import { withoutSystemFiles } from '../../domain/system-files.ts'
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
  /** Sentences about files that were left out, and hints about accepted ones. */
  remarks: string[]
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

type NamedFile = Pick<File, 'name' | 'size'>

const isSame = (one: NamedFile, other: NamedFile): boolean =>
  one.size === other.size && areLikeNames(one.name, other.name, true)

/** Adds the other name, where it differs. */
const asAlso = (name: string, file: File): string => (name === file.name ? '' : ` as “${name}”`)

/** Says where a file is already; undefined if it is new. */
const duplicateOf = (
  file: File,
  accepted: readonly File[],
  { listed, uploads }: SortOptions,
): string | undefined => {
  const twice = accepted.find((other) => isSame(other, file))
  if (twice)
    return `“${file.name}” was chosen twice${asAlso(twice.name, file)}, with the same size. It is uploaded once.`
  const sent = uploads.find(
    (upload) => isSame(upload, file) && upload.state !== 'failed' && upload.state !== 'canceled',
  )
  if (sent)
    return `“${file.name}” ${sent.state === 'uploaded' ? 'has just been uploaded' : 'is already on its way'}${asAlso(sent.name, file)}, with the same size.`
  const same = listed.find((name) => isNameOf(name, file.name))
  if (same !== undefined)
    return `“${file.name}” is already there${asAlso(same, file)}. Upload it again only if it is a newer version.`
  const like = listed.find((name) => areLikeNames(name, file.name, false))
  return like === undefined
    ? undefined
    : `“${file.name}” may already be there as “${like}”. Upload it only if that is another file or an older version.`
}

/**
 * Sorts files into those to send and those to reject, each with its reason. One bad file does not
 * hold back the others.
 */
export const sortFiles = async (
  files: readonly File[],
  options: SortOptions,
): Promise<SortedFiles> => {
  const { files: meant, remark } = withoutSystemFiles(files)
  const sorted: SortedFiles = {
    accepted: [],
    refused: [],
    remarks: remark === null ? [] : [remark],
  }
  for (const file of meant) {
    const refusal = await refusalOf(file, options.kind, options.limit)
    const duplicate = refusal === null ? duplicateOf(file, sorted.accepted, options) : undefined
    const sentence = refusal ?? duplicate
    if (sentence !== undefined) {
      sorted.refused.push({ file, sentence, isDuplicate: duplicate !== undefined })
      continue
    }
    sorted.accepted.push(asSent(file))
    const hint = await remarkOn(file)
    if (hint !== null) sorted.remarks.push(hint)
  }
  return sorted
}
