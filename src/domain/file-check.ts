import { formatBytes } from '../lib/bytes.ts'
import {
  FILE_SIGNATURES,
  type FileExtension,
  type FileTypes,
  mimeTypesOf,
  QUESTIONNAIRE_FILE_TYPES,
  REPORT_FILE_TYPES,
} from './file-types.ts'

/** The kind of upload. Documents accept the same types as reports. */
export type FileKind = 'report' | 'questionnaire'

const TYPES: Readonly<Record<FileKind, FileTypes>> = {
  report: REPORT_FILE_TYPES,
  questionnaire: QUESTIONNAIRE_FILE_TYPES,
}
const NOUNS: Readonly<Record<FileKind, string>> = {
  report: 'Reports and documents',
  questionnaire: 'Questionnaires',
}

/**
 * How many bytes are checked at the start of a file. PDF readers look for the signature in the
 * first kilobyte.
 */
const HEAD_BYTES = 1_024

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? ''

/** The accepted extensions, for a file dialog: ".pdf,.docx,…". */
export const acceptedExtensions = (kind: FileKind): string => Object.keys(TYPES[kind]).join(',')

/** A sentence that lists the accepted extensions. */
export const acceptedSentence = (kind: FileKind): string =>
  `${NOUNS[kind]} can be ${Object.keys(TYPES[kind])
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')}.`

const beginsWith = (head: Uint8Array, signature: readonly number[], from = 0): boolean =>
  signature.every((byte, index) => head[from + index] === byte)

/** Whether a file starts as files with its extension do. */
const isAsItsName = (extension: FileExtension, head: Uint8Array): boolean => {
  const signature = FILE_SIGNATURES[extension]
  if (signature === null) return !head.includes(0)
  if (extension !== '.pdf') return beginsWith(head, signature)
  return head.some((_, place) => beginsWith(head, signature, place))
}

/**
 * Checks a file's extension, its MIME type against that, its first bytes, and its size (contract,
 * point 8). The service would refuse it too, but only after the whole upload.
 *
 * @param limit the size limit in bytes
 * @returns a sentence that says what is wrong and what is accepted; null if the file is fine
 */
export const refusalOf = async (
  file: File,
  kind: FileKind,
  limit: number,
): Promise<string | null> => {
  const extension = extensionOf(file.name)
  const mimeTypes = mimeTypesOf(TYPES[kind], file.name)
  if (!mimeTypes) {
    const has = extension ? `is a ${extension} file` : 'has no extension'
    return `“${file.name}” ${has}, which is not accepted. ${acceptedSentence(kind)}`
  }
  // The type is empty if the operating system does not know it.
  if (file.type !== '' && !mimeTypes.includes(file.type.split(';', 1)[0]?.trim() ?? ''))
    return `“${file.name}” has the type ${file.type}, which does not match its extension ${extension}. Correct the extension, or choose another file. ${acceptedSentence(kind)}`
  if (file.size === 0)
    return `“${file.name}” is empty. Choose another file, or ask the sender for a new copy.`
  if (file.size > limit)
    return `“${file.name}” is ${formatBytes(file.size)}, more than the limit of ${formatBytes(limit)}. Make it smaller, or raise the limit in the user menu.`
  let head: Uint8Array
  try {
    head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  } catch {
    return `“${file.name}” could not be read. It may have been moved or deleted; choose it again.`
  }
  if (!isAsItsName(extension as FileExtension, head))
    return `“${file.name}” does not start like a ${extension} file, so it may be damaged or of another type. ${acceptedSentence(kind)}`
  return null
}

/** The file with the MIME type of its extension, regardless of the system's guess. */
export const withMimeType = (file: File): File => {
  const [type] = mimeTypesOf(REPORT_FILE_TYPES, file.name) ?? []
  return type === undefined || type === file.type
    ? file
    : new File([file], file.name, { type, lastModified: file.lastModified })
}
